import type { Unit } from "../../../src/kpi/unit";
import { needLabels, phaseLabels, provisionLabels, TOTAL } from "./census-labels";
import type { PublishedMapping } from "./published-mapping";

type Group = NonNullable<PublishedMapping["group"]>;
type Figure = Omit<PublishedMapping, "comparability" | "note"> & { readonly note: string };

/**
 * A figure of school statistics, with what it counts that ours does not. All are to be read with
 * care: schools publish for the schools in the area, we count those whose census is loaded.
 */
const figure = ({ group, ...about }: Figure): PublishedMapping => ({
  ...about,
  comparability: "caution",
  ...(group ? { group } : {}),
});

/** A group as published files pick it: the labels of its characteristic and its phase. */
interface Choice {
  readonly group?: Group;
  readonly characteristic: readonly string[];
  readonly phase: readonly string[];
}

const provisions = Object.entries(provisionLabels).map(([value, characteristic]): Choice => ({
  group: ["sen_provision", value],
  characteristic,
  phase: TOTAL,
}));
const needs = Object.entries(needLabels).map(([value, characteristic]): Choice => ({
  group: ["primary_need", value],
  characteristic,
  phase: TOTAL,
}));
const phases = Object.entries(phaseLabels).map(([value, phase]): Choice => ({
  group: ["phase", value],
  characteristic: TOTAL,
  phase,
}));
const everybody: Choice = { characteristic: TOTAL, phase: TOTAL };

/** One figure for everybody and for each provision, need and phase. */
const characteristics = (about: Omit<Figure, "where" | "group">): PublishedMapping[] =>
  [everybody, ...provisions, ...needs, ...phases].map(({ group, characteristic, phase }) =>
    figure({
      ...about,
      where: { education_phase: phase, breakdown: characteristic },
      group,
    }),
  );

const ENROLMENTS =
  "Published for pupils aged 5 to 15 in state-funded primary, secondary and special schools, less boarders; ours for all enrolments with sessions in the censuses loaded";
const absence = (
  indicator: string,
  numerator: string,
  denominator: string,
  value: string,
): PublishedMapping[] =>
  characteristics({
    indicator,
    dataset: "absence_by_characteristic",
    unit: "percent",
    numerator: [numerator],
    denominator: [denominator],
    value,
    note: ENROLMENTS,
  });
const reason = (name: string, column: string): PublishedMapping[] =>
  characteristics({
    indicator: `absence_${name}_pct`,
    dataset: "absence_by_characteristic",
    unit: "percent",
    numerator: [column],
    denominator: ["sess_possible"],
    note: ENROLMENTS,
  });

const HEADCOUNT =
  "Published per pupil of all state-funded schools in the area; ours per pupil of the January roll of the schools whose census is loaded. Whether published termly rates rest on the January roll too is not confirmed";
const suspensions = (
  indicator: string,
  unit: Unit,
  numerator: string,
  value: string | null,
): PublishedMapping[] =>
  characteristics({
    indicator,
    dataset: "suspensions_by_characteristic",
    unit,
    ...(value === null
      ? { numerator: [numerator] }
      : { numerator: [numerator], denominator: ["headcount"], value }),
    note: HEADCOUNT,
  });

const ALL_SCHOOLS =
  "Published for all schools in the area, independent and hospital schools among them; ours for the schools whose census is loaded";
const STATE_FUNDED =
  "Published for state-funded and non-maintained special schools in the area; ours for the schools whose census is loaded";

/** Pupils by provision in one row a phase: columns for each kind of provision. */
const wide = (
  indicator: string,
  numerator: string,
  share: boolean,
  { group, phase = TOTAL }: Partial<Pick<Choice, "group" | "phase">> = {},
): PublishedMapping =>
  figure({
    indicator,
    dataset: "sen_phase_type",
    unit: share ? "percent" : "count",
    numerator: [numerator],
    ...(share ? { denominator: ["total_pupils"], value: `${numerator}_percent` } : {}),
    where: { phase_type_grouping: phase, establishment_type: TOTAL, hospital_school: TOTAL },
    note: ALL_SCHOOLS,
    group,
  });

/** The same since 2026: one row for each kind of provision. The share is the publisher's own. */
const tidy = (
  indicator: string,
  provision: readonly string[],
  column: "pupil_count" | "pupil_percent",
  group?: Group,
): PublishedMapping =>
  figure({
    indicator,
    dataset: "sen_provision",
    unit: column === "pupil_count" ? "count" : "percent",
    value: column,
    where: {
      sen_provision: provision,
      phase_type_grouping: TOTAL,
      establishment_type: TOTAL,
      hospital_school: TOTAL,
    },
    note: ALL_SCHOOLS,
    group,
  });

const byNeed = (
  indicator: string,
  status: readonly string[],
  need: readonly string[],
  group?: Group,
): PublishedMapping =>
  figure({
    indicator,
    dataset: "sen_need",
    unit: "count",
    numerator: ["number_of_pupils"],
    where: { phase_type_grouping: TOTAL, sen_status: status, sen_primary_need: need },
    note: STATE_FUNDED,
    group,
  });

/**
 * Values of authorities by SEN group as others have drawn them together from the releases, with the
 * pupils without SEN beside each.
 */
