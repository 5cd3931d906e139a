import { addMonths, ageOn, civilOf, dayOf, type Day } from "../../prep/calendar/day";
import type {
  Life,
  AssessmentOutcome,
  SamplePlan,
  Request,
  ReturnInfo,
} from "../../prep/sample/history";
import { lastKnown, phaseTransferShown, showsActive } from "../../prep/sample/what-a-return-shows";
import { hasPlanInForce } from "../../prep/sample/plan-in-force";
import { lastReviewBy } from "./plan-on-day";
import { isToCome } from "./to-come";

/**
 * Something that was due to be done for a person and was not done yet, as far as the returns can
 * tell.
 */
export interface LifeAlert {
  readonly kind:
    | "request_decision"
    | "not_issue_decision"
    | "final_plan"
    | "annual_review"
    | "review_decision"
    | "amended_plan"
    | "phase_transfer";
  readonly due: Day;
  readonly exception: boolean;
  /** The return gives no due date: the child's age does. */
  readonly byAge: boolean;
}

const SIX_WEEKS = 42;
const SIXTEEN_WEEKS = 112;
const TWENTY_WEEKS = 140;
/** First return with dates of phase transfers. */
const FIRST_WITH_TRANSFERS = 2025;

const alert = (kind: LifeAlert["kind"], due: Day, more: Partial<LifeAlert> = {}): LifeAlert => ({
  kind,
  due,
  exception: false,
  byAge: false,
  ...more,
});

/**
 * Whether one of the returns dates an outcome: only then does it say whether an exception applied.
 */
const isShown = (
  result: AssessmentOutcome | null,
  request: Request,
  returns: readonly ReturnInfo[],
): boolean =>
  result !== null &&
  returns.some((ret) => result.date >= ret.start && result.date <= lastKnown(request, ret));

/** What was still to be done on a day for one request. */
export function requestAlertsOf(
  request: Request,
  day: Day,
  returns: readonly ReturnInfo[],
): LifeAlert[] {
  const { received, decision, assessment, plan } = request;
  const newest = returns[returns.length - 1];
  if (plan?.transfer || received === null || received > day) return [];
  if (isToCome(decision, day, newest.end)) return [alert("request_decision", received + SIX_WEEKS)];
  if (decision?.outcome !== "Y" || !assessment || !isToCome(assessment.result, day, newest.end))
    return [];
  const { agreedToIssue, result, week20 } = assessment;
  const shown = isShown(result, request, returns);
  // The newest return shows that it was decided to issue a plan, and no return shows the plan.
  const agreed = !shown && agreedToIssue !== null && agreedToIssue <= lastKnown(request, newest);
  return [
    ...(agreed ? [] : [alert("not_issue_decision", received + SIXTEEN_WEEKS)]),
    alert("final_plan", received + TWENTY_WEEKS, { exception: shown && week20 }),
  ];
}

/** The last day that lies no more than twelve months after another, found by trying. */
function twelveMonthsAfter(day: Day): Day {
  let last = day + 360;
  while (addMonths(last + 1, -12) <= day) last++;
  return last;
}

function reviewAlerts(
  plan: SamplePlan,
  day: Day,
  ret: ReturnInfo,
  returns: readonly ReturnInfo[],
): LifeAlert[] {
  const last = lastReviewBy(plan, day, ret, returns);
  if (last === "unknown") return [];
  const { meeting, decided, outcome } =
    last === "none" ? { meeting: null, decided: null, outcome: "" } : last;
  const alerts = [alert("annual_review", twelveMonthsAfter(decided ?? meeting ?? plan.start))];
  if (meeting === null) return alerts;
  if (decided === null) return [...alerts, alert("review_decision", meeting + 28)];
  const final =
    ret.year >= FIRST_WITH_TRANSFERS && showsActive(plan, ret)
      ? (phaseTransferShown(plan, ret)?.final ?? null)
      : null;
  const amended = final !== null && final <= day && final >= meeting;
  return outcome === "A" && !amended && meeting + 84 >= day
    ? [...alerts, alert("amended_plan", meeting + 84)]
    : alerts;
}

/**
 * Children who go into reception or year 7 are to have their plan by 15 February, those who leave
 * year 11 by 31 March.
 */
function dueByAge(birth: Day, plan: SamplePlan, day: Day): Day | null {
  const { year, month } = civilOf(day);
  const summer = month >= 9 ? year + 1 : year;
  if (plan.start > dayOf(summer - 1, 8, 31)) return null;
  const age = ageOn(birth, dayOf(summer, 8, 31));
  return age === 4 || age === 11 ? dayOf(summer, 2, 15) : age === 16 ? dayOf(summer, 3, 31) : null;
}

function transferAlerts(birth: Day, plan: SamplePlan, day: Day, ret: ReturnInfo): LifeAlert[] {
  if (!showsActive(plan, ret)) return [];
  const transfer = phaseTransferShown(plan, ret);
  if (transfer)
    return transfer.final !== null && transfer.final <= day
      ? []
      : [alert("phase_transfer", transfer.due)];
  const due = dueByAge(birth, plan, day);
  return due === null ? [] : [alert("phase_transfer", due, { byAge: true })];
}

/**
 * What was still to be done on a day for a person's plan, with the reviews where `withReviews`.
 * `ret` is the return that covers the day.
 */
export function planAlertsOf(
  life: Life,
  day: Day,
  ret: ReturnInfo,
  returns: readonly ReturnInfo[],
  withReviews: boolean,
): LifeAlert[] {
  const plan = hasPlanInForce(life, day, returns);
  if (!plan) return [];
  return [
    ...(withReviews ? reviewAlerts(plan, day, ret, returns) : []),
    ...(ret.year >= FIRST_WITH_TRANSFERS ? transferAlerts(life.person.birth, plan, day, ret) : []),
  ];
}
