import type { MonthIndex } from "../calendar/periods";

/**
 * Rows in the order of their months: `order[from[i]] … order[from[i + 1] - 1]` are those of
 * `months[i]`.
 */
export interface ByMonth {
  readonly months: readonly MonthIndex[];
  readonly from: Int32Array;
  readonly order: Int32Array;
}

/** Sorts rows by month, keeping their order within it. Rows that `wanted` refuses are left out. */
export function byMonth(
  month: Int32Array,
  months: readonly MonthIndex[],
  wanted: (row: number) => boolean = () => true,
): ByMonth {
  const place = new Map(months.map((m, i) => [m, i]));
  const slot = new Int32Array(month.length);
  const from = new Int32Array(months.length + 1);
  for (let row = 0; row < month.length; row++) {
    slot[row] = wanted(row) ? (place.get(month[row]) ?? -1) : -1;
    if (slot[row] >= 0) from[slot[row] + 1]++;
  }
  for (let i = 0; i < months.length; i++) from[i + 1] += from[i];
  const next = from.slice(0, months.length);
  const order = new Int32Array(from[months.length]);
  for (let row = 0; row < month.length; row++) if (slot[row] >= 0) order[next[slot[row]]++] = row;
  return { months, from, order };
}
