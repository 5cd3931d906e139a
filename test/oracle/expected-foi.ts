import type { Day } from "../../prep/calendar/day";
import type { History, Life } from "../../prep/sample/history";
import { reviewShown, showsActive } from "../../prep/sample/what-a-return-shows";
import { ageBand } from "./groups";
import { hasPlanInForce } from "../../prep/sample/plan-in-force";
import { isToCome } from "./to-come";

/**
 * What truly happened from one day to another, as far as the returns can tell; the days must lie in
 * the returns' time.
 */
export interface ExpectedEvents {
  requests_received: number;
  decisions: number;
  refusals: number;
  plans_issued: number;
  plans_timed: number;
  plans_in_time: number;
  plans_timed_no_exception: number;
  plans_in_time_no_exception: number;
  plans_ceased: number;
  reviews_held: number;
}

const FIRST_WITH_REVIEWS = 2024;

/** Events of one span of days, life by life. */
export function expectedEvents({ returns, lives }: History, from: Day, to: Day): ExpectedEvents {
  const events: ExpectedEvents = {
    requests_received: 0,
    decisions: 0,
    refusals: 0,
    plans_issued: 0,
    plans_timed: 0,
    plans_in_time: 0,
    plans_timed_no_exception: 0,
    plans_in_time_no_exception: 0,
    plans_ceased: 0,
    reviews_held: 0,
  };
  const isIn = (day: Day): boolean => day >= from && day <= to;
  for (const { requests } of lives())
    for (const { received, decision, assessment, plan } of requests) {
      if (plan) {
        if (
          plan.cease &&
          isIn(plan.cease.date) &&
          (plan.transfer === null || plan.transfer.day <= plan.cease.date)
        )
          events.plans_ceased++;
        const shown = returns
          .filter((ret) => ret.year >= FIRST_WITH_REVIEWS && showsActive(plan, ret))
          .flatMap((ret) => reviewShown(plan, ret)?.meeting ?? []);
        events.reviews_held += [...new Set(shown)].filter(isIn).length;
        if (plan.transfer) continue;
      }
      if (received !== null && isIn(received)) events.requests_received++;
      if (decision?.dated && decision.outcome !== "W" && isIn(decision.date)) {
        events.decisions++;
        if (decision.outcome === "N") events.refusals++;
      }
      const result = assessment?.result;
      if (!result?.dated || result.outcome !== "Y" || !isIn(result.date)) continue;
      events.plans_issued++;
      if (received === null) continue;
      const inTime = result.date - received <= 140 ? 1 : 0;
      events.plans_timed++;
      events.plans_in_time += inTime;
      if (assessment!.week20) continue;
      events.plans_timed_no_exception++;
      events.plans_in_time_no_exception += inTime;
    }
  return events;
}

function addTo(counts: Record<string, number>, band: string): void {
  counts[band] = (counts[band] ?? 0) + 1;
}

const ageLastAugust = ({ person }: Life, day: Day): string => {
  const [year, month] = new Date(day * 86_400_000).toISOString().split("-").map(Number);
  return ageBand(person.birth, Date.UTC(month > 8 ? year : year - 1, 7, 31) / 86_400_000);
};

/** Cases open on a day by age band. */
export function expectedOpen(
  { returns, lives }: History,
  day: Day,
): Readonly<
  Record<"requests_awaiting" | "assessments_open" | "plans_in_force", Record<string, number>>
> {
  const open = { requests_awaiting: {}, assessments_open: {}, plans_in_force: {} } as Record<
    "requests_awaiting" | "assessments_open" | "plans_in_force",
    Record<string, number>
  >;
  const { end } = returns[returns.length - 1];
  for (const life of lives()) {
    if (hasPlanInForce(life, day, returns)) addTo(open.plans_in_force, ageLastAugust(life, day));
    for (const { received, decision, assessment, plan } of life.requests) {
      if (plan?.transfer || (received !== null && received > day)) continue;
      if (isToCome(decision, day, end))
        addTo(open.requests_awaiting, ageBand(life.person.birth, received));
      else if (decision?.outcome === "Y" && assessment && isToCome(assessment.result, day, end))
        addTo(open.assessments_open, ageBand(life.person.birth, received));
    }
  }
  return open;
}
