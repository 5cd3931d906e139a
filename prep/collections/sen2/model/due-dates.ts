import { addMonths, civilOf, dayFromIso, dayOf, type Day } from "../../../calendar/day";
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
 * Due dates of phase transfers that children's ages tell, in the school year of a day; null where
 * the age tells none, or the plan began in that
 * school year: it was written with the move in view. Moves between infant, junior and middle
 * schools cannot be told by age.
 */
export function transfersByAge(
  day: Day,
  limits: Sen2Limits,
): (birth: Day, planStart: Day) => Day | null {
  const { year, month } = civilOf(day);
  const moving = month > 8 ? year + 1 : year;
  const lastAugust = dayOf(moving - 1, 8, 31);
  const moves = MOVES.map(({ age, limit }) => ({
    after: dayOf(moving - age - 1, 8, 31),
    upTo: dayOf(moving - age, 8, 31),
    due: inYear(moving, limits[limit]),
  }));
  return (birth, planStart) => {
    if (planStart > lastAugust) return null;
    for (const { after, upTo, due } of moves) if (birth > after && birth <= upTo) return due;
    return null;
  };
}

/**
 * Last day that a review is in time: it is overdue on the first day whose date so many months
 * before lies after the last review.
 */
export const reviewDue = (last: Day, months: number): Day =>
  Math.max(addMonths(last, months), addMonths(last + 1, months) - 1);
