import { civilOf, dayOf, daysInMonth, type Day } from "../../calendar/day";
import { monthOf } from "../../calendar/periods";
import { academicYear, monthRange, type ReadPeriod } from "../../../src/kpi/make-period";
import { monthNamed } from "../../../src/kpi/day-number";
import { readPeriod as readWrittenPeriod } from "../../../src/kpi/read-period";

/** A period as a sheet writes it. */
export type SheetPeriod = ReadPeriod;

/**
 * The period that a cell or heading of a sheet names, or null. Sheets write academic years with a
 * slash and financial years with a
 * dash; a quarter of one year, such as `Q4 2024`, is one of the calendar.
 */
export function readPeriod(text: string): SheetPeriod | null {
  const read = readWrittenPeriod(text, { years: "by_mark", quarters: "calendar" });
  return typeof read === "string" ? null : read;
}

/**
 * The month of a heading such as `Apr`, `April`, `Apr-24`: 0 to 11, with its year where it has one;
 * null when it is none.
 */
export function readMonthHeading(
  text: string,
): { readonly month: number; readonly year: number | null } | null {
  const month = monthNamed(text.trim());
  if (month !== null) return { month: month - 1, year: null };
  const read = /^[a-z]/i.test(text.trim()) ? readPeriod(text) : null;
  if (read?.frequency !== "month" || read.average) return null;
  const { year, month: named } = civilOf(read.start);
  return { month: named - 1, year };
}

/** The same period a year before: months, terms, half-terms and years step back by one year. */
export function yearBefore(of: SheetPeriod): SheetPeriod {
  const back = (day: Day): Day => {
    const date = civilOf(day);
    return dayOf(
      date.year - 1,
      date.month,
      date.day === daysInMonth(date.year, date.month)
        ? daysInMonth(date.year - 1, date.month)
        : date.day,
    );
  };
  const label = of.label.replace(/\b(?:19|20)\d{2}(?:[/-]\d{2})?\b/g, (year) => {
    const before = Number(year.slice(0, 4)) - 1;
    return year.length === 4 ? String(before) : `${before}${year[4]}${year.slice(2, 4)}`;
  });
  return { ...of, start: back(of.start), end: back(of.end), label };
}

/** The month or quarter before one. */
export function periodBefore({ start, end }: SheetPeriod): SheetPeriod | null {
  const [first, last] = [monthOf(start), monthOf(end)];
  const before = monthRange(first - (last - first + 1), first - 1);
  return typeof before === "string" ? null : before;
}

/** The academic year that a day lies in. */
export const academicYearOf = (day: Day): SheetPeriod => {
  const month = monthOf(day);
  return academicYear(Math.floor((month - 8) / 12));
};
