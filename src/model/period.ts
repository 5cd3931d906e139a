import { civilDay, dayNumber, monthNamed } from "../kpi/day-number";
import type { Frequency } from "../kpi/frequency";
import type { ReadPeriod } from "../kpi/make-period";
import { formatDay, formatPeriod } from "../kpi/period-format";
import { readPeriod } from "../kpi/read-period";
import { dayIn, textIn } from "./cell";

/** A period as the data names it. */
export interface Period {
  /** As printed. */
  readonly label: string;
  /** First and last day, days since 1970-01-01; null where the label names no time. */
  readonly start: number | null;
  readonly end: number | null;
  readonly frequency: Frequency | null;
  /** False where the label fits two years or quarters: then its order is known, its days are not. */
  readonly sure: boolean;
}

/** What a label may stand for: two where it is read otherwise by the kind of its year. */
export type PeriodReading =
  | { readonly kind: "blank" | "unread"; readonly label: string }
  | { readonly kind: "day"; readonly label: string; readonly day: number }
  /** A month or a quarter without a year, counted from 1. */
  | { readonly kind: "month" | "quarter"; readonly label: string; readonly number: number }
  | {
      readonly kind: "period";
      readonly label: string;
      readonly academic: ReadPeriod;
      readonly financial: ReadPeriod;
    };

/** The kinds of year that `2023/24` and `Q1 2024` are read by. */
const KINDS = [
  { years: "academic", quarters: "calendar" },
  { years: "financial", quarters: "financial" },
] as const;

/**
 * What a cell of the period field says. `areDaysSure` tells whether dates in figures are certain in
 * its column; false where they need not be asked.
 */
export function readingOf(
  cell: unknown,
  areDaysSure: (() => boolean) | false = false,
): PeriodReading {
  const label = textIn(cell) ?? "";
  if (label === "") return { kind: "blank", label };
  const day = dayIn(cell);
  const isSure = !areDaysSure || !NUMERIC_DAY.test(label) || areDaysSure();
  if (day !== null && isSure) return { kind: "day", label, day };
  const month = /^[a-z]{3,9}\.?$/i.test(label) ? monthNamed(label.replace(".", "")) : null;
  if (month !== null) return { kind: "month", label, number: month };
  const quarter = /^q(?:uarter|tr)? ?([1-4])$/i.exec(label);
  if (quarter) return { kind: "quarter", label, number: Number(quarter[1]) };
  // `Q1 24` is a quarter of 2024, of the calendar or of the financial year.
  const spelled = label.replace(/^(q(?:uarter|tr)? ?[1-4])[-'’/ ,]*(\d\d)$/i, "$1 20$2");
  const [academic, financial] = KINDS.map((hints) => readPeriod(spelled, hints));
  return typeof academic === "string" || typeof financial === "string" || day !== null
    ? { kind: "unread", label }
    : academic.start === academic.end && academic.frequency === "census"
      ? { kind: "day", label, day: academic.end }
      : { kind: "period", label, academic, financial };
}

/** Dates whose day and month could be told the other way round. */
const NUMERIC_DAY = /^\d{1,2}[-/.]\d{1,2}[-/.]/;

/** A period that is read by one of its two readings. */
export function periodOf(
  { label, academic, financial }: PeriodReading & { kind: "period" },
  by: "academic" | "financial",
): Period {
  const { start, end, frequency } = by === "academic" ? academic : financial;
  return {
    label,
    start,
    end,
    frequency,
    sure: academic.start === financial.start && academic.end === financial.end,
  };
}

/** A day as the last of its period: named by its month, or by itself where `byDay`. */
export const dayPeriod = (day: number, frequency: Frequency, byDay: boolean): Period => ({
  label: byDay ? shortDay(day) : formatPeriod(day, day, "month"),
  start: day,
  end: day,
  frequency,
  sure: true,
});

/** A whole month that a day of it stands for. */
export function monthOfDay(day: number): Period {
  const { year, month } = civilDay(day);
  return {
    label: formatPeriod(day, day, "month"),
    start: dayNumber(year, month, 1),
    end: dayNumber(year, month + 1, 0),
    frequency: "month",
    sure: true,
  };
}

/** A label that names no time. */
export const timeless = (label: string, frequency: Frequency | null = null): Period => ({
  label,
  start: null,
  end: null,
  frequency,
  sure: false,
});

/** `25 Mar 24`. */
const shortDay = (day: number): string => {
  const [date, month, year] = formatDay(day).split(" ");
  return `${date} ${month.slice(0, 3)} ${year.slice(2)}`;
};
