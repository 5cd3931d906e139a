import type { Definition, FlowDefinition, SnapshotDefinition } from "../../indicators/definition";

const REQUEST = ["age_band", "sex", "ethnicity_group", "request_source"];
const ISSUED = [...REQUEST, "primary_need"];
const CASELOAD = ["primary_need", "age_band", "sex", "ethnicity_group", "setting_group"];
const CEASED = ["age_band", "sex", "ethnicity_group", "primary_need", "cease_reason"];

type Statistic = Definition["statistic"];

const requestFlow = (
  id: string,
  statistic: Statistic,
  date: string,
  numerator: string,
  denominator?: string,
  more: Partial<FlowDefinition> = {},
): FlowDefinition => ({
  kind: "flow",
  id,
  statistic,
  fact: "request",
  date,
  numerator,
  known: "requests",
  breakdowns: REQUEST,
  ...(denominator === undefined ? {} : { denominator }),
  ...more,
});
const issuedFlow = (
  id: string,
  statistic: Statistic,
  numerator: string,
  denominator?: string,
  more: Partial<FlowDefinition> = {},
): FlowDefinition =>
  requestFlow(id, statistic, "assessment_outcome_date", numerator, denominator, {
    breakdowns: ISSUED,
    ...more,
  });
const snapshot =
  (population: string, breakdowns: string[]) =>
  (
    id: string,
    numerator: string,
    denominator?: string,
    more: Partial<SnapshotDefinition> = {},
  ): SnapshotDefinition => ({
    kind: "snapshot",
    id,
    statistic: denominator === undefined ? "count" : "percent",
    population,
    numerator,
    breakdowns,
    ...(denominator === undefined ? {} : { denominator }),
    ...more,
  });
const caseload = snapshot("caseload", CASELOAD);
const requests = snapshot("requests", REQUEST);
/** Counts of a kind of alert, for the whole authority: due within days, overdue, and the days of the longest overdue. */
const alerts =
  (population: string, known?: string) =>
  (id: string, numerator: string): SnapshotDefinition => ({
    kind: "snapshot",
    id,
    statistic: "count",
    population,
    numerator,
    breakdowns: [],
    atDataEnd: true,
    ...(known === undefined ? {} : { known }),
  });
const longestOverdue = (definition: SnapshotDefinition): SnapshotDefinition => ({
  ...definition,
  statistic: "longest",
  measure: definition.numerator.replace(/_overdue$/, "_days_overdue"),
});
const requestAlert = alerts("requests");
const reviewAlert = alerts("caseload", "reviews");
const transferAlert = alerts("caseload", "phase_transfers");
const register = { needs: "school_register" };
const reviews = { known: "reviews" };

