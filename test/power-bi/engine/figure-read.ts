import type { Built, Row } from "./built";

/**
 * The figure that is read of an indicator in some days: at its own frequency, of each period the
 * printed one before the counted and that before the published, of the latest period with a figure,
 * else the latest with words.
 */
export function figureRead(world: Built, id: string, isIn: (day: string) => boolean): Row | null {
  const { figure_frequency: frequency } = world
    .table("indicator")
    .find((row) => row.indicator_id === id)!;
  const all = world
    .table("kpi_value")
    .filter((row) => row.indicator_id === id && row.area_role === "own" && row.breakdown === "all");
  const turn = ({ origin }: Row): number => ["sheet", "counted", "published"].indexOf(origin);
  const isTold = (row: Row): boolean => row.status === "ok";
  const isOutdone = (row: Row): boolean =>
    all.some(
      (one) =>
        one.period_end === row.period_end &&
        one.frequency === row.frequency &&
        one.service === row.service &&
        (isTold(one) === isTold(row) ? turn(one) < turn(row) : isTold(one)),
    );
  const rows = all
    .filter(
      (row) =>
        row.frequency === frequency &&
        row.service === "all" &&
        isIn(row.period_end) &&
        !isOutdone(row),
    )
    .sort((a, b) => (a.period_end < b.period_end ? -1 : 1));
  return rows.filter(({ status }) => status === "ok").at(-1) ?? rows.at(-1) ?? null;
}
