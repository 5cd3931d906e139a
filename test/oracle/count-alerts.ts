import type { Day } from "../../prep/calendar/day";
import type { Life, ReturnInfo } from "../../prep/sample/history";
import { planAlertsOf, requestAlertsOf, type LifeAlert } from "./alerts-of-life";
import type { IndicatorId } from "./indicators";
import type { Knowable } from "./knowable";
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
    const alerts = planAlertsOf(life, day, known.covering(day)!, returns, known.hasReviews(day));
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
