import { civilOf, dayOf, daysInMonth, isoOf, type Day } from "../../../calendar/day";
import type { Frequency } from "../../../../src/kpi/frequency";
import { readPeriod, type SheetPeriod } from "../period-text";
import { readFrequency } from "../sheet-words";

const YEARS: ReadonlySet<Frequency> = new Set(["academic_year", "financial_year", "calendar_year"]);

const between = (first: Day, last: Day): SheetPeriod | null =>
  readPeriod(`${isoOf(first)} to ${isoOf(last)}`);

/** The year that begins in a month, from 1, of a kind that words allow; null for another month. */
function yearFrom(year: number, month: number): SheetPeriod | null {
  if (month === 1) return readPeriod(String(year));
  const split = (mark: string): SheetPeriod | null =>
    readPeriod(`${year}${mark}${String((year + 1) % 100).padStart(2, "0")}`);
  return month === 4 ? split("-") : month === 9 ? split("/") : null;
}

/**
 * The period of a length, in words, that ends on a day. The day itself where the words give no
 * length; null where a period of that length does not end then.
 */
export function endingOn(day: SheetPeriod, often: string): SheetPeriod | null {
  const frequency = readFrequency(often);
  const { year, month, day: inMonth } = civilOf(day.end);
  const isLast = inMonth === daysInMonth(year, month);
  const monthsBack = (count: number): Day =>
    month - count >= 0 ? dayOf(year, month - count + 1, 1) : dayOf(year - 1, month - count + 13, 1);
  if (frequency === "month")
    return between(dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month)));
  if (frequency === "quarter") return isLast ? between(monthsBack(3), day.end) : null;
  if (frequency === null || !YEARS.has(frequency)) return day;
  if (!isLast) return day;
  // Summer term ends in July: the academic year does too.
  const first = month === 7 ? 9 : (month % 12) + 1;
  return yearFrom(month === 12 ? year : year - 1, first) ?? day;
}

/** The period from a first day to the last one of another; null where it has no name. */
export function stretchOf(
  start: string,
  end: SheetPeriod | null,
  often: string,
): SheetPeriod | null {
  const first = readPeriod(start);
  if (first === null || first.frequency !== "census") return end;
  if (end === null) return startingOn(first, often);
  const frequency = readFrequency(often);
  const from = civilOf(first.start);
  const year = from.day === 1 ? yearFrom(from.year, from.month) : null;
  if (year !== null && frequency !== null && YEARS.has(frequency)) {
    const isWhole = year.end === end.end;
    const isSchoolYear = from.month === 9 && civilOf(end.end).month === 7;
    if (isWhole || isSchoolYear) return year;
  }
  if (end.end - first.start === 6) return readPeriod(`w/c ${isoOf(first.start)}`);
  return between(first.start, end.end);
}

/** A period of which the first day alone is known. */
function startingOn(day: SheetPeriod, often: string): SheetPeriod | null {
  const { year, month, day: inMonth } = civilOf(day.start);
  const frequency = readFrequency(often);
  if (frequency === "week") return readPeriod(`w/c ${isoOf(day.start)}`);
  if (inMonth !== 1 || frequency === null) return null;
  if (frequency === "month")
    return between(day.start, dayOf(year, month, daysInMonth(year, month)));
  if (frequency === "quarter") {
    const last = (month + 1) % 12 || 12;
    const inYear = month + 2 > 12 ? year + 1 : year;
    const at = month + 2 > 12 ? month - 10 : month + 2;
    return last === at || at > 0
      ? between(day.start, dayOf(inYear, at, daysInMonth(inYear, at)))
      : null;
  }
  return YEARS.has(frequency) ? yearFrom(year, month) : null;
}
