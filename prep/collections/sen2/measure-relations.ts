import type { MeasureParts, MeasureRelations } from "../../indicators/counted-as";
import {
  familyOf,
  settingGroups,
  type SettingFamily,
} from "../../sources/school-register/setting-groups";

const within =
  (base: string) =>
  (
    whole: string,
    parts: readonly string[],
    more: Pick<MeasureParts, "exact" | "restTells"> = {},
  ): MeasureParts => ({
    whole: `${base}.${whole}`,
    parts: parts.map((part) => `${base}.${part}`),
    ...more,
  });
const received = within("request.received_date");
const decided = within("request.decision_date");
const ended = within("request.assessment_outcome_date");
const open = within("requests");
const caseload = within("caseload");

const groupsOf = (family: SettingFamily): string[] =>
  settingGroups.map(({ id }) => id).filter((id) => familyOf(id) === family);
const families = [
  "mainstream",
  "state_special",
  "independent_special",
  "alternative_provision",
  "further_education",
] as const;

/** How the SEN2 flags of request-facts.ts, open-requests.ts, caseload.ts and alerts/alert-flags.ts contain one another. */
export const sen2MeasureRelations: MeasureRelations = {
  parts: [
    received("received", ["source_given"]),
    decided("decided", ["agreed", "refused"], { exact: true }),
    decided("decided", ["decision_timed"]),
    ended("completed", ["issued", "not_issued"], { exact: true }),
    ended("issued", ["issued_timed"]),
    ended("issued_timed", ["issued_timed_no_exception"]),
    ended("issued_in_time", ["issued_in_time_no_exception"]),
    ended("not_issued", ["not_issued_timed"]),
    open("awaiting", ["awaiting_over_6_weeks"], { restTells: true }),
    open("open", ["open_over_20_weeks"], { restTells: true }),
    open("open_over_20_weeks", ["open_over_30_weeks"], { restTells: true }),
    open("open_over_30_weeks", ["open_over_52_weeks"], { restTells: true }),
    caseload("in_force", ["placement_known"]),
    caseload("placement_known", families),
    caseload("in_force", ["urn_known"]),
    caseload("in_force", ["review_expected"]),
    caseload("in_force", ["review_overdue"]),
    caseload("in_force", ["review_awaiting_decision"]),
    caseload("in_force", ["elective_home_education", "eotas", "neet"]),
    caseload("in_force", ["awaiting_provision"]),
    caseload("in_force", ["residential"]),
    caseload("in_force", ["aged_16_18"]),
    open("awaiting_over_6_weeks", ["request_decision_overdue"], { exact: true }),
    open("awaiting", ["awaiting_over_6_weeks", "request_decision_due_28"]),
    open("request_decision_due_28", ["request_decision_due_14"], { restTells: true }),
    open("near_deadline", ["awaiting_over_6_weeks", "request_decision_due_14"], {
      restTells: true,
    }),
    open("open", ["not_issue_decision_overdue"]),
    open("open", ["open_over_20_weeks", "final_plan_due_28"]),
    open("final_plan_due_28", ["final_plan_due_14"], { restTells: true }),
    open("open_over_20_weeks", ["final_plan_overdue"], { exact: true }),
    open("open_over_20_weeks", ["final_plan_overdue_no_exception"], { restTells: true }),
    caseload("review_overdue", ["annual_review_overdue"], { exact: true }),
    caseload("in_force", ["review_overdue", "annual_review_due_28"]),
    caseload("annual_review_due_28", ["annual_review_due_14"], { restTells: true }),
    caseload("review_awaiting_decision", ["review_decision_overdue"], { restTells: true }),
    caseload("in_force", ["amended_plan_due_28"]),
    caseload("in_force", ["phase_transfer_overdue", "phase_transfer_due_28"]),
  ],
  selections: [
    {
      measure: "request.received_date.source_parent",
      of: "request.received_date.received",
      breakdown: "request_source",
      groups: ["parent_or_young_person"],
    },
    {
      measure: "request.received_date.source_given",
      of: "request.received_date.received",
      breakdown: "request_source",
      groups: ["parent_or_young_person", "education_setting", "health", "social_care", "other"],
    },
    ...families.map((family) => ({
      measure: `caseload.${family}`,
      of: "caseload.in_force",
      breakdown: "setting_group",
      groups: groupsOf(family),
    })),
    ...Object.entries({
      elective_home_education: "elective_home_education",
      eotas: "arranged_by_authority",
      neet: "neet",
    }).map(([flag, group]) => ({
      measure: `caseload.${flag}`,
      of: "caseload.in_force",
      breakdown: "setting_group",
      groups: [group],
    })),
    {
      measure: "caseload.placement_known",
      of: "caseload.in_force",
      breakdown: "setting_group",
      groups: settingGroups.map(({ id }) => id).filter((id) => id !== "not_recorded"),
    },
  ],
  restsOn: {
    "request.assessment_outcome_date.days_to_issue": "request.assessment_outcome_date.issued_timed",
  },
};
