import { civilOf, dayOf, type Day } from "../../prep/calendar/day";
import type { History, ReturnInfo } from "../../prep/sample/history";
import type { ExpectedIndicator } from "./indicators";
import { monthEndsIn } from "./periods";

export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** Which days the returns can speak of, for each kind of figure; `asAt` cuts them all. */
export interface Knowable {
  readonly spans: Readonly<Record<ExpectedIndicator["knows"], Span>>;
  /** Census days up to the data end. */
  readonly censusDays: readonly Day[];
  /** Days of the caseload: month ends and census days. */
  readonly planDays: readonly Day[];
  /** Month ends for requests and assessments. */
  readonly requestDays: readonly Day[];
  readonly covering: (day: Day) => ReturnInfo | undefined;
  readonly hasReviews: (day: Day) => boolean;
  /** Phase transfers are in the returns from 2025 on. */
  readonly hasTransfers: (day: Day) => boolean;
}

export function knowableOf({ returns }: History, asAt: Day | null): Knowable {
  const first = returns[0].start;
  const cut = (day: Day): Day => (asAt === null ? day : Math.min(day, asAt));
  const newest = returns[returns.length - 1];
  const [requestsEnd, plansEnd] = [cut(newest.end), cut(newest.reference)];
  const from2024 = Math.max(first, dayOf(2024, 1, 1));
  // Review meetings are in the returns from 2024 on, whose reference years begin with 2023.
  const from2023 = Math.max(first, dayOf(2023, 1, 1));
  const censusDays = returns.map(({ reference }) => reference).filter((day) => day <= plansEnd);
  const covering = (day: Day): ReturnInfo | undefined =>
    returns.find((ret) => ret.start <= day && day <= ret.reference);
  const isYearEnd = (day: Day): boolean => civilOf(day).month === 12 && civilOf(day).day === 31;
  return {
    spans: {
      requests: { first, last: requestsEnd },
      // Of what falls due 6 or 20 weeks after a request, those received since the first day are
      // told.
      decisions_due: { first: first + 42, last: requestsEnd },
      plans_due: { first: first + 140, last: requestsEnd },
      plans: { first, last: plansEnd },
      source: { first: from2024, last: requestsEnd },
      reviews: { first: from2023, last: plansEnd },
      review_days: { first, last: plansEnd },
      phase: { first: from2024, last: plansEnd },
      phase_days: { first, last: plansEnd },
    },
    censusDays,
    planDays: [...new Set([...monthEndsIn(first, plansEnd), ...censusDays])],
    requestDays: monthEndsIn(first, requestsEnd),
    covering,
    hasTransfers: (day) => (covering(day)?.year ?? 0) >= 2025,
    hasReviews: (day) =>
      (isYearEnd(day) || censusDays.includes(day)) && (covering(day)?.year ?? 0) >= 2024,
  };
}
