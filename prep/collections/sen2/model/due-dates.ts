import { addMonths, ageOn, civilOf, dayFromIso, dayOf, type Day } from "../../../calendar/day";
import type { Sen2Limits } from "./limits";

/**
 * Ages on the 31 August before a child moves on, and the limit that runs: into reception and into
 * year 7, and from year 11 to post-16 (SEND Regulations 2014, regulation 18).
 */
const MOVES: readonly {
  readonly age: number;
  readonly limit: "phaseTransferSchool" | "phaseTransferPost16";
}[] = [
  { age: 4, limit: "phaseTransferSchool" },
  { age: 11, limit: "phaseTransferSchool" },
  { age: 16, limit: "phaseTransferPost16" },
];

/** The day of a year that `02-15` means. */
const inYear = (year: number, monthDay: string): Day => dayFromIso(`${year}-${monthDay}`)!;

/**
 * Due date of a phase transfer that a child's age tells, in the school year of a day; null where
 * the age tells none, or the plan began in that
 * school year: it was written with the move in view. Moves between infant, junior and middle
 * schools cannot be told by age.
 */
export function transferByAge(
  birth: Day,
  planStart: Day,
  day: Day,
  limits: Sen2Limits,
): Day | null {
  const { year, month } = civilOf(day);
  const august = dayOf(month > 8 ? year + 1 : year, 8, 31);
  const move = MOVES.find(({ age }) => age === ageOn(birth, august));
  const lastAugust = dayOf(civilOf(august).year - 1, 8, 31);
  return move === undefined || planStart > lastAugust
    ? null
    : inYear(civilOf(august).year, limits[move.limit]);
}

/**
 * Last day that a review is in time: it is overdue on the first day whose date so many months
 * before lies after the last review.
 */
export const reviewDue = (last: Day, months: number): Day =>
  Math.max(addMonths(last, months), addMonths(last + 1, months) - 1);
