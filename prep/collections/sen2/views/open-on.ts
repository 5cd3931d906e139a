import {
  above,
  and,
  atLeast,
  atMost,
  below,
  daysBetween,
  equal,
  isGiven,
  isIn,
  isMissing,
  not,
  or,
  type Expression,
} from "../../../columns/expression";
import type { outcomes } from "./groups";

type Flag = Expression<"flag">;
type Day = Expression<"day">;
type Outcome = Expression<"text", (typeof outcomes)[number]>;

/** What is known of a request and its assessment. */
interface RequestEvents {
  readonly received_date: Day;
  readonly decision: Outcome;
  readonly decision_date: Day;
  /** The decision had been taken by this day: a return says H of it. */
  readonly decision_before: Day;
  readonly assessment_outcome: Outcome;
  readonly assessment_outcome_date: Day;
  readonly assessment_before: Day;
  /** Last day that a return shows the request, where later ones leave it out. */
  readonly shown_until: Day;
}

interface Event {
  readonly outcome: Outcome;
  readonly date: Day;
  readonly before: Day;
}

/** Where a request stands on a day. */
interface OpenOn {
  /** Received by the day, and neither decided nor withdrawn by then. */
  readonly awaiting: Flag;
  /**
   * The assessment was agreed by the day, and has led to no plan, decision or withdrawal by then.
   */
  readonly open: Flag;
  /** The decision to issue is taken, the plan is not out yet. */
  readonly decidedToIssue: Flag;
  /** Not decided or withdrawn by the day, and nobody knows since when: no date of receipt. */
  readonly awaitingUntimed: Flag;
}

/** Whether requests wait for their decision, or their assessment is open, on a day. */
export function openOn(q: RequestEvents, day: Day): OpenOn {
  const decision: Event = {
    outcome: q.decision,
    date: q.decision_date,
    before: q.decision_before,
  };
  const assessment: Event = {
    outcome: q.assessment_outcome,
    date: q.assessment_outcome_date,
    before: q.assessment_before,
  };
  /** A return says H of the event, so that it had happened by the day. */
  const historical = ({ before }: Event): Flag => atMost(before, day);
  /** Still to come on the day: awaited, or dated after it. An undated W never is. */
  const pending = (event: Event): Flag =>
    or(
      and(equal(event.outcome, "A"), not(historical(event))),
      and(isIn(event.outcome, ["Y", "N", "W"]), above(event.date, day)),
    );
  /**
   * The decision to assess had been taken by the day: Y dated on or before it, or H (decided before
   * the first reference year that shows it).
   */
  const agreed = or(
    and(equal(q.decision, "Y"), atMost(q.decision_date, day)),
    and(isMissing(q.decision_date), not(isIn(q.decision, ["N", "W"])), historical(decision)),
  );
  const isShown = not(below(q.shown_until, day));
  const decidedToIssue = and(
    equal(q.assessment_outcome, "Y"),
    isMissing(q.assessment_outcome_date),
  );
  const undecided = and(pending(decision), or(isShown, isGiven(q.decision_date)));
  return {
    awaiting: and(atLeast(daysBetween(q.received_date, day), 0), undecided),
    awaitingUntimed: and(isMissing(q.received_date), undecided),
    open: and(
      or(pending(assessment), decidedToIssue),
      agreed,
      or(isShown, isGiven(q.assessment_outcome_date)),
    ),
    decidedToIssue,
  };
}
