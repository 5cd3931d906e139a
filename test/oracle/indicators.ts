import type { Breakdown } from "./groups";

const PERSON: readonly Breakdown[] = ["age_band", "sex", "ethnicity_group"];
const REQUEST: readonly Breakdown[] = [...PERSON, "request_source"];
const ISSUE: readonly Breakdown[] = [...REQUEST, "primary_need"];
const PAIRS: readonly Breakdown[] = ["age_band_by_primary_need", "setting_group_by_primary_need"];
const CASELOAD: readonly Breakdown[] = [...PERSON, "primary_need", "setting_group"];

/**
 * `knows`: the stretch of time that the figure is known for. `form`: count, percent, mean of weeks,
 * or a place in the sorted weeks.
 * `register`: only with a school register. `yearly`: not for months, quarters and rolling years.
 * `atDataEnd`: also on the last day known, where that is not the end of a month.
 */
export interface ExpectedIndicator {
  readonly id: string;
  readonly kind: "flow" | "snapshot";
  readonly knows:
    | "requests"
    | "decisions_due"
    | "plans_due"
    | "plans"
    | "source"
    | "reviews"
    | "review_days"
    | "phase"
    | "phase_days";
  readonly form: "count" | "percent" | "mean" | "median" | "p90" | "longest" | "longest_days";
  readonly breakdowns: readonly Breakdown[];
  readonly register?: true;
  readonly yearly?: true;
  readonly atDataEnd?: true;
}

const flow = (
  id: string,
  knows: ExpectedIndicator["knows"],
  form: ExpectedIndicator["form"],
  breakdowns: readonly Breakdown[],
): ExpectedIndicator => ({ id, kind: "flow", knows, form, breakdowns });
const snap = (
  id: string,
  knows: ExpectedIndicator["knows"],
  form: ExpectedIndicator["form"],
  breakdowns: readonly Breakdown[],
): ExpectedIndicator => ({ id, kind: "snapshot", knows, form, breakdowns });
const alert = (
  id: string,
  knows: "requests" | "review_days" | "phase_days",
  form: "count" | "longest_days" = "count",
): ExpectedIndicator => ({ ...snap(id, knows, form, []), atDataEnd: true });
const place = (id: string): ExpectedIndicator => ({
  ...snap(id, "plans", "percent", CASELOAD),
  register: true,
});

