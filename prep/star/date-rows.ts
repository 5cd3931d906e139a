import { civilOf, dayOf, type Day } from "../calendar/day";
import { monthLabel, monthOf, monthStart, yearLabel } from "../calendar/periods";
import { termOf } from "../calendar/terms";
import { dateDimension } from "./dimensions";
import { starFrame, type StarData } from "./frame";
import { DayColumn } from "../columns/column";

/** Half-term of a day by the calendar (see the declaration): 1 to 6. */
function halfTermOf(day: Day): number {
  const { month, day: ofMonth } = civilOf(day);
  if (month >= 11) return 2;
  if (month >= 9) return 1;
  if (month >= 6) return 6;
  if (month >= 4) return 5;
  return month === 1 || (month === 2 && ofMonth <= 14) ? 3 : 4;
}

/** One row for every day of the calendar years that two days lie in. */
export function dateRows(from: Day, to: Day): StarData {
  const first = dayOf(civilOf(from).year, 1, 1);
  const last = dayOf(civilOf(to).year, 12, 31);
  const days = Int32Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const civil = Array.from(days, (day) => civilOf(day));
  const months = Array.from(days, (day) => monthOf(day));
  return {
    declaration: dateDimension,
    frame: starFrame(dateDimension, {
      date: new DayColumn(days),
      year: civil.map(({ year }) => year),
      quarter: civil.map(({ month }) => Math.ceil(month / 3)),
      month: civil.map(({ month }) => month),
      month_start: new DayColumn(Int32Array.from(months, monthStart)),
      month_label: months.map(monthLabel),
      academic_year: months.map((month) => yearLabel("academic_year", month)),
      academic_month: civil.map(({ month }) => ((month + 3) % 12) + 1),
      financial_year: months.map((month) => yearLabel("financial_year", month)),
      financial_month: civil.map(({ month }) => ((month + 8) % 12) + 1),
      term: Array.from(days, termOf),
      half_term: Array.from(days, halfTermOf),
    }),
  };
}
