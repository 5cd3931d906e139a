import { civilOf, dayOf, type Day } from "../../../calendar/day";
import type { Sen2Return } from "../read/return";

/**
 * The dates that a return can speak of. Requests and assessments: its reference period, 1 January
 * of the year before the collection year
 * to 31 December, or to the reference date of an in-year extract. Plans, placements and reviews:
 * from the same day to the reference date.
 * Both end at `asAt` where that is earlier (docs/counting.md, which days a return covers).
 */
export interface ReturnPeriod {
  readonly year: number;
  readonly start: Day;
  readonly requestsEnd: Day;
  readonly plansEnd: Day;
  /**
   * The reference date, the day that the published caseload is of; null where the data end before
   * it.
   */
  readonly census: Day | null;
}

export function returnPeriod(
  ret: Pick<Sen2Return, "year" | "referenceDate">,
  asAt: Day | null,
): ReturnPeriod {
  const limit = asAt ?? ret.referenceDate;
  const plansEnd = Math.min(ret.referenceDate, limit);
  return {
    year: ret.year,
    start: dayOf(ret.year - 1, 1, 1),
    requestsEnd: Math.min(plansEnd, dayOf(ret.year - 1, 12, 31)),
    plansEnd,
    census: plansEnd === ret.referenceDate ? plansEnd : null,
  };
}

/** Calendar year that a return's reference period is. */
export const isInReferenceYear = (day: Day, period: Pick<ReturnPeriod, "year">): boolean =>
  civilOf(day).year === period.year - 1;

/**
 * Index of the return that covers a day: the earliest reference date on or after it, with a
 * reference period that has begun by then; -1 when none does. `periods` are in the order of their
 * reference dates.
 */
export function coveringReturn(periods: readonly ReturnPeriod[], day: Day): number {
  return periods.findIndex((period) => day >= period.start && day <= period.plansEnd);
}

/** The same for requests and assessments, whose reference period ends on 31 December. */
export function coveringRequests(periods: readonly ReturnPeriod[], day: Day): number {
  return periods.findIndex((period) => day >= period.start && day <= period.requestsEnd);
}

/** The last day that any return speaks of: the data end. */
export const lastDay = (periods: readonly ReturnPeriod[]): Day =>
  Math.max(...periods.map(({ plansEnd }) => plansEnd));
