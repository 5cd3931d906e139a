import { monthNamed } from "../../../../src/kpi/day-number";
import { formatMonth } from "../../../../src/kpi/period-format";
import { readPeriod, type SheetPeriod } from "../period-text";
import { fold } from "./fold";

export type YearKind = "academic" | "financial" | "calendar";

/** A year that a text names, not yet known of which kind. */
export interface YearSaid {
  /** The year that it begins in. */
  readonly first: number;
  /** Two years, such as 2024/25. */
  readonly isSplit: boolean;
  readonly mark: "/" | "-";
  /** The kind that the words beside it name. */
  readonly kind: YearKind | null;
}

/** A month, quarter or term without its year. */
type DatedPart =
  | { readonly of: "month"; readonly month: number }
  | { readonly of: "quarter"; readonly quarter: number; readonly first: number | null }
  | { readonly of: "half_term"; readonly number: number }
  | { readonly of: "term"; readonly name: string };

/**
 * A period without its year; a year to date may name the part that it runs to, as `Q3 YTD`, and
 * twelve months run to the last one.
 */
export type Part =
  | DatedPart
  | { readonly of: "year_to_date"; readonly until: DatedPart | null }
  | { readonly of: "rolling_12_months"; readonly isAverage: boolean };

/** What a text says of a period, and its other words. */
export interface PeriodSaid {
  readonly period: SheetPeriod | null;
  readonly part: Part | null;
  readonly year: YearSaid | null;
  readonly rest: string;
}

/** Most words that a period takes, as "Year to date to the end of March 2025". */
const LONGEST = 8;
const YEARS = new Set(["calendar_year", "academic_year", "financial_year"]);

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const RANGE = `\\(? ?(${MONTHS})\\.? ?(?:-|to) ?(${MONTHS})\\.? ?\\)?`;

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  "1st": 1,
  one: 1,
  second: 2,
  "2nd": 2,
  two: 2,
  third: 3,
  "3rd": 3,
  three: 3,
  fourth: 4,
  "4th": 4,
  four: 4,
};
const TERMS: readonly string[] = ["autumn", "spring", "summer"];

/** The longest run of words that is a period, other than a year; null where none is. */
function wholePeriod(text: string): { period: SheetPeriod; rest: string } | null {
  const words = text.split(" ");
  for (let length = Math.min(LONGEST, words.length); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length).join(" ");
      const trimmed = run.replace(/^[([:,;-]+ ?|[)\]:,;]+$/g, "").replace(/ ?-$/, "");
      if (!/\d/.test(trimmed) || /^\d{1,3}$/.test(trimmed)) continue;
      const period = readPeriod(trimmed);
      if (period === null || YEARS.has(period.frequency)) continue;
      return { period, rest: [...words.slice(0, at), ...words.slice(at + length)].join(" ") };
    }
  return null;
}

const YEAR_KINDS: readonly (readonly [RegExp, YearKind])[] = [
  [
    /\b(?:fy|financial(?: (?:year|yr))?|fin yr|year[- ]end|out-?turns?|municipal year|budgets?|spend(?:ing)?|expenditure|deficit|dsg)\b/,
    "financial",
  ],
  [/\b(?:ay|academic(?: (?:year|yr))?|school (?:year|yr))\b/, "academic"],
  [/\b(?:cy|calendar(?: (?:year|yr))?|sen2)\b/, "calendar"],
];

/** The kind of year that words speak of; null for none, or several. */
export function yearKindIn(text: string): YearKind | null {
  const found = YEAR_KINDS.filter(([words]) => words.test(fold(text)));
  return found.length === 1 ? found[0][1] : null;
}

const century = (digits: string): number =>
  digits.length === 4 ? Number(digits) : 2000 + Number(digits);

function yearIn(text: string): { year: YearSaid; rest: string } | null {
  const kind = yearKindIn(text);
  const split = /(?<![\d.,/-])((?:20)?\d\d) ?([/-]) ?((?:20)?\d\d)(?![\d.,%/-]|\d)/.exec(text);
  if (split) {
    const first = century(split[1]);
    if (century(split[3]) === first + 1)
      return {
        year: { first, isSplit: true, mark: split[2] as "/" | "-", kind },
        rest: text.replace(split[0], " "),
      };
  }
  const single = /(?<![\d.,/£-])(20[0-4]\d)(?![\d,%/-]|\.\d)/.exec(text);
  return single
    ? {
        year: { first: Number(single[1]), isSplit: false, mark: "/", kind },
        rest: text.replace(single[0], " "),
      }
    : null;
}

