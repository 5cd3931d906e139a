import { readDay as readWrittenDay, yearWindow } from "../../src/kpi/read-day";
import { dayFromIso, dayOf, type Day } from "./day";

/**
 * Children and young people of 0 to 25 are born, and their plans begin and end, in these years; 40
 * to 79 have no certain century.
 */
const YEARS = yearWindow(1980, 2039);

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
 * src/kpi reads it, with the serial numbers of Excel, and years of two digits from 1980 to 2039. A
 * year far off, such as 2925, is a slip of the pen and no date.
 */
export function readDay(text: string): Day | null {
  const read = dayFromIso(text) ?? readWrittenDay(text, { years: YEARS, serials: true });
  const day = read !== null && BRITISH_MIDNIGHT.test(text) ? read + 1 : read;
  return day !== null && ((day >= FIRST && day <= LAST) || NO_END.has(day)) ? day : null;
}
