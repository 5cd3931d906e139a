import {
  and,
  atMost,
  columns,
  differ,
  equal,
  isGiven,
  isIn,
  plus,
  recode,
  when,
} from "../../../columns/expression";
import { breakdownPairs } from "../../../indicators/breakdown-pairs";
import { defineView } from "../../../indicators/view";
import { personColumns, personGroups } from "../../../protect/person-groups";
import { placeColumns } from "../../../protect/place-groups";
import { attendance, censusPupil, suspension } from "../tables/fact-tables";
import {
  exclusionCategory,
  censusCodeSets,
  exclusionReasons,
  freeMeals,
  needTypes,
  phaseCodes,
  phases,
  senCodes,
  senProvisions,
  yearGroups,
} from "../fields/code-sets";
import { absenceReasons, type AbsenceReason } from "../model/attendance";
import { matchOutcomes } from "../model/plans";
import { attendanceRest, pupilRest, suspensionRest } from "./rests-on";

/** How a pupil stands in a census: codes as the school sent them. */
const standing = columns({
  sen_code: senCodes,
  need: needTypes,
  phase_code: phaseCodes,
  year_code: yearGroups,
});

/** Codes that are a group each. */
const each = <V extends string>(codes: readonly V[]) => codes.map((code) => [code, code] as const);

/** The groups that a pupil is in by that. */
export const standingGroups = {
  sen_provision: recode(standing.sen_code, senProvisions, "not_recorded"),
  primary_need: recode(standing.need, each(needTypes), "not_recorded"),
  phase: recode(standing.phase_code, phases, "not_recorded"),
  year_group: recode(standing.year_code, each(yearGroups), "not_recorded"),
};

/** What pupils, and rows of their attendance and suspensions, are broken down by. */
const pupilColumns = {
  ...standing,
  ...personColumns,
  ...placeColumns,
  ...columns({ school: "text" }),
};
const groups = {
  ...standingGroups,
  ...personGroups,
  school: pupilColumns.school,
  ...placeColumns,
};

const p = {
  ...pupilColumns,
  ...columns({
    free_meals: freeMeals,
    /** The record that counts the person. */
    counts: "flag",
    /** Member of a SEN unit or of resourced provision. */
    unit_or_resourced: "flag",
    /**
     * What becomes of the plan that the school reports when it is looked for in SEN2; none where no
     * return
     * covers the day.
     */
    plan: matchOutcomes,
  }),
};
const { sen_provision } = standingGroups;

/** Pupils on roll on a census day, one row a record. */
export const pupilView = defineView({
  name: "pupils",
  star: { table: censusPupil, day: "census_date" },
  columns: p,
  flags: {
    on_roll: p.counts,
    sen_support: and(p.counts, equal(sen_provision, "sen_support")),
    ehc_plan: and(p.counts, equal(sen_provision, "ehc_plan")),
    unit_or_resourced: and(p.counts, p.unit_or_resourced),
    ehc_linkable: and(isGiven(p.plan), differ(p.plan, "no_valid_upn")),
    ehc_matched: equal(p.plan, "matched"),
  },
  breakdowns: { ...groups, free_meals: p.free_meals },
  pairs: {
    primary_need_by_phase: breakdownPairs.primary_need_by_phase,
    sen_provision_by_primary_need: breakdownPairs.sen_provision_by_primary_need,
    year_group_by_primary_need: breakdownPairs.year_group_by_primary_need,
  },
  restsOn: pupilRest,
  needs: ["sen2"],
});

const a = {
  ...pupilColumns,
  ...columns({
    sessions_possible: "number",
    sessions_authorised: "number",
    sessions_unauthorised: "number",
  }),
};
const sessionsMissed = plus(a.sessions_authorised, a.sessions_unauthorised);
/** Sessions missed are known and no more than those possible. */
const counted = atMost(sessionsMissed, a.sessions_possible);

/** Sessions of pupils in a term, one row a record. An enrolment is one pupil at one school. */
export const attendanceView = defineView({
  name: "attendance",
  star: { table: attendance, day: "term_end" },
  columns: a,
  flags: { counted },
  measures: {
    possible: when([[counted, a.sessions_possible]], 0),
    missed: when([[counted, sessionsMissed]], 0),
  },
  breakdowns: groups,
  restsOn: attendanceRest,
  units: ["enrolment"],
});

const reasonNames = absenceReasons.map(({ name }) => name);
type ByReason<T> = Readonly<Record<AbsenceReason, T>>;
/** A value by reason. */
export const byReason = <T>(of: (name: AbsenceReason, reason: number) => T): ByReason<T> =>
  Object.fromEntries(reasonNames.map((name, reason) => [name, of(name, reason)])) as ByReason<T>;

/** Sessions missed by reason, and for all reasons. */
const r = columns({ ...byReason(() => "number" as const), sessions_explained: "number" });
const explained = and(counted, equal(r.sessions_explained, sessionsMissed));

/** The same rows, of which those count whose session codes say why every session was missed. */
export const absenceReasonView = defineView({
  name: "absence_reason",
  columns: { ...a, ...r },
  flags: { explained },
  measures: {
    possible: when([[explained, a.sessions_possible]], 0),
    ...byReason((name) => when([[explained, r[name]]], 0)),
  },
  breakdowns: groups,
  restsOn: attendanceRest,
});

const s = {
  ...pupilColumns,
  ...columns({
    category: exclusionCategory.values,
    /** The first reason of several. */
    reason: censusCodeSets.ExclusionReason,
    /** A loaded census tells of the term. */
    told: "flag",
  }),
};

/** Suspensions and permanent exclusions in the term that they began in. */
export const suspensionView = defineView({
  name: "suspension",
  star: { table: suspension, day: "term_end" },
  columns: s,
  flags: {
    suspended: and(s.told, isIn(s.category, ["SUSP", "LNCH"])),
    excluded: and(s.told, equal(s.category, "PERM")),
  },
  breakdowns: { ...groups, reason: recode(s.reason, exclusionReasons, "not_recorded") },
  restsOn: suspensionRest,
  units: ["person"],
});
