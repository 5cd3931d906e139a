import { civilOf, dayFromIso, type Day } from "./day";
import { bankHolidays } from "../reference/bank-holidays";

/** Days that offices work: Monday to Friday without bank holidays of England and Wales. */
export interface WorkingDays {
  /** First and last year whose bank holidays are known. */
  readonly years: { readonly first: number; readonly last: number };
  readonly isWorking: (day: Day) => boolean;
  /**
   * Working days after `from` up to `to` with it; negative, of those from `to` (without it) to
   * `from`, when `to` lies before. Null where bank holidays are not known.
   */
  readonly between: (from: Day, to: Day) => number | null;
  /** The last working day on or before a day; null where bank holidays are not known. */
  readonly lastBy: (day: Day) => Day | null;
}

/** 0 Monday to 6 Sunday. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/**
 * Working days with the table of bank holidays and further ones (ISO dates), such as those of the
 * settings: a year that they name counts as known.
 */
export function workingDays(further: readonly string[] = []): WorkingDays {
  const listed = [...bankHolidays(), ...further].flatMap((iso) => dayFromIso(iso) ?? []);
  const holidays = new Set(listed);
  const known = listed.map((day) => civilOf(day).year);
  const years = { first: Math.min(...known), last: Math.max(...known) };
  const isKnown = (day: Day): boolean =>
    civilOf(day).year >= years.first && civilOf(day).year <= years.last;
  const isWorking = (day: Day): boolean => weekdayOf(day) < 5 && !holidays.has(day);
  const after = (from: Day, to: Day): number => {
    let count = 0;
    for (let day = from + 1; day <= to; day++) if (isWorking(day)) count++;
    return count;
  };
  return {
    years,
    isWorking,
    between: (from, to) =>
      !isKnown(from) || !isKnown(to) ? null : to >= from ? after(from, to) : 0 - after(to, from),
    lastBy: (day) => {
      if (!isKnown(day)) return null;
      let last = day;
      while (!isWorking(last)) last--;
      return last;
    },
  };
}
