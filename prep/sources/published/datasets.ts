import type { SymbolMap } from "./symbols";

/** A data set that is known by its columns, whatever its file is called. */
interface Dataset {
  readonly id: string;
  readonly name: string;
  /**
   * Columns that no other data set has together, by the names that the newest release gives them.
   */
  readonly marks: readonly string[];
  /**
   * Academic years mean the January census day: of SEN2 a snapshot, of the school census the spring
   * term.
   */
  readonly census?: "snapshot" | "term";
  readonly symbols?: SymbolMap;
}

/**
 * Data sets of the release "Education, health and care plans" and others of the Department for
 * Education.
 */
const datasets: readonly Dataset[] = [
  {
    id: "requests",
    name: "Requests for EHC needs assessments",
    marks: ["requests_received_in_year"],
  },
  { id: "assessments", name: "EHC needs assessments", marks: ["assess_in_year"] },
  {
    id: "timeliness_20_week",
    name: "EHC plans issued within 20 weeks",
    marks: ["plans_issued_den", "plans_issued_den_ex"],
  },
  { id: "newplans", name: "New EHC plans", marks: ["new_ehc_plans"] },
  {
    id: "sen_needs_all_plans",
    name: "Primary need of EHC plans",
    marks: ["number_asd", "ehc_plans"],
    census: "snapshot",
  },
  { id: "caseload", name: "EHC plans at January", marks: ["ehcplans"], census: "snapshot" },
  { id: "ceased_plans", name: "Ceased EHC plans", marks: ["total_ceased"] },
  {
    id: "annual_reviews",
    name: "Annual reviews",
    marks: ["review_expected", "total_review_meeting"],
  },
  {
    id: "personal_budgets",
    name: "Personal budgets",
    marks: ["personal_budget", "pb_education"],
    census: "snapshot",
  },
  {
    id: "residential_settings",
    name: "Residential placements",
    marks: ["res_tot"],
    census: "snapshot",
  },
  {
    id: "work_based_placements",
    name: "Work based placements",
    marks: ["open_wbp"],
    census: "snapshot",
  },
  {
    id: "neet",
    name: "NEET and participation scorecard",
    marks: ["neet_not_known_percent", "neet_nk_ehcp_percent"],
  },
  {
    id: "sen_attendance_exclusion",
    name: "Suspension, exclusion and absence by SEN provision",
    marks: ["metric", "send_group", "send_value"],
  },
  {
    id: "absence_by_characteristic",
    name: "Pupil absence by characteristic",
    marks: ["enrolments_pa_10_exact_percent", "sess_overall_percent", "breakdown"],
  },
  {
    id: "suspensions_by_characteristic",
    name: "Suspensions and permanent exclusions by characteristic",
    marks: ["susp_rate", "perm_excl_rate", "headcount", "breakdown"],
  },
  {
    id: "social_care_sen",
    name: "Children in need and looked after by SEN provision",
    marks: ["social_care_group", "t_sen_support", "pt_statement_or_ehc_plan"],
  },
  {
    id: "population",
    name: "Population aged 0 to 17 (mid-year estimates)",
    marks: ["age_group", "population_estimate"],
  },
  {
    id: "sen_phase_type",
    name: "Pupils by SEN provision and type of school",
    marks: ["total_pupils", "sen_support", "ehc_plan", "phase_type_grouping"],
    census: "term",
  },
  {
    id: "sen_provision",
    name: "Pupils by SEN provision",
    marks: ["sen_provision", "pupil_count", "phase_type_grouping"],
    census: "term",
  },
  {
    id: "sen_need",
    name: "Pupils by SEN provision and type of need",
    marks: ["sen_status", "sen_primary_need", "number_of_pupils"],
    census: "term",
  },
];

/**
 * Other names of columns, of older releases or spelt right where the publisher misspelt: a release
 * may have either.
 */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  number_decsion_4weeks: ["number_decision_4weeks"],
  pc_decsion_4weeks: ["pc_decision_4weeks"],
  breakdown: ["characteristic"],
  breakdown_topic: ["characteristic_group"],
  education_phase: ["school_type"],
  establishment_type: ["type_of_establishment"],
  sen_status: ["pupil_sen_status"],
  sen_primary_need: ["primary_need"],
};

/** The name that a table has a column under; the name itself where it has none. */
export const nameIn = (columns: { has(name: string): boolean }, name: string): string =>
  columns.has(name) ? name : (OTHER_NAMES[name]?.find((other) => columns.has(other)) ?? name);

/**
 * The data set of a table by its columns (lower case), or null. New plans and all plans by need
 * have the same columns: the time tells them apart.
 */
export function datasetOf(columns: ReadonlySet<string>, identifier: string): Dataset | null {
  const found =
    datasets.find(({ marks }) => marks.every((mark) => columns.has(nameIn(columns, mark)))) ?? null;
  return found?.id === "sen_needs_all_plans" && /calendar/i.test(identifier)
    ? {
        ...found,
        id: "sen_need_newplans",
        name: "Primary need of new EHC plans",
        census: undefined,
      }
    : found;
}

/** Headings that a publication has twice; its notes speak of the first (annual reviews, 2024). */
export const repeatedHeadings: readonly string[] = ["review_meeting_prior_24"];
