import type { MonthIndex } from "../../calendar/periods";
import type { PersonMonths } from "./extract";

/** Rows in the order of their months: `order[from[i]] … order[from[i + 1] - 1]` are those of `months[i]`. */
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

/**
 * For each person in a month the record that says where they live: the one that national counts use (PatMRecInRP), which may be another
 * provider's; their own where no loaded record is it, as in an extract that holds some providers only.
 */
export function homeRecords(
  people: PersonMonths,
  months: readonly MonthIndex[],
  peopleCount: number,
): Int32Array {
  const home = Int32Array.from({ length: people.count }, (_, row) => row);
  const national = new Int32Array(peopleCount);
  const { from, order } = byMonth(people.month, months);
  for (let m = 0; m < months.length; m++) {
    national.fill(-1);
    for (let i = from[m]; i < from[m + 1]; i++)
      if (people.national[order[i]] === 1 && people.person[order[i]] > 0)
        national[people.person[order[i]]] = order[i];
    for (let i = from[m]; i < from[m + 1]; i++) {
      const known = people.person[order[i]] > 0 ? national[people.person[order[i]]] : -1;
      if (known >= 0) home[order[i]] = known;
    }
  }
  return home;
}
