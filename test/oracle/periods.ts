import { addMonths, civilOf, dayOf, type Day } from "../../prep/calendar/day";

export interface Period {
  readonly frequency:
    | "month"
    | "quarter"
    | "calendar_year"
    | "academic_year"
    | "financial_year"
    | "rolling_12_months";
  readonly start: Day;
  readonly end: Day;
}

/** Length in months and first month of each kind of period that follows on from itself. */
const KINDS = [
  ["month", 1, 1],
  ["quarter", 3, 1],
  ["calendar_year", 12, 1],
  ["academic_year", 12, 9],
  ["financial_year", 12, 4],
] as const;

/** All periods that have a day in a span, and the twelve months to each month end in it. */
export function periodsIn(first: Day, last: Day): Period[] {
  const periods: Period[] = [];
  for (const [frequency, months, firstMonth] of KINDS)
    for (
      let start = dayOf(civilOf(first).year - 1, firstMonth, 1);
      start <= last;
      start = addMonths(start, months)
    ) {
      const end = addMonths(start, months) - 1;
      if (end >= first) periods.push({ frequency, start, end });
    }
  const months = periods.filter(({ frequency }) => frequency === "month");
  return [
    ...periods,
    ...months.map(({ end }): Period => ({
      frequency: "rolling_12_months",
      start: addMonths(end + 1, -12),
      end,
    })),
  ];
}

/** The last days of the months that lie in a span. */
export const monthEndsIn = (first: Day, last: Day): Day[] =>
  periodsIn(first, last)
    .filter(({ frequency, end }) => frequency === "month" && end >= first && end <= last)
    .map(({ end }) => end);
