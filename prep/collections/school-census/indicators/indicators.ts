import type { SnapshotDefinition, TermDefinition } from "../../../indicators/definition";
import { absenceReasons } from "../model/attendance";

const PUPILS = [
  "primary_need",
  "phase",
  "year_group",
  "sex",
  "ethnicity_group",
  "free_meals",
  "school",
  "ward",
  "locality",
];
const SHARES = PUPILS.filter((name) => name !== "primary_need");
const STANDING = [
  "sen_provision",
  "primary_need",
  "phase",
  "year_group",
  "sex",
  "ethnicity_group",
  "school",
  "locality",
];
const REASONS = ["sen_provision", "primary_need", "phase", "year_group", "sex"];

const snapshot = (
  id: string,
  numerator: string,
  denominator: string | null,
  breakdowns: readonly string[],
  more: Partial<SnapshotDefinition> = {},
): SnapshotDefinition => ({
  kind: "snapshot",
  id,
  statistic: denominator === null ? "count" : "percent",
  population: "pupils",
  numerator,
  ...(denominator === null ? {} : { denominator }),
  breakdowns,
  ...more,
});
const term = (
  id: string,
  fact: string,
  numerator: string,
  denominator: string | null,
  more: Partial<TermDefinition> = {},
): TermDefinition => ({
  kind: "term",
  id,
  statistic: denominator === null ? "count" : "percent",
  fact,
  numerator,
  ...(denominator === null ? {} : { denominator }),
  breakdowns: STANDING,
  ...more,
});

/** Indicators of the pupils on roll on a census day. */
export const censusSnapshots: readonly SnapshotDefinition[] = [
  snapshot("pupils_on_roll", "on_roll", null, ["sen_provision", ...PUPILS]),
  snapshot("sen_support_pupils", "sen_support", null, PUPILS),
  snapshot("sen_support_pct", "sen_support", "on_roll", SHARES),
  snapshot("ehc_pupils_pct", "ehc_plan", "on_roll", SHARES),
  snapshot("sen_unit_or_resourced_pupils", "unit_or_resourced", null, ["sen_provision", ...PUPILS]),
  snapshot("ehc_census_match_pct", "ehc_matched", "ehc_linkable", ["school", "phase"], {
    needs: "sen2",
  }),
];

/** Indicators of the terms that censuses tell of in arrears. An enrolment is one pupil at one school. */
export const censusTermIndicators: readonly TermDefinition[] = [
  term("absence_rate_pct", "attendance", "missed", "possible"),
  term("persistent_absence_pct", "attendance", "missed", "possible", {
    unit: "enrolment",
    share: 10,
  }),
  term("severe_absence_pct", "attendance", "missed", "possible", { unit: "enrolment", share: 50 }),
  ...absenceReasons.map(({ name }) =>
    term(`absence_${name}_pct`, "absence_reason", name, "possible", { breakdowns: REASONS }),
  ),
  term("sessions_missed_for_appointments", "absence_reason", "appointments", null, {
    breakdowns: REASONS,
  }),
  term("suspensions", "suspension", "suspended", null, { breakdowns: [...STANDING, "reason"] }),
  term("suspension_rate", "suspension", "suspended", "roll"),
  term("pupils_suspended_pct", "suspension", "suspended", "roll", { unit: "person" }),
  term("permanent_exclusions", "suspension", "excluded", null, {
    breakdowns: [...STANDING, "reason"],
  }),
  term("permanent_exclusion_rate", "suspension", "excluded", "roll"),
];
