import {
  dayLabel,
  monthEnd,
  monthLabel,
  monthNames,
  monthOf,
  monthStart,
  type MonthIndex,
} from "../../calendar/periods";
import { civilOf, dayOf, daysInMonth, type Day } from "../../calendar/day";
import { readDay } from "../../calendar/read-day";
import type { Frequency } from "../../../src/kpi/frequency";

/** A period as a sheet writes it. */
export interface SheetPeriod {
  readonly start: Day;
  readonly end: Day;
  readonly frequency: Frequency;
  readonly label: string;
  /** The figure is an average over the period. */
  readonly average: boolean;
}

const MONTH = "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*";
const YEAR = "((?:19|20)?\\d{2})";

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
const monthNumber = (text: string): number =>
  monthNames.findIndex((name) => text.slice(0, 3).toLowerCase() === name.toLowerCase());
const monthIndex = (name: string, year: string): MonthIndex =>
  fullYear(year) * 12 + monthNumber(name);

const period = (
  start: Day,
  end: Day,
  frequency: Frequency,
  label: string,
  average = false,
): SheetPeriod => ({ start, end, frequency, label, average });

const months = (first: MonthIndex, last: MonthIndex, average: boolean): SheetPeriod | null => {
  if (last < first || last - first > 11) return null;
  const frequency: Frequency =
    last === first
      ? "month"
      : last - first === 2
        ? "quarter"
        : last - first === 11
          ? "rolling_12_months"
          : "year_to_date";
  return period(
    monthStart(first),
    monthEnd(last),
    frequency,
    first === last ? monthLabel(first) : `${monthLabel(first)} to ${monthLabel(last)}`,
    average,
  );
};

/** First and last day of each school term of the year that begins in September: the calendar's, not local term dates. */
const TERMS: Readonly<Record<string, (year: number) => readonly [Day, Day]>> = {
  autumn: (year) => [dayOf(year, 9, 1), dayOf(year, 12, 31)],
  spring: (year) => [dayOf(year, 1, 1), dayOf(year, 3, 31)],
  summer: (year) => [dayOf(year, 4, 1), dayOf(year, 7, 31)],
};

/** First and last month and day of each half-term of the academic year, as the date table of the model has them. */
const HALF_TERMS: readonly (readonly [number, number, number, number])[] = [
  [9, 1, 10, 31],
  [11, 1, 12, 31],
  [1, 1, 2, 14],
  [2, 15, 3, 31],
  [4, 1, 5, 31],
  [6, 1, 7, 31],
];

const splitLabel = (year: number, mark: string): string =>
  `${year}${mark}${String((year + 1) % 100).padStart(2, "0")}`;
const consecutive = (first: string, second: string): boolean =>
  (fullYear(first) + 1) % 100 === Number(second) % 100;
const academicYear = (year: number): SheetPeriod =>
  period(dayOf(year, 9, 1), dayOf(year + 1, 8, 31), "academic_year", splitLabel(year, "/"));
const financialYear = (year: number): SheetPeriod =>
  period(dayOf(year, 4, 1), dayOf(year + 1, 3, 31), "financial_year", splitLabel(year, "-"));

