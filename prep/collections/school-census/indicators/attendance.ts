import { defineIndicators, type Indicator } from "../../../indicators/indicator";
import type { Relation } from "../../../indicators/relations";
import type { Polarity } from "../../../../src/kpi/polarity";
import type { AbsenceReason } from "../model/attendance";
import { absenceReasonView, attendanceView } from "../views/views";

const section = "Attendance and exclusion";

/** What attendance and suspensions are broken down by. */
export const termBreakdowns = [
  "sen_provision",
  "primary_need",
  "phase",
  "year_group",
  "sex",
  "ethnicity_group",
  "school",
  "locality",
] as const;
/** And where pupils live, for terms and years. */
export const termPlaces = ["ward", "deprivation_decile", "idaci_decile"] as const;

const missed = {
  clock: "term",
  statistic: "percent",
  numerator: "missed",
  denominator: "possible",
  breakdowns: termBreakdowns,
  byYear: termPlaces,
} as const;

/** Sessions missed, and enrolments that miss a share of them. */
export const attendanceIndicators: readonly Indicator[] = defineIndicators(
  { view: attendanceView, source: "School census" },
  [
    {
      id: "absence_rate_pct",
      name: "Absence",
      section,
      unit: "percent",
      polarity: "lower",
      frequency: "term",
      words: {
        numerator: "Authorised and unauthorised sessions missed",
        denominator: "Sessions possible",
      },
      countsCases: false,
      listedIn: ["CDC-044", "CDC-089"],
      count: missed,
      relations: [
        { measure: "missed", restsOn: "attendance.enrolment.possible" },
        { measure: "possible", restsOn: "attendance.enrolment.possible" },
      ],
      rowMeasure: { name: "Absence", numeratorName: "Sessions missed" },
    },
    {
      id: "persistent_absence_pct",
      name: "Persistent absence",
      section,
      unit: "percent",
      polarity: "lower",
      frequency: "term",
      words: {
        numerator: "Pupils missing 10 per cent or more of their sessions",
        denominator: "Pupils with possible sessions",
      },
      listedIn: ["BCP-B08", "BCP-B09", "BCP-B10", "BCP-B11"],
      count: { ...missed, unit: "enrolment", share: 10 },
      relations: [
        { toldBy: "absence_rate_pct" },
        {
          whole: "attendance.enrolment.10_pct.missed",
          parts: ["attendance.enrolment.50_pct.missed"],
          restTells: true,
        },
      ],
    },
    {
      id: "severe_absence_pct",
      name: "Severe absence",
      section,
      unit: "percent",
      polarity: "lower",
      frequency: "term",
      words: {
        numerator: "Pupils missing 50 per cent or more of their sessions",
        denominator: "Pupils with possible sessions",
      },
      count: { ...missed, unit: "enrolment", share: 50 },
      relations: [{ toldBy: "absence_rate_pct" }],
    },
  ],
);

const reasonBreakdowns = ["sen_provision", "primary_need", "phase", "year_group", "sex"] as const;

/**
 * A reason for absence: its name in the view, what its share is called, its polarity and the
 * sessions that
 * it counts.
 */
type Reason = readonly [name: AbsenceReason, title: string, polarity: Polarity, sessions: string];

const reasons: readonly Reason[] = [
  ["illness", "Absence for illness", "lower", "code I"],
  ["appointments", "Absence for medical and dental appointments", "lower", "code M"],
  ["religious", "Absence for religious observance", "neutral", "code R"],
  ["study_leave", "Absence for study leave", "neutral", "code S"],
  ["traveller", "Absence of travelling families", "neutral", "code T"],
  [
    "agreed_holiday",
    "Absence for agreed holidays",
    "lower",
    "code H, withdrawn after the summer of 2024",
  ],
  [
    "excluded",
    "Absence while suspended or excluded",
    "lower",
    "code E, suspended or excluded without other provision",
  ],
  ["interview", "Absence for interviews", "neutral", "code J1, from the autumn of 2024"],
  [
    "performance",
    "Absence for performances and employment abroad",
    "neutral",
    "code C1, from the autumn of 2024; in C before",
  ],
  [
    "part_time_timetable",
    "Absence by part-time timetables",
    "lower",
    "code C2, from the autumn of 2024; in C before",
  ],
  ["other_authorised", "Absence for other authorised reasons", "lower", "code C"],
  ["unauthorised_holiday", "Absence for holidays not agreed", "lower", "code G"],
  ["late", "Absence by arrival after registers closed", "lower", "code U"],
  ["other_unauthorised", "Absence for other unauthorised reasons", "lower", "code O"],
  ["no_reason_yet", "Absence without a reason yet", "lower", "code N"],
];

/**
 * Of pupils whose codes add up the reasons are all that was missed; the rest is of the other pupils,
 * of whom there may be none.
 */
const sumOfReasons: readonly Relation<typeof absenceReasonView>[] = [
  {
    whole: "attendance.missed",
    parts: reasons.map(([reason]) => `absence_reason.${reason}` as const),
  },
  { whole: "attendance.possible", parts: ["absence_reason.possible"] },
];

/** Sessions missed for each reason, of pupils whose codes say why every session was missed. */
export const absenceReasonIndicators: readonly Indicator[] = defineIndicators(
  { view: absenceReasonView, source: "School census" },
  reasons.map(([reason, name, polarity, sessions]) => ({
    id: `absence_${reason}_pct`,
    name,
    section,
    unit: "percent",
    polarity,
    frequency: "term",
    words: {
      numerator: `Sessions missed with ${sessions}`,
      denominator:
        "Sessions possible of pupils whose session codes add up to their sessions missed",
    },
    countsCases: false,
    count: {
      clock: "term",
      statistic: "percent",
      numerator: reason,
      denominator: "possible",
      breakdowns: reasonBreakdowns,
      byYear: termPlaces,
    },
    relations:
      reason === reasons[0][0] ? sumOfReasons : [{ toldBy: `absence_${reasons[0][0]}_pct` }],
  })),
);

/** Sessions missed for appointments, as a number. */
export const appointmentIndicators: readonly Indicator[] = defineIndicators(
  { view: absenceReasonView, source: "School census" },
  [
    {
      id: "sessions_missed_for_appointments",
      name: "Sessions missed for clinic appointments",
      section,
      unit: "sessions",
      polarity: "lower",
      frequency: "term",
      words: { numerator: "Sessions with code M", denominator: "Sessions possible" },
      listedIn: ["BUL-020"],
      count: {
        clock: "term",
        statistic: "count",
        numerator: "appointments",
        breakdowns: reasonBreakdowns,
        byYear: termPlaces,
      },
      relations: [{ toldBy: `absence_${reasons[0][0]}_pct` }],
    },
  ],
);
