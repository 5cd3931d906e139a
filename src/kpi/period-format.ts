import type { Frequency } from "./frequency";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Days are whole days since 1970-01-01. */
const civil = (day: number): { year: number; month: number; day: number } => {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() };
};
const two = (value: number): string => String(value % 100).padStart(2, "0");

/** `1 April 2024`. */
export function formatDay(day: number): string {
  const date = civil(day);
  return `${date.day} ${MONTHS[date.month]} ${date.year}`;
}

/** `Mar 24`. */
export function formatMonth(day: number): string {
  const { year, month } = civil(day);
  return `${MONTHS[month].slice(0, 3)} ${two(year)}`;
}

/**
 * A period in words, from the last day in it: `Mar 24`, `Jan to Mar 24`, `2023/24` (academic), `2023-24` (financial), `2024`,
 * `Year to Mar 24` (to date), `12 months to Mar 24`. A census is named by its day, a term and a half-term by the month they end in.
 */
export function formatPeriod(start: number, end: number, frequency: Frequency): string {
  switch (frequency) {
    case "month":
      return formatMonth(end);
    case "quarter":
    case "term":
    case "half_term":
      return `${MONTHS[civil(start).month].slice(0, 3)} to ${formatMonth(end)}`;
    case "calendar_year":
      return String(civil(end).year);
    case "academic_year":
      return `${civil(start).year}/${two(civil(start).year + 1)}`;
    case "financial_year":
      return `${civil(start).year}-${two(civil(start).year + 1)}`;
    case "year_to_date":
      return `Year to ${formatMonth(end)}`;
    case "rolling_12_months":
      return `12 months to ${formatMonth(end)}`;
    case "census":
      return formatDay(end);
  }
}
