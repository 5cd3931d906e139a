import { readDay as readWrittenDay, yearWindow } from "../../src/kpi/read-day";
import { dayFromIso, type Day } from "./day";

/**
 * Children and young people of 0 to 25 are born, and their plans begin and end, in these years; 40
 * to 79 have no certain century.
 */
const YEARS = yearWindow(1980, 2039);

/**
 * The day that a text of an extract gives, or null when it is no date we know how to read
 * (docs/reading-education.md): as `readDay` of
 * src/kpi reads it, with the serial numbers of Excel, and years of two digits from 1980 to 2039.
 */
export const readDay = (text: string): Day | null =>
  dayFromIso(text) ?? readWrittenDay(text, { years: YEARS, serials: true });
