import { confidenceOf, differenceFrom } from "../../src/kpi/confidence";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { RatedIndicator } from "./rate-rows";

/** What intervals need to know of an indicator. */
export type IntervalIndicator = Pick<RatedIndicator, "unit" | "polarity" | "countsCases">;

/** What a figure and that of England share that may be held against each other. */
const likeEngland = (row: KpiValueRow): string =>
  [
    row.indicator_id,
    row.for_area_code,
    row.frequency,
    row.period_end,
    row.breakdown,
    row.breakdown_value,
    row.service,
  ].join("\0");

/** England's figures; of several for one key the published one. */
function ofEngland(rows: readonly KpiValueRow[]): ReadonlyMap<string, KpiValueRow> {
  const found = new Map<string, KpiValueRow>();
  for (const row of rows) {
    if (row.area_role !== "england" || row.value === null) continue;
    const key = likeEngland(row);
    if (row.origin === "published" || !found.has(key)) found.set(key, row);
  }
  return found;
}

/**
 * Whether a figure may be judged against England's: both are of one publication, or nothing is said
 * against comparing them.
 */
const isLike = (row: KpiValueRow, england: KpiValueRow): boolean =>
  row.comparability !== "not_comparable" &&
  england.comparability !== "not_comparable" &&
  ((row.origin === "published" && england.origin === "published") ||
    england.comparability === "comparable");

/**
 * Figures with their 95% confidence interval, where they are shares or rates of cases with known
 * parts, and how each differs from England's of the same period and group by its interval.
 */
export function withIntervals(
  rows: readonly KpiValueRow[],
  indicators: ReadonlyMap<string, IntervalIndicator>,
): KpiValueRow[] {
  const england = ofEngland(rows);
  const withEngland = new Set([...england.values()].map(({ indicator_id }) => indicator_id));
  return rows.map((row) => {
    const indicator = indicators.get(row.indicator_id);
    // A mean or a median of areas has no parts of its own.
    if (!indicator?.countsCases) return row;
    const { value, numerator, denominator } = row;
    const interval = confidenceOf({ value, numerator, denominator, unit: indicator.unit });
    if (interval === null) return row;
    const isBeside = row.area_role !== "england" && withEngland.has(row.indicator_id);
    const reference = isBeside ? england.get(likeEngland(row)) : undefined;
    return {
      ...row,
      interval_lower: interval.lower,
      interval_upper: interval.upper,
      interval_method: interval.method,
      england_difference:
        reference && isLike(row, reference)
          ? differenceFrom(reference.value!, interval, indicator.polarity)
          : null,
    };
  });
}
