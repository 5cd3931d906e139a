import { easterSunday } from "../../src/kpi/easter";
import { term as periodOfTerm } from "../../src/kpi/make-period";
import { civilOf, type Day } from "./day";
import { monthEnd, monthStart, yearLabel } from "./periods";

export const termNames = ["Autumn", "Spring", "Summer"] as const;
export type TermName = (typeof termNames)[number];

/**
 * A school term as 3 x the year its academic year begins in, plus 0 autumn, 1 spring, 2 summer: so
 * that terms can be counted.
 */
export type TermIndex = number;

/**
 * Term of a day as the school census reckons them: autumn 1 August to 31 December, spring to Easter
 * Sunday, summer to 31 July.
 */
export function termOf(day: Day): TermName {
  const { year, month } = civilOf(day);
  return month >= 8 ? "Autumn" : day <= easterSunday(year) ? "Spring" : "Summer";
}

/**
 * The term of a name in a calendar year: autumn 2024 begins the academic year 2024/25, spring 2025
 * is in the same one.
 */
export const termIn = (year: number, name: TermName): TermIndex =>
  name === "Autumn" ? year * 3 : (year - 1) * 3 + termNames.indexOf(name);

export const termIndexOf = (day: Day): TermIndex => termIn(civilOf(day).year, termOf(day));

export const termName = (term: TermIndex): TermName => termNames[term % 3];

/** Calendar year that a term lies in. */
const yearOfTerm = (term: TermIndex): number => Math.floor(term / 3) + (term % 3 === 0 ? 0 : 1);

const daysOf = (term: TermIndex): { readonly start: Day; readonly end: Day } =>
  periodOfTerm(termName(term).toLowerCase(), yearOfTerm(term));

export const termStart = (term: TermIndex): Day => daysOf(term).start;
export const termEnd = (term: TermIndex): Day => daysOf(term).end;

/** `Spring 2025`. */
export const termLabel = (term: TermIndex): string => `${termName(term)} ${yearOfTerm(term)}`;

/** The year that the academic year of a term begins in. */
export const academicYearOf = (term: TermIndex): number => Math.floor(term / 3);

/** First and last day and label of an academic year, September to August as in `periodsOf`. */
export function academicYear(year: number): {
  readonly start: Day;
  readonly end: Day;
  readonly label: string;
} {
  const first = year * 12 + 8;
  return {
    start: monthStart(first),
    end: monthEnd(first + 11),
    label: yearLabel("academic_year", first),
  };
}
