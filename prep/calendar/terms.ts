import { civilOf, dayOf, type Day } from "./day";
import { monthEnd, monthStart, yearLabel } from "./periods";

export const termNames = ["Autumn", "Spring", "Summer"] as const;
export type TermName = (typeof termNames)[number];

/**
 * A school term as 3 x the year its academic year begins in, plus 0 autumn, 1 spring, 2 summer: so
 * that terms can be counted.
 */
export type TermIndex = number;

/** Easter Sunday of a year (Gregorian computus after Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

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

export function termStart(term: TermIndex): Day {
  const year = yearOfTerm(term);
  return term % 3 === 0
    ? dayOf(year, 8, 1)
    : term % 3 === 1
      ? dayOf(year, 1, 1)
      : easterSunday(year) + 1;
}

export function termEnd(term: TermIndex): Day {
  const year = yearOfTerm(term);
  return term % 3 === 0
    ? dayOf(year, 12, 31)
    : term % 3 === 1
      ? easterSunday(year)
      : dayOf(year, 7, 31);
}

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