/** How each indicator is counted from the SEN2 facts: which date, which flags. Names and words of the indicators stand in the catalogue. */
export const sen2Indicators: readonly Definition[] = [
  requestFlow("ehc_requests_received", "count", "received_date", "received"),
  requestFlow(
    "ehc_requests_by_parents_pct",
    "percent",
    "received_date",
    "source_parent",
    "source_given",
    { known: "request_source" },
  ),
  requestFlow("ehc_request_decisions", "count", "decision_date", "decided"),
  requestFlow(
    "ehc_request_decisions_within_6_weeks_pct",
    "percent",
    "decision_date",
    "decided_in_time",
    "decision_timed",
  ),
  requestFlow("ehc_requests_refused_pct", "percent", "decision_date", "refused", "decided"),
  requestFlow("ehc_assessments_agreed", "count", "decision_date", "agreed"),
  requestFlow("ehc_assessments_completed", "count", "assessment_outcome_date", "completed"),
  requestFlow(
    "ehc_assessments_not_issued_pct",
    "percent",
    "assessment_outcome_date",
    "not_issued",
    "completed",
  ),
  requestFlow(
    "ehc_not_issued_within_16_weeks_pct",
    "percent",
    "assessment_outcome_date",
    "not_issued_in_time",
    "not_issued_timed",
  ),
  issuedFlow("ehc_plans_issued", "count", "issued"),
  issuedFlow("ehc_plans_within_20_weeks_pct", "percent", "issued_in_time", "issued_timed"),
  issuedFlow(
    "ehc_plans_within_20_weeks_excl_exceptions_pct",
    "percent",
    "issued_in_time_no_exception",
    "issued_timed_no_exception",
  ),
  issuedFlow("ehc_plan_weeks_mean", "mean", "days_to_issue", "issued_timed", { per: 7 }),
  issuedFlow("ehc_plan_weeks_median", "median", "issued_timed", undefined, {
    measure: "days_to_issue",
    per: 7,
  }),
  issuedFlow("ehc_plan_weeks_p90", "p90", "issued_timed", undefined, {
    measure: "days_to_issue",
    per: 7,
  }),
  issuedFlow("ehc_plan_weeks_longest", "longest", "issued_timed", undefined, {
    measure: "days_to_issue",
    per: 7,
  }),
  requestFlow("ehc_mediation_cases", "count", "decision_date", "mediation", undefined, {
    fact: "dispute",
    yearly: true,
  }),
  requestFlow("ehc_tribunal_cases", "count", "decision_date", "tribunal", undefined, {
    fact: "dispute",
    yearly: true,
  }),
  {
    kind: "flow",
    id: "ehc_plans_ceased",
    statistic: "count",
    fact: "plan",
    date: "cease_date",
    numerator: "ceased",
    known: "plans",
    breakdowns: CEASED,
  },
  {
    kind: "flow",
    id: "annual_review_decision_within_4_weeks_pct",
    statistic: "percent",
    fact: "review",
    date: "meeting_date",
    numerator: "decided_in_time",
    denominator: "decided",
    known: "reviews",
    breakdowns: [],
    settlesAfterDays: 28,
  },
  {
    kind: "flow",
    id: "phase_transfer_on_time_pct",
    statistic: "percent",
    fact: "phase_transfer",
    date: "due_date",
    numerator: "on_time",
    denominator: "due",
    known: "phase_transfers",
    breakdowns: [],
    yearly: true,
  },

  requests("ehc_requests_awaiting_decision", "awaiting"),
  requests("ehc_requests_awaiting_over_6_weeks", "awaiting_over_6_weeks"),
  requests("ehc_assessments_open", "open"),
  requests("ehc_assessments_open_over_20_weeks", "open_over_20_weeks"),
  requests("ehc_assessments_open_over_30_weeks", "open_over_30_weeks"),
  requests("ehc_assessments_open_over_52_weeks", "open_over_52_weeks"),

  requestAlert("ehc_request_decisions_due_14_days", "request_decision_due_14"),
  requestAlert("ehc_request_decisions_due_28_days", "request_decision_due_28"),
  longestOverdue(requestAlert("ehc_request_decision_longest_overdue", "request_decision_overdue")),
  requestAlert("ehc_assessments_undecided_over_16_weeks", "not_issue_decision_overdue"),
  requestAlert("ehc_plans_due_14_days", "final_plan_due_14"),
  requestAlert("ehc_plans_due_28_days", "final_plan_due_28"),
  requestAlert("ehc_plans_overdue_excl_exceptions", "final_plan_overdue_no_exception"),
  longestOverdue(requestAlert("ehc_plan_longest_overdue", "final_plan_overdue")),
  requestAlert("cases_near_deadline", "near_deadline"),
  reviewAlert("annual_reviews_due_14_days", "annual_review_due_14"),
  reviewAlert("annual_reviews_due_28_days", "annual_review_due_28"),
  longestOverdue(reviewAlert("annual_review_longest_overdue", "annual_review_overdue")),
  reviewAlert("annual_review_decisions_overdue", "review_decision_overdue"),
  longestOverdue(reviewAlert("annual_review_decision_longest_overdue", "review_decision_overdue")),
  reviewAlert("amended_plans_due_28_days", "amended_plan_due_28"),
  transferAlert("phase_transfers_due_28_days", "phase_transfer_due_28"),
  transferAlert("phase_transfers_overdue", "phase_transfer_overdue"),
  longestOverdue(transferAlert("phase_transfer_longest_overdue", "phase_transfer_overdue")),

  caseload("ehc_plans_maintained", "in_force", undefined, {
    breakdowns: [...CASELOAD, "ward", "locality"],
  }),
  caseload("annual_review_held_12_months_pct", "review_held", "review_expected", reviews),
  caseload("annual_reviews_overdue", "review_overdue", undefined, reviews),
  caseload("annual_reviews_awaiting_decision", "review_awaiting_decision", undefined, reviews),
  caseload("ehc_mainstream_pct", "mainstream", "placement_known", register),
  caseload("ehc_special_pct", "state_special", "placement_known", register),
  caseload("ehc_inmss_pct", "independent_special", "placement_known", register),
  caseload("ehc_alternative_provision_pct", "alternative_provision", "placement_known", register),
  caseload("ehc_further_education_pct", "further_education", "placement_known", register),
  caseload("ehc_elective_home_education", "elective_home_education"),
  caseload("ehc_eotas", "eotas"),
  caseload("ehc_neet", "neet"),
  caseload("ehc_awaiting_provision", "awaiting_provision"),
  caseload("ehc_out_of_area_pct", "out_of_area", "urn_known", register),
  caseload("ehc_residential", "residential", undefined, {
    breakdowns: [...CASELOAD, "residential"],
  }),
  caseload("ehc_personal_budget_pct", "personal_budget", "in_force"),
  caseload("ehc_16_18_in_education_pct", "aged_16_18_in_education", "aged_16_18"),
];

/**
 * Indicators as the Department for Education publishes them where that differs from ours: refusals over requests received, placements over all plans.
 * They are counted for reconciliation alone, so that like is held against like.
 */
export const sen2PublishedVariants: readonly Definition[] = [
  requestFlow(
    "ehc_requests_refused_of_received_pct",
    "percent",
    "received_date",
    "refused",
    "received",
    { breakdowns: [] },
  ),
  requestFlow(
    "ehc_request_decisions_within_6_weeks_of_received_pct",
    "percent",
    "received_date",
    "decided_in_time",
    "decision_timed",
    { breakdowns: [] },
  ),
  caseload("ehc_mainstream_pct_of_all_plans", "mainstream", "in_force", {
    ...register,
    breakdowns: [],
  }),
  caseload("ehc_special_pct_of_all_plans", "state_special", "in_force", {
    ...register,
    breakdowns: [],
  }),
  caseload("ehc_inmss_pct_of_all_plans", "independent_special", "in_force", {
    ...register,
    breakdowns: [],
  }),
  caseload("ehc_alternative_provision_pct_of_all_plans", "alternative_provision", "in_force", {
    ...register,
    breakdowns: [],
  }),
  caseload("ehc_further_education_pct_of_all_plans", "further_education", "in_force", {
    ...register,
    breakdowns: [],
  }),
];
