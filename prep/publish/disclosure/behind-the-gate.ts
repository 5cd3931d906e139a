import type { KpiValueRow } from "../../star/kpi-value-row";

/** Said where rows are left out: how many might tell who they are. */
export const LEFT_OUT = "Too little of the data could be read";

const isGated = ({ origin, value, rows_eligible, rows_left_out }: KpiValueRow, limit: number) =>
  origin !== "sheet" &&
  value !== null &&
  rows_eligible !== null &&
  rows_left_out !== null &&
  100 * rows_left_out > limit * rows_eligible;

const seriesOf = (row: KpiValueRow): string =>
  [row.indicator_id, row.area_code, row.frequency, row.breakdown, row.breakdown_value].join("|");

/** A figure without its number. */
const absent = (row: KpiValueRow): KpiValueRow => ({
  ...row,
  numerator: null,
  denominator: null,
  value: null,
  status: "not_available",
  status_text: LEFT_OUT,
  comparability: null,
  comparability_note: null,
  // Groups are not rated: they have no target.
  ...(row.breakdown === "all" ? { rating: "not_rated", rating_reason: "no_value" } : {}),
  end_rating: row.end_rating === null ? null : "not_rated",
  gap: null,
  previous: null,
  movement: null,
  judgement: null,
  rank: null,
  rank_of: null,
  quartile: null,
  interval_lower: null,
  interval_upper: null,
  interval_method: null,
  england_difference: null,
});

/**
 * Published figures without those that leave out more than a share (per cent) of what should have been counted. The gate stands
 * behind disclosure control here: a figure that it took away before would be missing among the sums
 * that hidden numbers are protected by, and could be worked out from them. `counted` are the same
 * rows, in the same order, before they were made safe.
 */
export function behindTheGate(
  published: readonly KpiValueRow[],
  counted: readonly KpiValueRow[],
  notAvailableAbove: number,
): KpiValueRow[] {
  const afterGap = new Set<string>();
  return published.map((row, i) => {
    const series = seriesOf(row);
    const follows = afterGap.delete(series);
    if (isGated(counted[i], notAvailableAbove)) {
      afterGap.add(series);
      return row.status === "suppressed" ? row : absent(row);
    }
    return follows ? { ...row, previous: null, movement: null, judgement: null } : row;
  });
}
