import { civilOf, dayOf, daysInMonth, type Day } from "./day";

/** A calendar month as year * 12 + month - 1, so that months can be counted. */
export type MonthIndex = number;

/** Frequencies whose periods are whole months. */
export type MonthlyFrequency =
  "month" | "quarter" | "calendar_year" | "academic_year" | "financial_year" | "rolling_12_months";

/** All frequencies; terms and the academic year to date are of prep/calendar/terms. */
export type Frequency = MonthlyFrequency | "census" | "term" | "year_to_date";

/** The month of the year (0 January) that financial years begin with. */
export const FINANCIAL_YEAR_BEGINS = 3;

/** First month of the financial year that a month lies in. */
export const financialYearOf = (month: MonthIndex): MonthIndex =>
  Math.floor((month - FINANCIAL_YEAR_BEGINS) / 12) * 12 + FINANCIAL_YEAR_BEGINS;

/** A stretch of whole months with its label. */
export interface Period {
  readonly frequency: MonthlyFrequency;
  readonly first: MonthIndex;
  readonly last: MonthIndex;
  readonly label: string;
}

export const monthNames = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

export const monthOf = (day: Day): MonthIndex => {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
};
const parts = (month: MonthIndex): { year: number; month: number } => ({
  year: Math.floor(month / 12),
  month: (month % 12) + 1,
});
export const monthStart = (index: MonthIndex): Day => {
  const { year, month } = parts(index);
  return dayOf(year, month, 1);
};
export const monthEnd = (index: MonthIndex): Day => {
  const { year, month } = parts(index);
  return dayOf(year, month, daysInMonth(year, month));
};

/** `Apr 2024`. */
export const monthLabel = (index: MonthIndex): string =>
  `${monthNames[index % 12]} ${Math.floor(index / 12)}`;

/** `16 Jan 2025`. */
export const dayLabel = (day: Day): string => {
  const date = civilOf(day);
  return `${date.day} ${monthNames[date.month - 1]} ${date.year}`;
};

const split = (year: number, mark: string): string =>
  `${year}${mark}${String((year + 1) % 100).padStart(2, "0")}`;

interface Cycle {
  /** Months that a period is long. */
  readonly length: number;
  /** Month (0 January) that a period begins with. */
  readonly offset: number;
  readonly label: (first: MonthIndex) => string;
}

/**
 * Academic years are written 2023/24 and financial years 2023-24, as the Department for Education
 * publishes them.
 */
const cycles: Readonly<Record<Exclude<MonthlyFrequency, "rolling_12_months">, Cycle>> = {
  month: { length: 1, offset: 0, label: monthLabel },
  quarter: {
    length: 3,
    offset: 0,
    label: (first) => `${monthNames[first % 12]} to ${monthLabel(first + 2)}`,
  },
  calendar_year: { length: 12, offset: 0, label: (first) => String(Math.floor(first / 12)) },
  academic_year: { length: 12, offset: 8, label: (first) => split(Math.floor(first / 12), "/") },
  financial_year: {
    length: 12,
    offset: FINANCIAL_YEAR_BEGINS,
    label: (first) => split(Math.floor(first / 12), "-"),
  },
};

/**
 * The label that a year frequency gives to the year a month lies in, such as 2023/24 for an
 * academic year.
 */
export function yearLabel(
  frequency: "academic_year" | "financial_year",
  month: MonthIndex,
): string {
  const { length, offset, label } = cycles[frequency];
  return label(Math.floor((month - offset) / length) * length + offset);
}

/**
 * The periods of a frequency that touch the months from `first` to `last`, in order. Rolling twelve
 * months end in each of them.
 */
export function periodsOf(
  frequency: MonthlyFrequency,
  first: MonthIndex,
  last: MonthIndex,
): Period[] {
  const periods: Period[] = [];
  if (frequency === "rolling_12_months") {
    for (let end = first; end <= last; end++)
      periods.push({
        frequency,
        first: end - 11,
        last: end,
        label: `12 months to ${monthLabel(end)}`,
      });
    return periods;
  }
  const { length, offset, label } = cycles[frequency];
  for (
    let start = Math.floor((first - offset) / length) * length + offset;
    start <= last;
    start += length
  )
    periods.push({ frequency, first: start, last: start + length - 1, label: label(start) });
  return periods;
}