const drawn = (indicator: string, metric: string, unit: Unit, note: string): PublishedMapping[] =>
  (
    [
      ["ehc_plan", "EHC plan", "send_value"],
      ["sen_support", "SEN support", "send_value"],
      ["no_sen", "EHC plan", "no_sen_value"],
    ] as const
  ).map(([value, group, column]) =>
    figure({
      indicator,
      dataset: "sen_attendance_exclusion",
      unit,
      value: column,
      where: { metric, send_group: group, education_phase: TOTAL },
      note,
      group: ["sen_provision", value],
    }),
  );

/** Reasons that absence is published by, by the end of our indicator's id. */
const reasons: readonly (readonly [name: string, column: string])[] = [
  ["illness", "sess_auth_illness"],
  ["appointments", "sess_auth_appointments"],
  ["religious", "sess_auth_religious"],
  ["study_leave", "sess_auth_study"],
  ["traveller", "sess_auth_traveller"],
  ["agreed_holiday", "sess_auth_holiday"],
  ["excluded", "sess_auth_excluded"],
  ["interview", "sess_auth_interview"],
  ["performance", "sess_auth_reg_performance"],
  ["part_time_timetable", "sess_auth_temp_reduced_timetable"],
  ["other_authorised", "sess_auth_other"],
  ["unauthorised_holiday", "sess_unauth_holiday"],
  ["late", "sess_unauth_late"],
  ["other_unauthorised", "sess_unauth_other"],
  ["no_reason_yet", "sess_unauth_noyet"],
];

/**
 * Published figures that the indicators of the school census are held against, on the same groups
 * and periods as ours.
 */
export const censusMappings: readonly PublishedMapping[] = [
  ...absence("absence_rate_pct", "sess_overall", "sess_possible", "sess_overall_percent"),
  ...absence(
    "persistent_absence_pct",
    "enrolments_pa_10_exact",
    "enrolments",
    "enrolments_pa_10_exact_percent",
  ),
  ...absence(
    "severe_absence_pct",
    "enrolments_pa_50_exact",
    "enrolments",
    "enrolments_pa_50_exact_percent",
  ),
  ...reasons.flatMap(([name, column]) => reason(name, column)),
  ...suspensions("suspensions", "count", "suspension", null),
  ...suspensions("suspension_rate", "per_100", "suspension", "susp_rate"),
  ...suspensions("pupils_suspended_pct", "percent", "one_plus_susp", "one_plus_susp_rate"),
  ...suspensions("permanent_exclusions", "count", "perm_excl", null),
  ...suspensions("permanent_exclusion_rate", "per_100", "perm_excl", "perm_excl_rate"),
  ...drawn("absence_rate_pct", "sess_overall_percent", "percent", ENROLMENTS),
  ...drawn(
    "absence_rate_pct",
    "overall_absence_perc",
    "percent",
    "Published from daily attendance data that schools share, not from the census",
  ),
  ...drawn("persistent_absence_pct", "enrolments_pa_10_exact_percent", "percent", ENROLMENTS),
  ...drawn("severe_absence_pct", "enrolments_pa_50_exact_percent", "percent", ENROLMENTS),
  ...drawn("suspension_rate", "susp_rate", "per_100", HEADCOUNT),
  ...drawn("pupils_suspended_pct", "one_plus_susp_rate", "percent", HEADCOUNT),
  ...drawn("permanent_exclusion_rate", "perm_excl_rate", "per_100", HEADCOUNT),
  wide("pupils_on_roll", "total_pupils", false),
  wide("pupils_on_roll", "sen_support", false, { group: ["sen_provision", "sen_support"] }),
  wide("pupils_on_roll", "ehc_plan", false, { group: ["sen_provision", "ehc_plan"] }),
  wide("sen_support_pupils", "sen_support", false),
  wide("sen_support_pct", "sen_support", true),
  wide("ehc_pupils_pct", "ehc_plan", true),
  ...phases.flatMap(({ group, phase }) => [
    wide("pupils_on_roll", "total_pupils", false, { group, phase }),
    wide("sen_support_pct", "sen_support", true, { group, phase }),
    wide("ehc_pupils_pct", "ehc_plan", true, { group, phase }),
  ]),
  tidy("pupils_on_roll", TOTAL, "pupil_count"),
  ...provisions.map(({ group, characteristic }) =>
    tidy("pupils_on_roll", characteristic, "pupil_count", group),
  ),
  tidy("sen_support_pupils", provisionLabels.sen_support, "pupil_count"),
  tidy("sen_support_pct", provisionLabels.sen_support, "pupil_percent"),
  tidy("ehc_pupils_pct", provisionLabels.ehc_plan, "pupil_percent"),
  ...provisions.map(({ group, characteristic }) =>
    byNeed("pupils_on_roll", characteristic, TOTAL, group),
  ),
  byNeed("sen_support_pupils", provisionLabels.sen_support, TOTAL),
  ...needs.flatMap(({ group, characteristic }) => [
    byNeed("sen_support_pupils", provisionLabels.sen_support, characteristic, group),
    byNeed("pupils_on_roll", TOTAL, characteristic, group),
  ]),
];