/** The year that a text names, whatever else it says; null for none. */
export const yearSaid = (text: string): YearSaid | null => yearIn(fold(text))?.year ?? null;

type PartForm = readonly [RegExp, (match: RegExpExecArray) => DatedPart | null];

const PARTS: readonly PartForm[] = [
  [
    new RegExp(
      `\\b(?:q(?:uarter|tr)?\\.? ?([1-4])|(${Object.keys(ORDINALS).join("|")}) quarter|quarter (one|two|three|four))\\b(?: ?${RANGE})?`,
    ),
    (m) => {
      const quarter = m[1] ? Number(m[1]) : ORDINALS[m[2] ?? m[3]];
      const [first, last] = [m[4], m[5]].map((word) => (word ? monthNamed(word) : null));
      if (first !== null && last !== null && (last - first + 12) % 12 !== 2) return null;
      return { of: "quarter", quarter, first: first === null ? null : first - 1 };
    },
  ],
  [/\b(?:ht|half[- ]?term) ?([1-6])\b/, (m) => ({ of: "half_term", number: Number(m[1]) })],
  [
    /\b(aut(?:umn)?|spr(?:ing)?|sum(?:mer)?)(?: term)?(?: half[- ]?term)?(?: ?([12]))?(?: term)?\b/,
    (m) => {
      const index = TERMS.findIndex((name) => name.startsWith(m[1].slice(0, 3)));
      return m[2]
        ? { of: "half_term", number: 2 * index + Number(m[2]) }
        : { of: "term", name: TERMS[index] };
    },
  ],
  [
    new RegExp(`\\b(${MONTHS})\\b\\.?(?!.*\\b(?:${MONTHS})\\b)`),
    (m) => ({ of: "month", month: monthNamed(m[1])! - 1 }),
  ],
];

const TO_DATE = /\b(?:ytd|(?:year[- ])?to[- ]date)\b/;
/** Of a quarter or month these words say the same: a figure of all the months so far. */
const SUMMED = new RegExp(`${TO_DATE.source}|\\b(?:cumulative(?:ly)?|cum)\\b`);

/** Twelve months up to the last one that there is. */
const ROLLING =
  /\b(?:rolling|last|latest|past) (?:12|twelve)[- ]?months?\b|\b(?:12|twelve)[- ]?months? (?:rolling|to date)\b|\brolling (?:year|annual)\b|\br12m?\b/;

function partIn(text: string): { part: Part; rest: string } | null {
  if (ROLLING.test(text))
    return {
      part: { of: "rolling_12_months", isAverage: /\b(?:average|avg|mean)\b/.test(text) },
      rest: text.replace(ROLLING, " ").replace(/\btotals?\b/, " "),
    };
  const dated = datedPartIn(text);
  if ((dated ? SUMMED : TO_DATE).test(dated?.rest ?? text))
    return {
      part: { of: "year_to_date", until: dated?.part ?? null },
      rest: (dated?.rest ?? text).replace(SUMMED, " "),
    };
  return dated;
}

function datedPartIn(text: string): { part: DatedPart; rest: string } | null {
  for (const [form, read] of PARTS) {
    const match = form.exec(text);
    if (!match) continue;
    const part = read(match);
    return part && { part, rest: text.replace(match[0], " ") };
  }
  return null;
}

/** The period of a text, or the year up to its end where the words beside it say so. */
function soFar({ period, rest }: { period: SheetPeriod; rest: string }, text: string) {
  const isPart = ["month", "quarter", "half_term", "term"].includes(period.frequency);
  return isPart && SUMMED.test(rest) ? yearUpTo(period, yearKindIn(text) === "academic") : period;
}

/** From the first of April, or of September in an academic year, to the end of a period. */
function yearUpTo({ end, frequency }: SheetPeriod, isAcademic: boolean): SheetPeriod | null {
  const year = isAcademic || frequency.endsWith("term") ? " academic year" : "";
  return readPeriod(`ytd ${formatMonth(end)}${year}`);
}

/** The number of a month in its year that stands beside the month, as `M1 Apr-24`. */
const NUMBERED = /\b(?:m|mth|month|p|period) ?\d{1,2}\b/;

/** What a heading, title or cell says of a period. */
export function periodSaid(words: string): PeriodSaid {
  const text = fold(words)
    .replace(/\bmilestone \d+\b/g, "milestone")
    .replace(/t00:00(?::00)?(?:\.0+)?z?$/, "");
  const whole = wholePeriod(text);
  if (whole)
    return {
      period: soFar(whole, text),
      part: null,
      year: null,
      rest: whole.rest.replace(NUMBERED, " "),
    };
  const year = yearIn(text);
  const part = partIn(year?.rest ?? text);
  return {
    period: null,
    part: part?.part ?? null,
    year: year?.year ?? null,
    rest: part?.rest ?? year?.rest ?? text,
  };
}

