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
  type Expression,
} from "../../../columns/expression";
import { defineView } from "../../../indicators/view";
import { ethnicityGroups } from "../../../protect/ethnicity-group";
import { sexes } from "../../../protect/people";
import { attendance, censusPupil, suspension } from "../tables/fact-tables";
import {
  exclusionCategory,
  censusCodeSets,
  exclusionReasons,
  freeMeals,
  needTypes,
  phase,
  senProvision,
  yearGroup,
} from "../fields/code-sets";
import { absenceReasons, type AbsenceReason } from "../model/attendance";
import { matchOutcomes } from "../model/plans";
import { attendanceRest, pupilRest, suspensionRest } from "./rests-on";

/** What pupils, and rows of their attendance and suspensions, are broken down by. */
const groups = {
  sen_provision: senProvision.values,
  primary_need: needTypes.values,
  phase: phase.values,
  year_group: yearGroup.values,
  sex: sexes,
  ethnicity_group: ethnicityGroups,
  school: "text",
  locality: "text",
} as const;
type GroupName = keyof typeof groups;

/** The columns of `groups` alone, as breakdowns. */
const breakdownsOf = <E extends Readonly<Record<GroupName, Expression<"text">>>>(q: E) => ({
  sen_provision: q.sen_provision,
  primary_need: q.primary_need,
  phase: q.phase,
  year_group: q.year_group,
  sex: q.sex,
  ethnicity_group: q.ethnicity_group,
  school: q.school,
  locality: q.locality,
});

const p = columns({
  ...groups,
  free_meals: freeMeals,
  ward: "text",
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
});

/** Pupils on roll on a census day, one row a record. */
export const pupilView = defineView({
  name: "pupils",
  star: { table: censusPupil, day: "census_date" },
  columns: p,
  flags: {
    on_roll: p.counts,
    sen_support: and(p.counts, equal(p.sen_provision, "sen_support")),
    ehc_plan: and(p.counts, equal(p.sen_provision, "ehc_plan")),
    unit_or_resourced: and(p.counts, p.unit_or_resourced),
    ehc_linkable: and(isGiven(p.plan), differ(p.plan, "no_valid_upn")),
    ehc_matched: equal(p.plan, "matched"),
  },
  breakdowns: { ...breakdownsOf(p), free_meals: p.free_meals, ward: p.ward },
  restsOn: pupilRest,
  needs: ["sen2"],
});

const a = columns({
  ...groups,
  sessions_possible: "number",
  sessions_authorised: "number",
  sessions_unauthorised: "number",
});
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
  breakdowns: breakdownsOf(a),
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
  breakdowns: breakdownsOf(a),
  restsOn: attendanceRest,
});

const s = columns({
  ...groups,
  category: exclusionCategory.values,
  /** The first reason of several. */
  reason: censusCodeSets.ExclusionReason,
  /** A loaded census tells of the term. */
  told: "flag",
});

/** Suspensions and permanent exclusions in the term that they began in. */
export const suspensionView = defineView({
  name: "suspension",
  star: { table: suspension, day: "term_end" },
  columns: s,
  flags: {
    suspended: and(s.told, isIn(s.category, ["SUSP", "LNCH"])),
    excluded: and(s.told, equal(s.category, "PERM")),
  },
  breakdowns: { ...breakdownsOf(s), reason: recode(s.reason, exclusionReasons, "not_recorded") },
  restsOn: suspensionRest,
  units: ["person"],
});
