import { formatPeriod } from "../kpi/period-format";
import type { Frequency } from "../kpi/frequency";
import { dayIn } from "./cell";
import { dayNumber, fullYear, monthNamed } from "./parse-day";

/** A period as the data names it. */
export interface Period {
  /** As printed. */
  readonly label: string;
  /** Last day, days since 1970-01-01; null where the label names no time. */
  readonly end: number | null;
  readonly frequency: Frequency | null;
}

type Reader = (match: RegExpExecArray) => { end: number; frequency: Frequency } | null;

const year = (
  from: string,
  month: number,
  frequency: Frequency,
): { end: number; frequency: Frequency } => ({
  end: dayNumber(fullYear(from), month + 1, 0),
  frequency,
});

/** In which month a term or a half-term ends, and whether in the second calendar year of the school year. */
const TERM_END: Readonly<Record<string, number>> = { autumn: 11, spring: 3, summer: 6 };
const HALF_TERM_END = [9, 11, 1, 3, 4, 6];

/** The forms of period labels that boards write, each with how it is read. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [
    /^([a-z]{3,9})\.?[\s-]*(\d{4}|\d{2})$/i,
    ([, word, digits]) => {
      const month = monthNamed(word);
      if (month !== null)
        return { end: dayNumber(fullYear(digits), month + 1, 0), frequency: "month" };
      const term = TERM_END[word.toLowerCase()];
      return term === undefined
        ? null
        : { end: dayNumber(fullYear(digits), term + 1, 0), frequency: "term" };
    },
  ],
  [
    /^(\d{4})-(\d{2})$/,
    ([, digits, second]) => {
      const next = (Number(digits) + 1) % 100;
      if (Number(second) >= 1 && Number(second) <= 12 && Number(second) !== next)
        return { end: dayNumber(Number(digits), Number(second), 0), frequency: "month" };
      return Number(second) === next
        ? { end: dayNumber(Number(digits) + 1, 3, 0), frequency: "financial_year" }
        : null;
    },
  ],
  [
    /^(\d{4})\/(\d{4}|\d{2})$/,
    ([, digits]) => ({ end: dayNumber(Number(digits) + 1, 8, 0), frequency: "academic_year" }),
  ],
  [
    /^q([1-4])\s*(\d{4})[-/](?:\d{4}|\d{2})$/i,
    ([, quarter, digits]) => ({
      end: dayNumber(Number(digits), 3 + 3 * Number(quarter), 0),
      frequency: "quarter",
    }),
  ],
  [
    /^q([1-4])\s*(\d{4})$/i,
    ([, quarter, digits]) => ({
      end: dayNumber(Number(digits), 3 * Number(quarter), 0),
      frequency: "quarter",
    }),
  ],
  [
    /^(?:ht|half[- ]term)\s*([1-6])\s*(\d{4}|\d{2})[-/](?:\d{4}|\d{2})$/i,
    ([, part, digits]) => {
      const month = HALF_TERM_END[Number(part) - 1];
      return {
        end: dayNumber(fullYear(digits) + (Number(part) > 2 ? 1 : 0), month + 1, 0),
        frequency: "half_term",
      };
    },
  ],
  [
    /^(autumn|spring|summer)\s*(?:term\s*)?(\d{4}|\d{2})[-/](?:\d{4}|\d{2})$/i,
    ([, term, digits]) => {
      const name = term.toLowerCase();
      return {
        end: dayNumber(fullYear(digits) + (name === "autumn" ? 0 : 1), TERM_END[name] + 1, 0),
        frequency: "term",
      };
    },
  ],
  [
    /^(?:year|12 months) to ([a-z]{3,9}) (\d{4}|\d{2})$/i,
    ([whole, word, digits]) => {
      const month = monthNamed(word);
      return month === null
        ? null
        : year(digits, month, whole.startsWith("12") ? "rolling_12_months" : "year_to_date");
    },
  ],
  [/^(20\d{2}|19\d{2})$/, ([, digits]) => year(digits, 11, "calendar_year")],
];

/** Reads a period from a date (taken as a day in a month) or from a label; a label that names no time keeps its place in the data. */
export function periodIn(cell: unknown): Period {
  if (cell === null || cell === undefined || cell === "")
    return { label: "", end: null, frequency: null };
  const day = dayIn(cell);
  if (day !== null) return { label: formatPeriod(day, day, "month"), end: day, frequency: "month" };
  const label = String(cell).trim();
  for (const [form, read] of FORMS) {
    const match = form.exec(label);
    const found = match && read(match);
    if (found) return { label, ...found };
  }
  return { label, end: null, frequency: null };
}
