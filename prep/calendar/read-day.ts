import { readDay as readWrittenDay, yearWindow, type YearWindow } from "../../src/kpi/read-day";
import { civilOf, dayFromIso, dayOf, type Day } from "./day";

/**
 * Children and young people of 0 to 25 are born, and their plans begin and end, in these years; 40
 * to 79 have no certain century.
 */
const YEARS = yearWindow(1980, 2039);

/** Where years of two digits lie in an extract. */
export interface DateYears {
  readonly births: YearWindow;
  readonly events: YearWindow;
}

/** Nobody in an extract is older; those it is about are 0 to 25, some records are kept on. */
const OLDEST = 30;
/** What is planned, such as a phase transfer, is not further off than so many years. */
const AHEAD = 2;

/**
 * The years of an extract as of a day: nobody is born after it, and little is dated after it. Years
 * of two digits outside them have no certain century.
 */
export function yearsAround(day: Day): DateYears {
  const { year } = civilOf(day);
  const { from, to } = yearWindow(year - OLDEST - 1, year + AHEAD);
  return { births: { from, to: day }, events: { from, to } };
}

/** No person of an extract was born before, and nothing that it tells comes later. */
const FIRST = dayOf(1900, 1, 1);
const LAST = dayOf(2099, 12, 31);
/** What systems write where something has no end. */
const NO_END: ReadonlySet<Day> = new Set([dayOf(2999, 12, 31), dayOf(9999, 12, 31)]);

/** Midnight in Britain in summer, as systems write it that keep world time: of the day before. */
const BRITISH_MIDNIGHT = /T23:00(:00(\.0+)?)?(Z|\+00:?00)$/i;

/**
 * The day that a text of an extract gives, or null when it is no date we know how to read
 * (docs/reading-education.md): as `readDay` of
 * src/kpi reads it, with the serial numbers of Excel, and years of two digits within
 * `years`. A year far off, such as 2925, is a slip of the pen and no date.
 */
export function readDay(text: string, years: YearWindow = YEARS): Day | null {
  const read = dayFromIso(text) ?? readWrittenDay(text, { years, serials: true });
  const day = read !== null && BRITISH_MIDNIGHT.test(text) ? read + 1 : read;
  return day !== null && ((day >= FIRST && day <= LAST) || NO_END.has(day)) ? day : null;
}
