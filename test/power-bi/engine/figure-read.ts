import type { Built, Row } from "./built";
import type { Value } from "./engine";

/** The column of the star that each measure of figures says as it is there. */
export const GIVEN: Readonly<Record<string, string>> = {
  Value: "value",
  Numerator: "numerator",
  Denominator: "denominator",
  "Secondary value": "secondary_value",
  "Text value": "text_value",
  "Period shown": "period_label",
  "As at": "as_at",
  "Next due": "next_due",
  "Comparability note": "comparability_note",
  Target: "target",
  "Lower bound": "lower",
  "Upper bound": "upper",
  "Lower confidence limit": "interval_lower",
  "Upper confidence limit": "interval_upper",
  "Given gap": "gap",
  "Given rating": "rating",
  "Rating reason": "rating_reason",
  "Rating profile": "rating_profile",
  "End target": "end_target",
  "End target by": "end_target_from",
  "Rating against the end": "end_rating",
  Origin: "origin",
  "Given previous": "previous",
  "Given movement": "movement",
  "Given judgement": "judgement",
  "Given status": "status",
  "Given status words": "status_text",
  "Rows looked at": "rows_eligible",
  "Rows not counted": "rows_left_out",
  "Not counted because": "left_out_reason",
  "Who is counted": "cohort_note",
  "Area covered": "footprint",
};

/** Whether what a measure says is what stands in a cell of the star, which is blank for none. */
export const sameAsCell = (found: Value, wanted: string): boolean =>
  wanted === ""
    ? found === null
    : typeof found === "number"
      ? Math.abs(found - Number(wanted)) < 1e-9
      : found === wanted;

/**
 * The figure that is read of an indicator in some days: at its own frequency, of each period the
 * printed one before the counted and that before the published, of the latest period with a figure,
 * else the latest with words.
 */
export function figureRead(
  world: Built,
  id: string,
  isIn: (day: string) => boolean,
  area?: string,
): Row | null {
  const { figure_frequency: frequency } = world
    .table("indicator")
    .find((row) => row.indicator_id === id)!;
  const all = world
    .table("kpi_value")
    .filter((row) => row.indicator_id === id && row.area_role === "own" && row.breakdown === "all")
    .filter((row) => area === undefined || row.area_code === area);
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
