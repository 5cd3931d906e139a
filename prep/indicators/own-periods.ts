import type { Day } from "../calendar/day";
import {
  dayLabel,
  monthEnd,
  monthStart,
  periodsOf,
  type Frequency,
  type MonthlyFrequency,
} from "../calendar/periods";
import {
  academicYear,
  academicYearOf,
  termEnd,
  termIndexOf,
  termLabel,
  termStart,
  type TermIndex,
} from "../calendar/terms";
import type { KnownDays } from "./known-days";

/**
 * What is known of a table of the star: the days that its dates can be counted on, and how often.
 */
export interface OwnKnown {
  readonly days: KnownDays;
  /**
   * Frequencies that its rows can be counted by; the first is always counted, besides the
   * indicator's own.
   */
  readonly frequencies: readonly Frequency[];
  /** The one date column that the rows are known by; any where not given. */
  readonly date?: string;
  /** Day that a snapshot of a term is of. */
  readonly dayOf?: ReadonlyMap<TermIndex, Day>;
}

/** A period that rows are counted in: those dated from `from` to `to`. */
export interface OwnPeriod {
  readonly frequency: Frequency;
  readonly start: Day;
  readonly end: Day;
  readonly label: string;
  readonly from: Day;
  readonly to: Day;
}

const monthly: ReadonlySet<string> = new Set([
  "month",
  "quarter",
  "calendar_year",
  "academic_year",
  "financial_year",
  "rolling_12_months",
] satisfies MonthlyFrequency[]);

const termsBetween = (first: Day, last: Day): TermIndex[] =>
  Array.from(
    { length: termIndexOf(last) - termIndexOf(first) + 1 },
    (_, i) => termIndexOf(first) + i,
  );

/**
 * Periods of schools: terms, and years as the terms from autumn to summer, so that August counts
 * where the census has it.
 */
function schoolPeriods(
  frequency: Frequency,
  terms: readonly TermIndex[],
  dayOf: OwnKnown["dayOf"],
): OwnPeriod[] {
  if (frequency === "term")
    return terms.map((term) => {
      const end = dayOf?.get(term) ?? termEnd(term);
      return {
        frequency,
        start: termStart(term),
        end,
        label: termLabel(term),
        from: termStart(term),
        to: end,
      };
    });
  const yearToDate = frequency === "year_to_date";
  return terms
    .filter((term) => yearToDate || term % 3 === 2)
    .map((term) => {
      const year = academicYear(academicYearOf(term));
      const span = { from: termStart(academicYearOf(term) * 3), to: termEnd(term) };
      return yearToDate
        ? {
            frequency,
            start: year.start,
            end: span.to,
            label: `${year.label} to ${dayLabel(span.to)}`,
            ...span,
          }
        : { frequency, ...year, ...span };
    });
}

/**
 * The periods of a frequency that touch the known days, in order. A table that is known by terms
 * has school years.
 */
export function ownPeriods(
  frequency: Frequency,
  { days, frequencies, dayOf }: OwnKnown,
): OwnPeriod[] {
  if (!days.months) return [];
  const [first, last] = [days.intervals[0].from, days.end];
  if (frequencies[0] === "term" || frequency === "term" || frequency === "year_to_date")
    return schoolPeriods(frequency, termsBetween(first, last), dayOf);
  if (!monthly.has(frequency)) return [];
  return periodsOf(frequency as MonthlyFrequency, days.months.first, days.months.last).map(
    ({ first: from, last: to, label }) => ({
      frequency,
      start: monthStart(from),
      end: monthEnd(to),
      label,
      from: monthStart(from),
      to: monthEnd(to),
    }),
  );
}

/** Whether a period is wholly known, not known, or cut off by the end of the data. */
export function periodState(
  { days }: OwnKnown,
  { from, to }: OwnPeriod,
): "known" | "unknown" | "cut off" {
  if (to > days.end) return "cut off";
  return days.intervals.some((interval) => interval.from <= from && interval.to >= to)
    ? "known"
    : "unknown";
}
