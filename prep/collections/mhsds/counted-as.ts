import { countedAs, type CountedAs, type MeasureRelations, type Part } from "../../indicators/counted-as";
import { accessMeasures } from "./access";
import { monthMeasures } from "./measures";
import type { MonthMeasure } from "./month-rows";
import { quarterMeasures, waitIndicators } from "./wait-measures";

const measureOf = (rows: MonthMeasure["rows"], where: readonly string[], distinct = "row"): string => ["mh", rows, distinct, ...where].join(".");

/** Months of rows add up; people who are counted once a month do not. */
const part = ({ rows, distinct }: MonthMeasure, where: readonly string[]): Part => ({ measure: measureOf(rows, where, distinct), time: distinct === undefined ? "month" : "span" });

const ofMonth = (measure: MonthMeasure): CountedAs =>
  measure.outOf ? { kind: "share", numerator: part(measure, measure.where), denominator: part(measure, measure.outOf) } : { kind: "count", numerator: part(measure, measure.where), denominator: null };

const span = (measure: string): Part => ({ measure, time: "span" });
const count = (measure: string): CountedAs => ({ kind: "count", numerator: span(measure), denominator: null });
const centile = (measure: string): CountedAs => ({ kind: "centile", numerator: null, denominator: span(measure) });
const WAITING = "mh.waiting";

/** How every figure of mental health services is made, by indicator: those that count the same under two ids share their measure. */
export const mhsdsCountedAs: ReadonlyMap<string, CountedAs> = new Map<string, CountedAs>([
  ...monthMeasures.map((measure): [string, CountedAs] => [measure.id, ofMonth(measure)]),
  ...accessMeasures.map(({ id, from, to }): [string, CountedAs] => [id, count(`mh.access.${from}_${to}`)]),
  ...[...waitIndicators, ...quarterMeasures].map((definition): [string, CountedAs] => [definition.id, countedAs(definition)]),
  ["mhs69", count("mh.second_contacts")],
  ["mhs133", count(WAITING)],
  ["mhs134", centile(WAITING)],
  ["mhs135", centile(WAITING)],
  ["ehc_cohort_with_open_mh_referral_pct", { kind: "share", numerator: span("mh.cohort.open"), denominator: span("mh.cohort.linked") }],
]);

const contacts = (...where: readonly string[]): string => measureOf("contacts", where);
const referrals = (...where: readonly string[]): string => measureOf("referrals", where);
const people = (...where: readonly string[]): string => measureOf("referrals", where, "person");
const starting = ["received", "aged_0_18"] as const;
const autism = ["open", "suspected_autism", "aged_0_17"] as const;

/**
 * How the measures contain one another. A person with two referrals can stand in two groups: the sums over groups of people then hold more than everybody, and
 * taking them for equal hides rather more than less.
 */
export const mhsdsMeasureRelations: MeasureRelations = {
  parts: [
    { whole: contacts("attendance_known", "aged_0_18"), parts: [contacts("attended", "aged_0_18"), contacts("missed", "aged_0_18")], exact: true },
    { whole: contacts("missed", "aged_0_18"), parts: [contacts("not_attended", "aged_0_18")], restTells: true },
    { whole: referrals(...starting), parts: [referrals(...starting, "self_referral"), referrals(...starting, "from_education")] },
    ...["looked_after", "protection_plan", "young_carer"].map((flag) => ({ whole: people(...starting), parts: [people(...starting, flag)] })),
    { whole: people(...autism), parts: [people(...autism, "thirteen_weeks")], restTells: true },
    { whole: people(...autism, "thirteen_weeks"), parts: ["seen_within_13_weeks", "seen_after_13_weeks", "not_seen"].map((flag) => people(...autism, "thirteen_weeks", flag)) },
  ],
  selections: [
    { measure: contacts("not_attended", "aged_0_18"), of: contacts("missed", "aged_0_18"), breakdown: "attendance", groups: ["3", "7"] },
  ],
  restsOn: { "mh_referral.first_contact.first_wait": "mh_referral.first_contact.first_seen", "mh_referral.second_contact.second_wait": "mh_referral.second_contact.second_seen" },
};