/** What is known of the years that a table speaks of. */
export interface YearContext {
  /** The year of parts that name none. */
  readonly year: YearSaid | null;
  /** What `2024/25` is in this table. */
  readonly kind: YearKind | null;
  /** The month, from 0, that a year of months begins with; null where the table does not show. */
  readonly firstMonth: number | null;
  /** The last month that a year to date runs to; null where it is not known. */
  readonly lastDay: SheetPeriod | null;
}

const two = (year: number): string => String(year % 100).padStart(2, "0");
const splitText = (first: number, mark = "/"): string => `${first}${mark}${two(first + 1)}`;

/** A whole year as a period; null where its kind is not known. */
export function yearPeriod(said: YearSaid, context: YearContext): SheetPeriod | null {
  const kind = said.kind ?? context.kind;
  if (!said.isSplit)
    return kind === null || kind === "calendar" ? readPeriod(String(said.first)) : null;
  if (kind === "calendar") return null;
  const mark = kind === null ? said.mark : kind === "academic" ? "/" : "-";
  return readPeriod(splitText(said.first, mark));
}

/** The month, from 0, that a year of a kind begins with; null where it is not one of two. */
const firstMonthOf = (kind: YearKind | null): number | null =>
  kind === "financial" ? 3 : kind === "academic" ? 8 : null;

function monthPeriod(
  month: number,
  said: YearSaid,
  { kind, firstMonth }: YearContext,
): SheetPeriod | null {
  const name = MONTHS.split("|")[month].slice(0, 3);
  if (!said.isSplit) return readPeriod(`${name} ${said.first}`);
  if (month < 3) return readPeriod(`${name} ${said.first + 1}`);
  if (month > 7) return readPeriod(`${name} ${said.first}`);
  const begins = firstMonthOf(said.kind) ?? firstMonth ?? firstMonthOf(kind);
  if (begins !== 3 && begins !== 8) return null;
  return readPeriod(`${name} ${begins === 3 ? said.first : said.first + 1}`);
}

/** A period made of a part and the year that it stands in; null where the two do not make one. */
export function partPeriod(part: Part, context: YearContext): SheetPeriod | null {
  const { year } = context;
  if (part.of === "year_to_date")
    return yearToDate(
      part.until ? { ...context, lastDay: partPeriod(part.until, context) } : context,
    );
  if (part.of === "rolling_12_months") return twelveMonths(context.lastDay, part.isAverage);
  if (year === null) return null;
  switch (part.of) {
    case "month":
      return monthPeriod(part.month, year, context);
    case "quarter":
      return quarterPeriod(part, year, context);
    case "half_term":
      return year.isSplit && year.kind !== "financial"
        ? readPeriod(`ht${part.number} ${splitText(year.first)}`)
        : null;
    case "term":
      return readPeriod(`${part.name} ${year.isSplit ? splitText(year.first) : year.first}`);
  }
}

function quarterPeriod(
  { quarter, first }: Extract<Part, { of: "quarter" }>,
  year: YearSaid,
  { kind }: YearContext,
): SheetPeriod | null {
  const is = year.kind ?? kind;
  if (is === "academic") return null;
  if (is === "calendar" && !year.isSplit && first === null)
    return readPeriod(`q${quarter} ${year.first}`);
  if (year.isSplit)
    return first === null || first === (quarter * 3) % 12
      ? readPeriod(`q${quarter} ${splitText(year.first)}`)
      : null;
  if (first === null) return null;
  const names = MONTHS.split("|").map((name) => name.slice(0, 3));
  return readPeriod(`${names[first]} ${year.first} to ${names[(first + 2) % 12]} ${year.first}`);
}

/** Twelve months up to the end of a period. */
function twelveMonths(last: SheetPeriod | null, average: boolean): SheetPeriod | null {
  const period = last === null ? null : readPeriod(`12 months to ${formatMonth(last.end)}`);
  return period && { ...period, average };
}

/** The year up to the period that it names, else up to the last one of the table. */
function yearToDate({ year, kind, firstMonth, lastDay }: YearContext): SheetPeriod | null {
  if (lastDay === null) return null;
  const isAcademic = (year?.kind ?? kind) === "academic" || firstMonth === 8;
  const period = yearUpTo(lastDay, isAcademic);
  if (period === null) return null;
  if (year?.isSplit !== true) return period;
  const first = new Date(period.start * 86_400_000).getUTCFullYear();
  return first === year.first ? period : null;
}
