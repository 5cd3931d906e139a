import type { SymbolMap } from "./symbols";

/** A data set that is known by its columns, whatever its file is called. */
export interface Dataset {
  readonly id: string;
  readonly name: string;
  /** Columns that no other data set has together. */
  readonly marks: readonly string[];
  /** Academic years mean the January census day. */
  readonly census?: boolean;
  readonly symbols?: SymbolMap;
}

/** Data sets of the release "Education, health and care plans" and others of the Department for Education. */
export const datasets: readonly Dataset[] = [
  { id: "requests", name: "Requests for EHC needs assessments", marks: ["requests_received_in_year"] },
  { id: "assessments", name: "EHC needs assessments", marks: ["assess_in_year"] },
  { id: "timeliness_20_week", name: "EHC plans issued within 20 weeks", marks: ["plans_issued_den", "plans_issued_den_ex"] },
  { id: "newplans", name: "New EHC plans", marks: ["new_ehc_plans"] },
  { id: "sen_needs_all_plans", name: "Primary need of EHC plans", marks: ["number_asd", "ehc_plans"], census: true },
  { id: "caseload", name: "EHC plans at January", marks: ["ehcplans"], census: true },
  { id: "ceased_plans", name: "Ceased EHC plans", marks: ["total_ceased"] },
  { id: "annual_reviews", name: "Annual reviews", marks: ["review_expected", "total_review_meeting"] },
  { id: "personal_budgets", name: "Personal budgets", marks: ["personal_budget", "pb_education"], census: true },
  { id: "residential_settings", name: "Residential placements", marks: ["res_tot"], census: true },
  { id: "work_based_placements", name: "Work based placements", marks: ["open_wbp"], census: true },
  { id: "neet", name: "NEET and participation scorecard", marks: ["neet_not_known_percent", "neet_nk_ehcp_percent"] },
  { id: "sen_attendance_exclusion", name: "Suspension, exclusion and absence by SEN provision", marks: ["metric", "send_group", "send_value"] },
];

/** Columns whose names the publisher misspelt, as they would be spelt right: a later release may have either. */
export const CORRECTED_NAMES: Readonly<Record<string, string>> = {
  number_decsion_4weeks: "number_decision_4weeks",
  pc_decsion_4weeks: "pc_decision_4weeks",
};

/** The data set of a table by its columns (lower case), or null. New plans and all plans by need have the same columns: the time tells them apart. */
export function datasetOf(columns: ReadonlySet<string>, identifier: string): Dataset | null {
  const found = datasets.find(({ marks }) => marks.every((mark) => columns.has(mark))) ?? null;
  return found?.id === "sen_needs_all_plans" && /calendar/i.test(identifier) ? { ...found, id: "sen_need_newplans", name: "Primary need of new EHC plans", census: false } : found;
}
