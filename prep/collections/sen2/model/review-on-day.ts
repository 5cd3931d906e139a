import { civilOf, type Day } from "../../../calendar/day";
import { MISSING } from "../../../columns/column";
import type { Cases } from "./cases";
import type { ReturnPeriod } from "./periods";
import type { PlanRecords } from "./plan-records";

/**
 * Days that reviews are known for: 31 December of a reference year and the reference date, from the
 * 2024 return on (SEN2 keeps only the latest review).
 */
export function reviewsKnown(day: Day, period: ReturnPeriod): boolean {
  const { year, month, day: ofMonth } = civilOf(day);
  return (
    period.year >= 2024 &&
    (day === period.census || (month === 12 && ofMonth === 31 && year === period.year - 1))
  );
}

/** The last review of a plan by a day. */
interface ReviewOnDay {
  /** MISSING where there is none by the day. */
  readonly meeting: Day;
  readonly decision: Day;
  /** Observation that shows it, -1 where none does. */
  readonly observation: number;
  /**
   * False where the returns show a review after the day alone, or no active plan record at all:
   * nobody knows whether there was one before.
   */
  readonly isKnown: boolean;
}

/**
 * The last review of a case by a day: from the newest observation up to `newest` (a position in
 * `cases.order`, or -1) whose review lies on or before the day. A return
 * keeps only the latest review of a plan, so that one after the day hides those before it, and an
 * earlier return is asked.
 */
export function reviewOn(
  { cases, records }: { readonly cases: Cases; readonly records: readonly PlanRecords[] },
  c: number,
  newest: number,
  day: Day,
): ReviewOnDay {
  let isHidden = false;
  let isActive = false;
  for (let at = newest; at >= cases.from[c]; at--) {
    const observation = cases.order[at];
    const active = cases.observations.activePlan[observation];
    if (active < 0) continue;
    isActive = true;
    const { reviewMeeting, lastReview } = records[cases.observations.ret[observation]];
    const by = (value: Day): Day => (value <= day ? value : MISSING);
    const [meeting, decision] = [by(reviewMeeting[active]), by(lastReview[active])];
    if (meeting !== MISSING || decision !== MISSING)
      return { meeting, decision, observation, isKnown: true };
    isHidden ||= reviewMeeting[active] !== MISSING || lastReview[active] !== MISSING;
  }
  return {
    meeting: MISSING,
    decision: MISSING,
    observation: -1,
    isKnown: isActive && !isHidden,
  };
}

/**
 * Day of the last review that counts: its decision, else its meeting, else the start of the plan.
 */
export const lastReviewOf = (
  { meeting, decision }: Pick<ReviewOnDay, "meeting" | "decision">,
  start: Day,
): Day => (decision !== MISSING ? decision : meeting !== MISSING ? meeting : start);

/** A meeting whose decision is not known to have been made on it or after it. */
export const awaitsDecision = ({
  meeting,
  decision,
}: Pick<ReviewOnDay, "meeting" | "decision">): boolean =>
  meeting !== MISSING && (decision === MISSING || decision < meeting);