/** Every indicator that is counted from SEN2, with or without a school register. */
export const INDICATORS = [
  snap("ehc_plans_maintained", "plans", "count", [...CASELOAD, ...PAIRS, "ward"]),
  flow("ehc_requests_received", "requests", "count", REQUEST),
  flow("ehc_requests_by_parents_pct", "source", "percent", REQUEST),
  flow("ehc_request_decisions", "requests", "count", REQUEST),
  flow("ehc_request_decisions_within_6_weeks_pct", "requests", "percent", REQUEST),
  flow("ehc_requests_due_decided_within_6_weeks_pct", "decisions_due", "percent", PERSON),
  flow("ehc_requests_refused_pct", "requests", "percent", REQUEST),
  snap("ehc_requests_awaiting_decision", "requests", "count", REQUEST),
  snap("ehc_requests_awaiting_over_6_weeks", "requests", "count", REQUEST),
  flow("ehc_assessments_agreed", "requests", "count", REQUEST),
  flow("ehc_assessments_completed", "requests", "count", REQUEST),
  flow("ehc_assessments_not_issued_pct", "requests", "percent", REQUEST),
  flow("ehc_not_issued_within_16_weeks_pct", "requests", "percent", REQUEST),
  flow("ehc_plans_issued", "requests", "count", ISSUE),
  flow("ehc_plans_within_20_weeks_pct", "requests", "percent", ISSUE),
  flow("ehc_plans_due_issued_within_20_weeks_pct", "plans_due", "percent", PERSON),
  flow("ehc_plans_within_20_weeks_excl_exceptions_pct", "requests", "percent", ISSUE),
  flow("ehc_plan_weeks_mean", "requests", "mean", ISSUE),
  flow("ehc_plan_weeks_median", "requests", "median", ISSUE),
  flow("ehc_plan_weeks_p90", "requests", "p90", ISSUE),
  flow("ehc_plan_weeks_longest", "requests", "longest", ISSUE),
  snap("ehc_assessments_open", "requests", "count", REQUEST),
  snap("ehc_assessments_open_over_20_weeks", "requests", "count", REQUEST),
  snap("ehc_assessments_open_over_30_weeks", "requests", "count", REQUEST),
  snap("ehc_assessments_open_over_52_weeks", "requests", "count", REQUEST),
  flow("ehc_plans_ceased", "plans", "count", [...PERSON, "primary_need", "cease_reason"]),
  { ...flow("ehc_mediation_cases", "requests", "count", REQUEST), yearly: true },
  { ...flow("ehc_tribunal_cases", "requests", "count", REQUEST), yearly: true },
  snap("annual_review_held_12_months_pct", "review_days", "percent", CASELOAD),
  snap("annual_reviews_overdue", "review_days", "count", CASELOAD),
  flow("annual_review_decision_within_4_weeks_pct", "reviews", "percent", []),
  snap("annual_reviews_awaiting_decision", "review_days", "count", CASELOAD),
  { ...flow("phase_transfer_on_time_pct", "phase", "percent", []), yearly: true },
  place("ehc_mainstream_pct"),
  place("ehc_special_pct"),
  place("ehc_inmss_pct"),
  place("ehc_alternative_provision_pct"),
  place("ehc_further_education_pct"),
  snap("ehc_elective_home_education", "plans", "count", CASELOAD),
  snap("ehc_eotas", "plans", "count", CASELOAD),
  snap("ehc_neet", "plans", "count", CASELOAD),
  snap("ehc_awaiting_provision", "plans", "count", CASELOAD),
  place("ehc_out_of_area_pct"),
  snap("ehc_residential", "plans", "count", [...CASELOAD, "residential"]),
  snap("ehc_personal_budget_pct", "plans", "percent", CASELOAD),
  snap("personal_budgets_by_component", "plans", "count", [...CASELOAD, "direct_payment"]),
  snap("integrated_personal_budgets", "plans", "count", CASELOAD),
  snap("in_training_with_plan", "plans", "count", [...CASELOAD, "work_based_learning"]),
  snap("ehc_16_18_in_education_pct", "plans", "percent", CASELOAD),
  alert("ehc_request_decisions_due_14_days", "requests"),
  alert("ehc_request_decisions_due_28_days", "requests"),
  alert("ehc_request_decision_longest_overdue", "requests", "longest_days"),
  alert("ehc_assessments_undecided_over_16_weeks", "requests"),
  alert("ehc_plans_due_14_days", "requests"),
  alert("ehc_plans_due_28_days", "requests"),
  alert("ehc_plans_overdue_excl_exceptions", "requests"),
  alert("ehc_plan_longest_overdue", "requests", "longest_days"),
  alert("cases_near_deadline", "requests"),
  alert("annual_reviews_due_14_days", "review_days"),
  alert("annual_reviews_due_28_days", "review_days"),
  alert("annual_review_longest_overdue", "review_days", "longest_days"),
  alert("annual_review_decisions_overdue", "review_days"),
  alert("annual_review_decision_longest_overdue", "review_days", "longest_days"),
  alert("amended_plans_due_28_days", "review_days"),
  alert("phase_transfers_due_28_days", "phase_days"),
  alert("phase_transfers_overdue", "phase_days"),
  alert("phase_transfer_longest_overdue", "phase_days", "longest_days"),
] as const satisfies readonly ExpectedIndicator[];

export type IndicatorId = (typeof INDICATORS)[number]["id"];
