/** Names of the months, January first. */
export const MONTH_NAMES = [
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
] as const;

/**
 * Days since 1970-01-01 of a calendar day; months run from 1, and day 0 is the last day of the
 * month before.
 */
export const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000;

/** Year, month (from 1) and day of a day since 1970-01-01. */
export function civilDay(value: number): { year: number; month: number; day: number } {
  const date = new Date(value * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/**
 * The day of a year, month and day of the month; null for one that no calendar has, such as 30
 * February.
 */
export function realDay(year: number, month: number, day: number): number | null {
  if (year < 1000 || year > 9999) return null;
  const found = civilDay(dayNumber(year, month, day));
  return found.month === month && found.day === day ? dayNumber(year, month, day) : null;
}

/** The month (from 1) that a word such as `Sept` or `March` names, or null. */
export function monthNamed(word: string): number | null {
  const folded = word.toLowerCase();
  const index =
    folded.length < 3
      ? -1
      : MONTH_NAMES.findIndex((month) => month.toLowerCase().startsWith(folded));
  return index < 0 ? null : index + 1;
}