/** How sheets write periods, tried in order. */
const forms: readonly {
  readonly form: RegExp;
  readonly read: (m: RegExpExecArray) => SheetPeriod | null;
}[] = [
  {
    form: new RegExp(`^${MONTH}[-' ]*${YEAR}$`),
    read: (m) => months(monthIndex(m[1], m[2]), monthIndex(m[1], m[2]), false),
  },
  {
    form: new RegExp(`^${MONTH}[-' ]*${YEAR} ?(?:-|to) ?${MONTH}[-' ]*${YEAR}( avg| average)?$`),
    read: (m) => months(monthIndex(m[1], m[2]), monthIndex(m[3], m[4]), m[5] !== undefined),
  },
  {
    form: new RegExp(`^(autumn|spring|summer)(?: term)?[-' ]*${YEAR}$`),
    read: (m) => readTerm(m[1], fullYear(m[2])),
  },
  {
    form: new RegExp(`^(?:ht|half[- ]?term) ?([1-6]),? ?${YEAR}[/-](\\d{2})$`),
    read: (m) => (consecutive(m[2], m[3]) ? readHalfTerm(Number(m[1]), fullYear(m[2])) : null),
  },
  {
    form: new RegExp(`^q(?:uarter )?([1-4]),? ?${YEAR}[/-](\\d{2})$`),
    read: (m) => (consecutive(m[2], m[3]) ? readQuarter(Number(m[1]), fullYear(m[2])) : null),
  },
  {
    form: /^((?:19|20)\d{2})$/,
    read: (m) =>
      period(dayOf(Number(m[1]), 1, 1), dayOf(Number(m[1]), 12, 31), "calendar_year", m[1]),
  },
  {
    form: new RegExp(`^(ay |academic year )?${YEAR}/(\\d{2}|\\d{4})$`),
    read: (m) => (consecutive(m[2], m[3]) ? academicYear(fullYear(m[2])) : null),
  },
  {
    form: new RegExp(`^ay ${YEAR}-(\\d{2}|\\d{4})$`),
    read: (m) => (consecutive(m[1], m[2]) ? academicYear(fullYear(m[1])) : null),
  },
  {
    form: new RegExp(`^(fy |financial year )?${YEAR}-(\\d{2}|\\d{4})$`),
    read: (m) => (consecutive(m[2], m[3]) ? financialYear(fullYear(m[2])) : null),
  },
];

function readTerm(term: string, year: number): SheetPeriod {
  const [start, end] = TERMS[term](year);
  return period(start, end, "term", `${term[0].toUpperCase()}${term.slice(1)} ${year}`);
}

function readHalfTerm(number: number, year: number): SheetPeriod {
  const [fromMonth, fromDay, toMonth, toDay] = HALF_TERMS[number - 1];
  const in_ = number > 2 ? year + 1 : year;
  return period(
    dayOf(in_, fromMonth, fromDay),
    dayOf(in_, toMonth, toDay),
    "half_term",
    `Half-term ${number} ${splitLabel(year, "/")}`,
  );
}

function readQuarter(number: number, year: number): SheetPeriod {
  const first = year * 12 + 3 * number;
  return period(
    monthStart(first),
    monthEnd(first + 2),
    "quarter",
    `${monthNames[first % 12]} to ${monthLabel(first + 2)}`,
  );
}

const clean = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

/** The period that a text such as `Mar 24`, `Autumn 23`, `HT3 23/24`, `2022`, `AY 22/23` or `Dec23-Feb24 avg` names, or null. */
export function readPeriod(text: string): SheetPeriod | null {
  const cleaned = clean(text);
  for (const { form, read } of forms) {
    const match = form.exec(cleaned);
    if (match) return read(match);
  }
  const day = /^\d{5,}$/.test(cleaned) ? null : readDay(text.trim());
  return day === null ? null : period(day, day, "census", dayLabel(day));
}

/** The month of a heading such as `Apr`, `April`, `Apr-24`: 0 to 11, with its year where it has one; null when it is none. */
export function readMonthHeading(
  text: string,
): { readonly month: number; readonly year: number | null } | null {
  const match = new RegExp(`^${MONTH}(?:[-' ]*${YEAR})?$`).exec(clean(text));
  return match
    ? { month: monthNumber(match[1]), year: match[2] === undefined ? null : fullYear(match[2]) }
    : null;
}

/** The same period a year before: months, terms, half-terms and years step back by one year. */
export function yearBefore({ start, end, frequency, label, average }: SheetPeriod): SheetPeriod {
  const back = (day: Day): Day => {
    const date = civilOf(day);
    return dayOf(
      date.year - 1,
      date.month,
      date.day === daysInMonth(date.year, date.month)
        ? daysInMonth(date.year - 1, date.month)
        : date.day,
    );
  };
  const earlier = label.replace(/\b(?:19|20)\d{2}(?:[/-]\d{2})?\b/g, (year) =>
    year.length === 4
      ? String(Number(year) - 1)
      : splitLabel(Number(year.slice(0, 4)) - 1, year[4]),
  );
  return period(back(start), back(end), frequency, earlier, average);
}

/** The academic year that a day lies in. */
export const academicYearOf = (day: Day): SheetPeriod => {
  const month = monthOf(day);
  return academicYear(Math.floor((month - 8) / 12));
};
