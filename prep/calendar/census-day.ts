import { dayOf, type Day } from "./day";
import type { TermName } from "./terms";

/** Month, and which of its Thursdays. */
const THURSDAYS: Readonly<Record<TermName, readonly [month: number, nth: number]>> = {
  Autumn: [10, 1],
  Spring: [1, 3],
  Summer: [5, 3],
};

/**
 * Census day of a term in a calendar year: the first Thursday of October, the third of January (of
 * SEN2 too), the third of May. So were all of 2022 to 2026.
 */
export function censusDay(year: number, term: TermName): Day {
  const [month, nth] = THURSDAYS[term];
  const first = dayOf(year, month, 1);
  // 1970-01-01 was a Thursday.
  return first + ((7 - (((first % 7) + 7) % 7)) % 7) + (nth - 1) * 7;
}
