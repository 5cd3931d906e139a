import {
  countedAs,
  type CountedAs,
  type MeasureRelations,
  type Part,
} from "../../../indicators/counted-as";
import { monthMeasures, quarterMeasures, waitIndicators, type MonthMeasure } from "./measures";

const measureOf = (rows: MonthMeasure["rows"], where: readonly string[]): string =>
  ["mh", rows, ...where].join(".");
const part = ({ rows }: MonthMeasure, where: readonly string[]): Part => ({
  measure: measureOf(rows, where),
  time: "month",
});

const ofMonth = (measure: MonthMeasure): CountedAs =>
  measure.outOf
    ? {
        kind: "share",
        numerator: part(measure, measure.where),
        denominator: part(measure, measure.outOf),
      }
    : { kind: "count", numerator: part(measure, measure.where), denominator: null };

const WAITING: Part = { measure: "mh.waiting", time: "period" };
const centile: CountedAs = { kind: "centile", numerator: null, denominator: WAITING };

/**
 * How the figures of mental health services that count referrals and contacts are made, by indicator: those that count the same under two ids share their measure.
 * Figures that count people once are not among them: somebody may stand in two groups of a breakdown, so that no sum holds for certain.
 */
export const mhsdsCountedAs: ReadonlyMap<string, CountedAs> = new Map<string, CountedAs>([
  ...monthMeasures
    .filter(({ distinct }) => distinct === undefined)
    .map((measure): [string, CountedAs] => [measure.id, ofMonth(measure)]),
  ...[...waitIndicators, ...quarterMeasures].map((definition): [string, CountedAs] => [
    definition.id,
    countedAs(definition),
  ]),
  ["mhs133", { kind: "count", numerator: WAITING, denominator: null }],
  ["mhs134", centile],
  ["mhs135", centile],
]);

const contacts = (...where: readonly string[]): string => measureOf("contacts", where);
const starting = (...where: readonly string[]): string =>
  measureOf("referrals", ["received", "aged_0_18", ...where]);

/** How these measures contain one another. */
export const mhsdsMeasureRelations: MeasureRelations = {
  parts: [
    {
      whole: contacts("attendance_known", "aged_0_18"),
      parts: [contacts("attended", "aged_0_18"), contacts("missed", "aged_0_18")],
      exact: true,
    },
    {
      whole: contacts("missed", "aged_0_18"),
      parts: [contacts("not_attended", "aged_0_18")],
      restTells: true,
    },
    { whole: starting(), parts: [starting("self_referral"), starting("from_education")] },
  ],
  selections: [
    {
      measure: contacts("not_attended", "aged_0_18"),
      of: contacts("missed", "aged_0_18"),
      breakdown: "attendance",
      groups: ["3", "7"],
    },
  ],
  restsOn: {
    "mh_referral.first_contact.first_wait": "mh_referral.first_contact.first_seen",
    "mh_referral.second_contact.second_wait": "mh_referral.second_contact.second_seen",
  },
};
