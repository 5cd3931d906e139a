import { dayNumber, monthNamed, realDay } from "./day-number";

/** First and last day that a year of two digits may lie between, days since 1970-01-01. */
export interface YearWindow {
  readonly from: number;
  readonly to: number;
}

interface DayOptions {
  /** Where years of two digits lie. Without it they are not understood. */
  readonly years?: YearWindow;
  /** Whether a number of five digits is a serial number of Excel. */
  readonly serials?: boolean;
}

/** The days from one year to another, both whole. */
export const yearWindow = (first: number, last: number): YearWindow => ({
  from: dayNumber(first, 1, 1),
  to: dayNumber(last, 12, 31),
});

type Parts = readonly [year: string, month: string, day: string];

/**
 * How dates are written, tried in order: ISO, with English month names, year first, day first, and
 * eight digits. Never month first:
 * a column of such dates is known by `dateOrderOf` and not read.
 */
const FORMS: readonly (readonly [RegExp, (m: RegExpExecArray) => Parts])[] = [
  [/^(\d{4})-(\d{1,2}|[a-z]{3,9})-(\d{1,2})$/, (m) => [m[1], m[2], m[3]]],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]([a-z]{3,9})\.?[-/., ] ?(\d{4}|\d{2})$/,
    (m) => [m[3], m[2], m[1]],
  ],
  [/^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/, (m) => [m[3], m[1], m[2]]],
  [/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/, (m) => [m[4], m[3], m[1]]],
  [/^(\d{4})\/(\d{2})\/(\d{2})$/, (m) => [m[1], m[2], m[3]]],
  [/^((?:19|20)\d{2})(\d{2})(\d{2})$/, (m) => [m[1], m[2], m[3]]],
];

/** Excel's serial 25569 is 1970-01-01; numbers outside 1954 to 2064 are not taken for dates. */
const SERIAL_EPOCH = 25569;
const SERIALS = [19725, 60269] as const;

/**
 * The day that a text names, as days since 1970-01-01, or null where it names none for certain. A
 * time behind the date is left
 * out. A year of two digits is read only where one century puts the day into the window.
 */
export function readDay(text: string, { years, serials = false }: DayOptions = {}): number | null {
  const date = text
    .trim()
    .replace(/[T ]\d{1,2}:\d{2}.*$/, "")
    .toLowerCase();
  for (const [form, parts] of FORMS) {
    const match = form.exec(date);
    if (match) return dayOfParts(parts(match), years);
  }
  const serial = serials ? Number(/^(\d{5})(?:\.\d+)?$/.exec(date)?.[1]) : NaN;
  return serial >= SERIALS[0] && serial < SERIALS[1] ? serial - SERIAL_EPOCH : null;
}

function dayOfParts([year, word, day]: Parts, years: YearWindow | undefined): number | null {
  const month = /^\d/.test(word) ? Number(word) : monthNamed(word);
  if (month === null) return null;
  if (year.length === 4) return realDay(Number(year), month, Number(day));
  if (!years) return null;
  const fits = [1900, 2000]
    .map((century) => realDay(century + Number(year), month, Number(day)))
    .filter((one): one is number => one !== null && one >= years.from && one <= years.to);
  return fits.length === 1 ? fits[0] : null;
}
