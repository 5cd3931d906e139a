import { censusDay } from "../../calendar/census-day";
import { addMonths, civilOf, dayOf, type Day } from "../../calendar/day";
import {
  academicYear,
  termEnd,
  termIn,
  termLabel,
  termNames,
  termStart,
} from "../../calendar/terms";
import { dayLabel, monthEnd, monthLabel, monthNames, monthStart } from "../../calendar/periods";
import type { Frequency } from "../../../src/kpi/frequency";

export interface PublishedPeriod {
  readonly start: Day;
  readonly end: Day;
  readonly frequency: Frequency;
  readonly label: string;
}

const between = (start: Day, end: Day, frequency: Frequency, label: string): PublishedPeriod => ({
  start,
  end,
  frequency,
  label,
});

const split = (year: number, mark: string): string =>
  `${year}${mark}${String((year + 1) % 100).padStart(2, "0")}`;

/**
 * Identifiers of six digits: the year begins in the first of two. First month (from 0), months and
 * frequency.
 */
const SIX: Readonly<Record<string, readonly [number, number, Frequency, string]>> = {
  "academic year": [8, 12, "academic_year", "/"],
  "financial year": [3, 12, "financial_year", "-"],
  "tax year": [3, 12, "financial_year", "-"],
  "financial year q1": [3, 3, "quarter", "-"],
  "financial year q2": [6, 3, "quarter", "-"],
  "financial year q3": [9, 3, "quarter", "-"],
  "financial year q4": [12, 3, "quarter", "-"],
};

/**
 * The period of a school term, as the school census reckons it, in the academic year that begins in
 * `year`; of two terms, the year up to the second. Null for any other identifier.
 */
function schoolTerms(year: number, kind: string): PublishedPeriod | null {
  const name = termNames.find((one) => kind === `${one.toLowerCase()} term`);
  if (name) {
    const term = termIn(name === "Autumn" ? year : year + 1, name);
    return between(termStart(term), termEnd(term), "term", termLabel(term));
  }
  if (kind !== "autumn and spring term" && kind !== "autumn and spring terms") return null;
  const [{ start, label }, end] = [academicYear(year), termEnd(termIn(year + 1, "Spring"))];
  return between(start, end, "year_to_date", `${label} to ${dayLabel(end)}`);
}

/**
 * The period of `time_period` and `time_identifier` of the open data standard; null where the two
 * do not fit each other or are not known
 * (weeks, parts of a year). `census` says that the file's academic year means its January census
 * day, `202425` being January 2025: a snapshot, or
 * the spring term up to it as our own counts of pupils have it.
 */
export function readTimePeriod(
  period: string,
  identifier: string,
  census?: "snapshot" | "term",
): PublishedPeriod | null {
  const kind = identifier.trim().toLowerCase();
  if (/^\d{4}$/.test(period)) {
    const year = Number(period);
    if (kind === "calendar year" || kind === "reporting year")
      return between(dayOf(year, 1, 1), dayOf(year, 12, 31), "calendar_year", period);
    const month = monthNames.findIndex((name) => kind.startsWith(name.toLowerCase()));
    return month < 0
      ? null
      : between(
          monthStart(year * 12 + month),
          monthEnd(year * 12 + month),
          "month",
          monthLabel(year * 12 + month),
        );
  }
  const match = /^(\d{4})(\d{2})$/.exec(period);
  if (!match || (Number(match[1]) + 1) % 100 !== Number(match[2])) return null;
  const year = Number(match[1]);
  if (census && kind === "academic year") {
    const [day, spring] = [censusDay(year + 1, "Spring"), termIn(year + 1, "Spring")];
    return census === "term"
      ? between(termStart(spring), day, "term", termLabel(spring))
      : between(day, day, "census", dayLabel(day));
  }
  const terms = schoolTerms(year, kind);
  if (terms) return terms;
  const form = SIX[kind];
  if (!form) return null;
  const [first, months, frequency, mark] = form;
  const start = addMonths(dayOf(year, 1, 1), first);
  const label =
    frequency === "quarter" ? `${identifier.trim()} ${split(year, mark)}` : split(year, mark);
  return between(start, addMonths(start, months) - 1, frequency, label);
}

/**
 * A reporting period given by its first and last day: a month, a quarter, or rolling twelve months.
 */
export function periodOfDays(start: Day, end: Day): PublishedPeriod | null {
  const [from, to] = [civilOf(start), civilOf(end)];
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  const index = to.year * 12 + to.month - 1;
  if (from.day !== 1 || end !== monthEnd(index)) return null;
  if (months === 1) return between(start, end, "month", monthLabel(index));
  if (months === 3)
    return between(start, end, "quarter", `${monthNames[from.month - 1]} to ${monthLabel(index)}`);
  return months === 12
    ? between(start, end, "rolling_12_months", `12 months to ${monthLabel(index)}`)
    : null;
}
