import { civilDay, MONTH_NAMES } from "./day-number";
import type { Frequency } from "./frequency";

const two = (value: number): string => String(value % 100).padStart(2, "0");

/** `1 April 2024`. */
export function formatDay(day: number): string {
  const date = civilDay(day);
  return `${date.day} ${MONTH_NAMES[date.month - 1]} ${date.year}`;
}

/** `Mar 24`. */
export function formatMonth(day: number): string {
  const { year, month } = civilDay(day);
  return `${MONTH_NAMES[month - 1].slice(0, 3)} ${two(year)}`;
}

/**
 * A period in words, from the last day in it: `Mar 24`, `Jan to Mar 24`, `2023/24` (academic),
 * `2023-24` (financial), `2024`,
 * `Year to Mar 24` (to date), `12 months to Mar 24`. A census is named by its day, a term and a
 * half-term by the month they end in.
 */
export function formatPeriod(start: number, end: number, frequency: Frequency): string {
  switch (frequency) {
    case "month":
      return formatMonth(end);
    case "quarter":
    case "term":
    case "half_term":
      return `${MONTH_NAMES[civilDay(start).month - 1].slice(0, 3)} to ${formatMonth(end)}`;
    case "calendar_year":
      return String(civilDay(end).year);
    case "academic_year":
      return `${civilDay(start).year}/${two(civilDay(start).year + 1)}`;
    case "financial_year":
      return `${civilDay(start).year}-${two(civilDay(start).year + 1)}`;
    case "year_to_date":
      return `Year to ${formatMonth(end)}`;
    case "rolling_12_months":
      return `12 months to ${formatMonth(end)}`;
    case "week":
      return `w/c ${formatDay(start)}`;
    case "day":
    case "census":
      return formatDay(end);
  }
}
