import { civilOf } from "../calendar/day";
import type { PublishedMapping } from "../sources/published/published-mapping";
import type { KpiValueRow } from "../star/kpi-value-row";

/** A figure that would be published, with what it will be held against. */
export interface BesideLastYear {
  readonly indicator: string;
  readonly mapping: PublishedMapping;
  /** As it stands in the extract; its value is null where there is none. */
  readonly now: KpiValueRow;
  /** A year before: as published, else counted from the extract before. */
  readonly before: KpiValueRow | null;
  /** Of the year before, as the figures of others are not out yet. */
  readonly neighbours: readonly KpiValueRow[];
  readonly neighbourAverage: KpiValueRow | null;
  readonly england: KpiValueRow | null;
}

/**
 * Whether a figure is the one that the publisher gave a year before: of the calendar year before,
 * or at the last census date, which lies less than 400 days back.
 */
function isYearBefore(before: KpiValueRow, now: KpiValueRow): boolean {
  if (now.frequency === "calendar_year")
    return civilOf(before.period_start).year === civilOf(now.period_start).year - 1;
  const days = now.period_end - before.period_end;
  return days > 0 && days < 400;
}

const newestOf = (rows: readonly KpiValueRow[]): KpiValueRow | null =>
  rows.reduce<KpiValueRow | null>(
    (last, row) => (last === null || row.period_end > last.period_end ? row : last),
    null,
  );

const has = (row: KpiValueRow): boolean => row.value !== null;

/** What the figures of an indicator are held against, of the year before `now`. */
function heldAgainst(
  { indicator }: PublishedMapping,
  now: KpiValueRow,
  rows: readonly KpiValueRow[],
): (role: KpiValueRow["area_role"]) => readonly KpiValueRow[] {
  const like = rows.filter(
    (row) =>
      row.indicator_id === indicator &&
      row.breakdown === "all" &&
      row.origin === "published" &&
      row.frequency === now.frequency &&
      isYearBefore(row, now) &&
      has(row),
  );
  return (role) => like.filter(({ area_role }) => area_role === role);
}

/**
 * The figures that would be published of the newest extract, beside last year's and those of
 * neighbours and England, in the order of `mappings`. `rows` are those of the build.
 */
export function besideLastYear(
  { figures, before }: Readonly<Record<"figures" | "before", readonly KpiValueRow[]>>,
  rows: readonly KpiValueRow[],
  mappings: readonly PublishedMapping[],
): BesideLastYear[] {
  const asked = new Map(mappings.flatMap((one) => (one.group ? [] : [[one.indicator, one]])));
  return [...asked.values()].flatMap((mapping): BesideLastYear[] => {
    const counted = mapping.variant ?? mapping.indicator;
    const now = newestOf(figures.filter(({ indicator_id }) => indicator_id === counted));
    if (now === null) return [];
    const against = heldAgainst(mapping, now, rows);
    const counts = before.filter(
      (row) => row.indicator_id === counted && isYearBefore(row, now) && has(row),
    );
    return [
      {
        indicator: mapping.indicator,
        mapping,
        now,
        before: newestOf(against("own")) ?? newestOf(counts),
        neighbours: against("neighbour"),
        neighbourAverage: newestOf(
          against("neighbour_average").filter(({ method }) => method === "mean"),
        ),
        england: newestOf(against("england")),
      },
    ];
  });
}
