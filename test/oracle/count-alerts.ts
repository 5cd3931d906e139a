import type { Day } from "../../prep/calendar/day";
import { hasPlanInForce } from "../../prep/sample/plan-in-force";
import type { Life, Request, ReturnInfo } from "../../prep/sample/history";
import { planAlertsOf, requestAlertsOf, type LifeAlert } from "./alerts-of-life";
import type { IndicatorId } from "./indicators";
import type { Knowable } from "./knowable";
import { lastReviewBy } from "./plan-on-day";
import type { Tally } from "./tally";

const EVERYONE = ["all|all"];

const within = (
  alerts: readonly LifeAlert[],
  kind: LifeAlert["kind"],
  day: Day,
  ahead: number,
): boolean =>
  alerts.some((alert) => alert.kind === kind && alert.due >= day && alert.due - day <= ahead);
const late = (
  alerts: readonly LifeAlert[],
  kind: LifeAlert["kind"],
  day: Day,
): LifeAlert | undefined => alerts.find((alert) => alert.kind === kind && alert.due < day);

/** Figures by the limits that still ran for a request. */
const OF_REQUESTS: Readonly<Partial<Record<LifeAlert["kind"], readonly IndicatorId[]>>> = {
  request_decision: [
    "ehc_request_decisions_due_14_days",
    "ehc_request_decisions_due_28_days",
    "ehc_request_decision_longest_overdue",
    "cases_near_deadline",
  ],
  not_issue_decision: ["ehc_assessments_undecided_over_16_weeks"],
  final_plan: [
    "ehc_plans_due_14_days",
    "ehc_plans_due_28_days",
    "ehc_plans_overdue_excl_exceptions",
    "ehc_plan_longest_overdue",
    "cases_near_deadline",
  ],
};

/** Figures by the last review of a plan. */
const OF_REVIEWS: readonly IndicatorId[] = [
  "annual_reviews_due_14_days",
  "annual_reviews_due_28_days",
  "annual_review_longest_overdue",
  "annual_review_decisions_overdue",
  "annual_review_decision_longest_overdue",
  "amended_plans_due_28_days",
];

/** Notes the cases whose limits run, those among them without a date of receipt as missed. */
function lookAtRequest(
  request: Request,
  day: Day,
  returns: readonly ReturnInfo[],
  tally: Tally,
): void {
  const { received } = request;
  const asIf = received === null ? { ...request, received: day } : request;
  for (const { kind } of requestAlertsOf(asIf, day, returns))
    for (const id of OF_REQUESTS[kind] ?? [])
      if (received === null) tally.miss(id, day, EVERYONE);
      else tally.look(id, day, EVERYONE);
}

/** Notes the plans in force, those among them whose last review nobody knows as missed. */
function lookAtPlan(
  life: Life,
  day: Day,
  covering: ReturnInfo,
  returns: readonly ReturnInfo[],
  tally: Tally,
): void {
  const plan = hasPlanInForce(life, day, returns);
  if (!plan) return;
  const isKnown = lastReviewBy(plan, day, covering, returns) !== "unknown";
  for (const id of OF_REVIEWS)
    if (isKnown) tally.look(id, day, EVERYONE);
    else tally.miss(id, day, EVERYONE);
}

/** Counts what was overdue, and due within 14 and 28 days, on each day that alerts are told of. */
export function countAlerts(
  life: Life,
  returns: readonly ReturnInfo[],
  known: Knowable,
  tally: Tally,
): void {
  for (const day of new Set([...known.requestDays, known.spans.requests.last]))
    for (const request of life.requests) {
      const alerts = requestAlertsOf(request, day, returns);
      lookAtRequest(request, day, returns, tally);
      const add = (id: IndicatorId, counts: boolean): void =>
        tally.add(id, day, EVERYONE, counts, false);
      const longest = (id: IndicatorId, alert: LifeAlert | undefined): void =>
        tally.add(id, day, EVERYONE, false, alert !== undefined, alert && day - alert.due);
      add("ehc_request_decisions_due_14_days", within(alerts, "request_decision", day, 14));
      add("ehc_request_decisions_due_28_days", within(alerts, "request_decision", day, 28));
      longest("ehc_request_decision_longest_overdue", late(alerts, "request_decision", day));
      add(
        "ehc_assessments_undecided_over_16_weeks",
        late(alerts, "not_issue_decision", day) !== undefined,
      );
      add("ehc_plans_due_14_days", within(alerts, "final_plan", day, 14));
      add("ehc_plans_due_28_days", within(alerts, "final_plan", day, 28));
      add(
        "ehc_plans_overdue_excl_exceptions",
        late(alerts, "final_plan", day)?.exception === false,
      );
      longest("ehc_plan_longest_overdue", late(alerts, "final_plan", day));
      add(
        "cases_near_deadline",
        alerts.some(({ due }) => due - day <= 14),
      );
    }
  for (const day of new Set([...known.planDays, known.spans.plans.last])) {
    const covering = known.covering(day)!;
    const alerts = planAlertsOf(life, day, covering, returns, known.hasReviews(day));
    if (known.hasReviews(day)) lookAtPlan(life, day, covering, returns, tally);
    const add = (id: IndicatorId, counts: boolean): void =>
      tally.add(id, day, EVERYONE, counts, false);
    const longest = (id: IndicatorId, alert: LifeAlert | undefined): void =>
      tally.add(id, day, EVERYONE, false, alert !== undefined, alert && day - alert.due);
    add("annual_reviews_due_14_days", within(alerts, "annual_review", day, 14));
    add("annual_reviews_due_28_days", within(alerts, "annual_review", day, 28));
    longest("annual_review_longest_overdue", late(alerts, "annual_review", day));
    add("annual_review_decisions_overdue", late(alerts, "review_decision", day) !== undefined);
    longest("annual_review_decision_longest_overdue", late(alerts, "review_decision", day));
    add("amended_plans_due_28_days", within(alerts, "amended_plan", day, 28));
    add("phase_transfers_due_28_days", within(alerts, "phase_transfer", day, 28));
    add("phase_transfers_overdue", late(alerts, "phase_transfer", day) !== undefined);
    longest("phase_transfer_longest_overdue", late(alerts, "phase_transfer", day));
  }
}
