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

/** Bank holidays beyond those built in. */
interface FurtherHolidays {
  /** Of the government's file: for the years that it has whole, its days alone count (ISO dates). */
  readonly file?: readonly string[];
  /** Of the settings, beside all others. */
  readonly settings?: readonly { readonly date: string | null }[];
}

/** Days that every year has: a year of which fewer are known is not known. */
const DAYS_OF_YEAR = 8;

const yearOf = (day: Day): number => civilOf(day).year;

/** The days by year, of the years that are whole. */
function wholeYears(days: readonly Day[]): Map<number, ReadonlySet<Day>> {
  const years = new Map<number, Set<Day>>();
  for (const day of days)
    years.set(yearOf(day), (years.get(yearOf(day)) ?? new Set<Day>()).add(day));
  return new Map([...years].filter(([, of]) => of.size >= DAYS_OF_YEAR));
}

const daysOf = (dates: readonly string[]): Day[] => dates.flatMap((iso) => dayFromIso(iso) ?? []);

/** Working days with the table of bank holidays and further ones. */
export function workingDays({ file = [], settings = [] }: FurtherHolidays = {}): WorkingDays {
  const added = daysOf(settings.flatMap(({ date }) => date ?? []));
  const built = daysOf(bankHolidays());
  const ofFile = wholeYears(daysOf(file));
  const beside = [...built, ...daysOf(file)].filter((day) => !ofFile.has(yearOf(day)));
  const holidays = new Set([
    ...beside,
    ...[...ofFile.values()].flatMap((days) => [...days]),
    ...added,
  ]);
  const whole = wholeYears([...holidays]);
  // The years without a break from the built-in ones on: no count runs over a gap.
  const years = { first: yearOf(built[0]), last: yearOf(built[0]) };
  while (whole.has(years.first - 1)) years.first--;
  while (whole.has(years.last + 1)) years.last++;
  const isKnown = (day: Day): boolean => yearOf(day) >= years.first && yearOf(day) <= years.last;
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
