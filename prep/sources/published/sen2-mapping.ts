import { caution, count, percent, total } from "./mapping-forms";
import type { PublishedMapping } from "./published-mapping";
import { sen2Figures } from "./sen2-figures";

const REQUESTS = total("All requests for EHC needs assessments");
const ASSESSMENTS = total("All EHC needs assessments");
const ISSUED = total("All EHC plans issued");
const CASELOAD = total("All EHC plans");
const REVIEWS = total("All annual reviews");

const ALL_PLANS =
  "Published over all plans at the census date; ours over plans with a known placement";

const placement = (
  indicator: string,
  columns: readonly string[],
  value?: string,
): PublishedMapping =>
  percent(indicator, "caseload", {
    where: CASELOAD,
    numerator: columns,
    denominator: ["ehcplans"],
    value,
    ...caution(ALL_PLANS, `${indicator}_of_all_plans`),
  });

const need = (code: string): PublishedMapping =>
  percent(`ehc_primary_need_${code}_pct`, "sen_needs_all_plans", {
    where: CASELOAD,
    numerator: [`number_${code}`],
    denominator: ["ehc_plans"],
    value: `${code}_pc`,
    ...(code === "oth" ? { note: "Other needs include Down syndrome, as published" } : {}),
  });

/** The figures of the SEN2 statistics that indicators of ours are held against. */
const heldAgainst: readonly PublishedMapping[] = [
  percent("ehc_plans_within_20_weeks_pct", "timeliness_20_week", {
    where: ISSUED,
    numerator: ["plans_issued_within_20_weeks"],
    denominator: ["plans_issued_den"],
    value: "pc_plans_issued_within_20_weeks",
  }),
  percent("ehc_plans_within_20_weeks_excl_exceptions_pct", "timeliness_20_week", {
    where: ISSUED,
    numerator: ["plans_issued_20_weeks_ex"],
    denominator: ["plans_issued_den_ex"],
    value: "pc_plans_issued_20_weeks_ex",
  }),
  count("ehc_requests_received", "requests", {
    where: REQUESTS,
    numerator: ["requests_received_in_year"],
  }),
  percent("ehc_requests_refused_pct", "requests", {
    where: REQUESTS,
    numerator: ["requests_decided_not_to_assess"],
    denominator: ["requests_received_in_year"],
    value: "request_not_assess_pc",
    ...caution(
      "Published over requests received in the year; ours over decisions made in it",
      "ehc_requests_refused_of_received_pct",
    ),
  }),
  percent("ehc_request_decisions_within_6_weeks_pct", "requests", {
    where: REQUESTS,
    numerator: ["request_outcome_six_weeks"],
    denominator: ["request_outcome_six_weeks", "request_outcome_over_6_weeks"],
    value: "request_outcome_six_weeks_pc",
    ...caution(
      "Published for requests received in the year; ours for decisions made in it",
      "ehc_request_decisions_within_6_weeks_of_received_pct",
    ),
  }),
  count("ehc_assessments_completed", "assessments", {
    where: ASSESSMENTS,
    numerator: ["assess_issued", "assess_not_issued"],
  }),
  percent("ehc_assessments_not_issued_pct", "assessments", {
    where: ASSESSMENTS,
    numerator: ["assess_not_issued"],
    denominator: ["assess_in_year"],
    value: "assess_not_issued_pc",
    ...caution(
      "Published over all assessments of the year, those not finished among them; ours over finished ones",
    ),
  }),
  percent("ehc_not_issued_within_16_weeks_pct", "assessments", {
    where: ASSESSMENTS,
    numerator: ["outcome_decision_within_time"],
    denominator: ["outcome_decision_within_time", "outcome_decision_over_time"],
    value: "outcome_decision_within_time_pc",
  }),
  count("ehc_plans_issued", "newplans", {
    where: total("New EHC plans"),
    numerator: ["new_ehc_plans"],
  }),
  count("ehc_plans_maintained", "caseload", { where: CASELOAD, numerator: ["ehcplans"] }),
  placement("ehc_mainstream_pct", ["mainstream_total"], "mainstream_total_pc"),
  placement("ehc_special_pct", ["special_la_maintained", "special_academy_free"]),
  placement("ehc_inmss_pct", ["special_independent", "special_non_maintained"]),
  placement("ehc_alternative_provision_pct", ["ap_pru_total"], "ap_pru_total_pc"),
  placement("ehc_further_education_pct", ["fe_total"], "fe_total_pc"),
  count("ehc_elective_home_education", "caseload", {
    where: CASELOAD,
    numerator: ["elective_home_education"],
  }),
  count("ehc_eotas", "caseload", { where: CASELOAD, numerator: ["other_arrangements_la"] }),
  count("ehc_neet", "caseload", { where: CASELOAD, numerator: ["neet"] }),
  ...["asd", "hi", "mld", "msi", "oth", "pd", "pmld", "semh", "slcn", "sld", "spld", "vi"].map(
    need,
  ),
  count("ehc_plans_ceased", "ceased_plans", {
    where: total("All ceased EHC plans"),
    numerator: ["total_ceased"],
  }),
  percent("annual_review_held_12_months_pct", "annual_reviews", {
    where: REVIEWS,
    numerator: ["total_review_meeting"],
    denominator: ["review_expected"],
    ...caution(
      "Published for meetings that were expected in the year; ours for plans in force for twelve months at the date",
    ),
  }),
  percent("annual_review_decision_within_4_weeks_pct", "annual_reviews", {
    where: REVIEWS,
    numerator: ["number_decsion_4weeks"],
    denominator: ["number_decsion_4weeks", "number_decision_gt_4weeks"],
    value: "pc_decsion_4weeks",
  }),
  count("ehc_residential", "residential_settings", {
    where: total("All residential placements"),
    numerator: ["res_tot"],
  }),
  count("ehc_personal_budgets", "personal_budgets", {
    where: total("All personal budgets"),
    numerator: ["personal_budget"],
  }),
];

/** Every figure that is read of the SEN2 statistics. */
export const sen2Mappings: readonly PublishedMapping[] = [...heldAgainst, ...sen2Figures().rows];
