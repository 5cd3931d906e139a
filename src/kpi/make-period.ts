import { civilDay, dayNumber, MONTH_NAMES } from "./day-number";
import type { Frequency } from "./frequency";

/** A stretch of time that a figure is of; days since 1970-01-01, both included. */
export interface ReadPeriod {
  readonly frequency: Frequency;
  readonly start: number;
  readonly end: number;
  /** The period in one spelling, which reads back as the same period. */
  readonly label: string;
  /** The words call the figure an average over the period. */
  readonly average: boolean;
}

/**
 * Why a text is no period: nothing known, or two periods that only the reader of the sheet can tell
 * apart.
 */
export type PeriodFault = "not_understood" | "ambiguous";

const two = (year: number): string => String(year % 100).padStart(2, "0");
const shortMonth = (index: number): string => MONTH_NAMES[index % 12].slice(0, 3);
/** `Apr 2024`, of a month as year * 12 + month from 0. */
export const monthLabel = (index: number): string =>
  `${shortMonth(index)} ${Math.floor(index / 12)}`;
const firstDay = (index: number): number => dayNumber(Math.floor(index / 12), (index % 12) + 1, 1);
const dayLabel = (day: number): string => {
  const date = civilDay(day);
  return `${date.day} ${shortMonth(date.month - 1)} ${date.year}`;
};

const period = (frequency: Frequency, start: number, end: number, label: string): ReadPeriod => ({
  frequency,
  start,
  end,
  label,
  average: false,
});

/** Whole months from one index (year * 12 + month from 0) to another. */
export const months = (
  frequency: Frequency,
  first: number,
  last: number,
  label: string,
): ReadPeriod => period(frequency, firstDay(first), firstDay(last + 1) - 1, label);

const RANGES: Readonly<Record<number, Frequency>> = {
  1: "month",
  3: "quarter",
  12: "rolling_12_months",
};

/** A month, three months, twelve months, or the year to date that other lengths are. */
export function monthRange(first: number, last: number, average = false): ReadPeriod | PeriodFault {
  const length = last - first + 1;
  if (length < 1 || length > 12) return "not_understood";
  const from =
    Math.floor(first / 12) === Math.floor(last / 12) ? shortMonth(first) : monthLabel(first);
  const label = length === 1 ? monthLabel(last) : `${from} to ${monthLabel(last)}`;
  return { ...months(RANGES[length] ?? "year_to_date", first, last, label), average };
}

/** September to August, of the year it begins in. */
export const academicYear = (year: number): ReadPeriod =>
  months("academic_year", year * 12 + 8, year * 12 + 19, `${year}/${two(year + 1)}`);
/** April to March, of the year it begins in. */
export const financialYear = (year: number): ReadPeriod =>
  months("financial_year", year * 12 + 3, year * 12 + 14, `${year}-${two(year + 1)}`);

/**
 * Terms of the calendar, not of local term dates: first and last month, from 0, in their calendar
 * year.
 */
const TERMS = { autumn: [8, 11], spring: [0, 2], summer: [3, 6] } as const;
type TermName = keyof typeof TERMS;
export const TERM_NAMES = Object.keys(TERMS) as TermName[];
/** The term that begins with the letters of a word such as `aut`. */
export const termNamed = (word: string): TermName =>
  TERM_NAMES.find((name) => name.startsWith(word.slice(0, 3)))!;

/** A term by its name and the calendar year that it lies in. */
export function term(word: string, year: number): ReadPeriod {
  const name = termNamed(word);
  const [first, last] = TERMS[name];
  const label = `${name[0].toUpperCase()}${name.slice(1)} ${year}`;
  return months("term", year * 12 + first, year * 12 + last, label);
}

/** First and last month and day of each half-term, as the date table of the model has them. */
const HALF_TERMS: readonly (readonly [number, number, number, number])[] = [
  [9, 1, 10, 31],
  [11, 1, 12, 31],
  [1, 1, 2, 14],
  [2, 15, 3, 31],
  [4, 1, 5, 31],
  [6, 1, 7, 31],
];

/** A half-term of the academic year that begins in `year`. */
export function halfTerm(number: number, year: number): ReadPeriod {
  const [fromMonth, fromDay, toMonth, toDay] = HALF_TERMS[number - 1];
  const at = number > 2 ? year + 1 : year;
  return period(
    "half_term",
    dayNumber(at, fromMonth, fromDay),
    dayNumber(at, toMonth, toDay),
    `Half-term ${number} ${year}/${two(year + 1)}`,
  );
}

/** A quarter of the financial year that begins in `year`. */
export const financialQuarter = (quarter: number, year: number): ReadPeriod | PeriodFault =>
  monthRange(year * 12 + 3 * quarter, year * 12 + 3 * quarter + 2);

/** The week that begins on a day. */
export const week = (start: number): ReadPeriod =>
  period("week", start, start + 6, `w/c ${dayLabel(start)}`);

/** A week of ISO 8601: week 1 is the one with 4 January in it, and weeks begin on Monday. */
export function isoWeek(year: number, number: number): ReadPeriod | PeriodFault {
  const fourth = dayNumber(year, 1, 4);
  const start = fourth - ((fourth + 3) % 7) + 7 * (number - 1);
  return number >= 1 && civilDay(start + 3).year === year ? week(start) : "not_understood";
}

/** A figure as it stood on one day. */
export const snapshot = (day: number): ReadPeriod => period("census", day, day, dayLabel(day));
