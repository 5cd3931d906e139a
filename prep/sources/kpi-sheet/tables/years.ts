import type { SheetPeriod } from "../period-text";
import { fold } from "./fold";
import type { FigureColumn } from "./figure-columns";
import { kindSaid } from "./kind-words";
import {
  partPeriod,
  periodSaid,
  yearKindIn,
  yearSaid,
  yearPeriod,
  type Part,
  type PeriodSaid,
  type YearContext,
  type YearKind,
  type YearSaid,
} from "./period-words";

/** What titles, sheet and file say of time. */
interface TitleTime {
  /** The period that figures stand under which name none themselves. */
  readonly period: SheetPeriod | null;
  /** The period that a year to date runs to; no year says that. */
  readonly lastDay: SheetPeriod | null;
  readonly year: YearSaid | null;
  readonly kind: YearKind | null;
}

/** Dates of meetings and papers, which no figure is of. */
const OF_PAPER =
  /\b(?:meeting|board (?:of|on|date)|board date|report(?:ed)? (?:to|date|produced)|committee|published|publication|produced|printed|prepared|author|version|refreshed|updated|last updated|next|created|inspection|agreed|approved|run on|extracted|statutory deadline|by the end of|due)\b/;
/** Titles of papers that hold figures of parts of the year that they name. */
const OF_SEVERAL =
  /month|quarter|term|week|\b(?:plans?|strateg\w+|programme|report\w*|dashboard|scorecard|tracker|position|update|targets?|outturns?|to date|ytd|so far)\b/;
const SNAPSHOT =
  /\b(?:as at|as of|at|position(?: at| on)?|snapshot(?: on| at)?|on|to|census(?: day| date)?)\b/;

/** The time that words above a table, the name of the sheet or of the file speak of, nearest first. */
export function titleTime(texts: readonly string[]): TitleTime {
  let period: SheetPeriod | null = null;
  let year: YearSaid | null = null;
  let kind: YearKind | null = null;
  let part: Part | null = null;
  for (const text of texts) {
    const plain = fold(text).replace(/[_]/g, " ");
    if (plain.length > 160 || OF_PAPER.test(plain)) continue;
    const said = periodSaid(plain);
    if (!/[.!?]$/.test(plain)) kind ??= yearKindIn(plain);
    const isDay = said.period?.frequency === "census";
    const isUsed = said.period !== null && (!isDay || SNAPSHOT.test(plain));
    if (period === null && year === null) {
      if (isUsed) period = said.period;
      else if (said.year !== null && isYearAlone(said))
        period = yearPeriod(said.year, { year: null, kind, firstMonth: null, lastDay: null });
      else if (said.year?.kind && said.part === null && !OF_SEVERAL.test(plain))
        period = yearPeriod(said.year, { year: null, kind, firstMonth: null, lastDay: null });
      else if (said.part === null && isYearBehind(plain) && !OF_SEVERAL.test(plain))
        period = yearPeriod(said.year!, { year: null, kind, firstMonth: null, lastDay: null });
      else if (said.part !== null && isDated(said.part) && said.year !== null)
        period = partPeriod(said.part, { year: said.year, kind, firstMonth: null, lastDay: null });
    }
    if (year === null && said.year === null && said.period === null && isPartAlone(said))
      part ??= said.part;
    year ??= said.year ?? splitYearIn(plain);
  }
  // A sheet named Q1 in a file of 2024-25.
  if (period === null && part !== null && year !== null)
    period = partPeriod(part, { year, kind, firstMonth: null, lastDay: null });
  const isYear = period !== null && /^(?:calendar|academic|financial)_year$/.test(period.frequency);
  return { period, lastDay: isYear ? null : period, year, kind };
}

/** The year of two that a period is written with, as of `Q2 2024/25`: its parts are of it too. */
function splitYearIn(text: string): YearSaid | null {
  const year = yearSaid(text);
  if (!year?.isSplit) return null;
  return /\bq(?:uarter|tr)? ?[1-4]\b/.test(text) ? { ...year, kind: "financial" } : year;
}

/** Whether a text names a year and nothing else: what stands under it is of that year. */
const isYearAlone = ({ part, rest }: PeriodSaid): boolean =>
  part === null && yearWords(rest) === "";

/** Whether a text names a month, quarter or term and nothing else. */
const isPartAlone = ({ part, rest }: PeriodSaid): boolean =>
  part !== null && isDated(part) && kindSaid(rest).kind === null && kindSaid(rest).rest === "";

/** Whether a title ends with a year that a comma, a colon or a dash parts from its words. */
const isYearBehind = (text: string): boolean =>
  /[a-z)](?:,| ?[:\u2013-]) ?20\d\d\/\d\d(?:\d\d)?$/.test(text);

const yearWords = (rest: string): string =>
  rest.replace(/\b(?:academic|financial|calendar|school|municipal|years?|ay|fy|cy)\b/g, "").trim();

/** Whether a part ends on a day that its year gives; a bare year to date does not. */
const isDated = (part: Part): boolean =>
  part.of !== "rolling_12_months" && (part.of !== "year_to_date" || part.until !== null);

type Structured = Pick<FigureColumn, "period" | "part" | "kind" | "year">;

const monthOf = ({ period, part }: Structured): number | null =>
  part?.of === "month"
    ? part.month
    : period?.frequency === "month"
      ? new Date(period.start * 86_400_000).getUTCMonth()
      : null;

/**
 * The month that the year of a run of months begins with: its first one, or the one of a financial
 * or academic year whose turn it does not cross.
 */
function firstMonthOf(months: readonly number[]): number | null {
  const inOrder = months.every((month, i) => i === 0 || month === (months[i - 1] + 1) % 12);
  if (months.length < 2 || !inOrder) return null;
  if (months[0] === 3 || months[0] === 8) return months[0];
  const turns = (month: number): boolean => months.includes(month) && months.indexOf(month) > 0;
  if (turns(8) !== turns(3)) return turns(8) ? 3 : 8;
  return null;
}

/**
 * The year that months without one stand in, where they follow one another up to the month of the
 * title: those behind the turn of a calendar year are of the year before, which a year of two says.
 */
function yearByLast(months: readonly number[], { period }: TitleTime): YearSaid | null {
  if (period?.frequency !== "month" || months.length < 2 || months.length > 12) return null;
  const last = new Date(period.start * 86_400_000);
  const inOrder = months.every((month, i) => i === 0 || month === (months[i - 1] + 1) % 12);
  if (!inOrder || months.at(-1) !== last.getUTCMonth()) return null;
  const isTurned = months[0] > months.at(-1)!;
  const year = last.getUTCFullYear();
  return isTurned
    ? { first: year - 1, isSplit: true, mark: "/", kind: months[0] > 7 ? null : "financial" }
    : { first: year, isSplit: false, mark: "/", kind: null };
}

/** What the columns of a table give away of its years. */
export function yearsOf(columns: readonly Structured[], title: TitleTime): YearContext {
  const has = (parts: readonly string[], frequencies: readonly string[]): boolean =>
    columns.some(
      ({ part, period }) =>
        parts.includes(part?.of ?? "") || frequencies.includes(period?.frequency ?? ""),
    );
  const months = columns
    .flatMap((column) => monthOf(column) ?? [])
    .filter((month, i, all) => i === 0 || month !== all[i - 1]);
  const firstMonth = firstMonthOf(months);
  const terms = has(["half_term", "term"], ["half_term", "term"]);
  const quarters = has(["quarter"], ["quarter"]);
  const isCalendar =
    title.kind === "calendar" &&
    columns.some(({ year }) => year !== null) &&
    columns.every(({ year }) => !year?.isSplit);
  const ofQuarters = isCalendar ? "calendar" : "financial";
  const byParts = quarters === terms ? null : quarters ? ofQuarters : "academic";
  const byMonths =
    firstMonth === 3 ? "financial" : firstMonth === 8 && months.length > 3 ? "academic" : null;
  const kind: YearKind | null = byParts ?? byMonths ?? title.kind;
  return { year: title.year ?? yearByLast(months, title), kind, firstMonth, lastDay: null };
}

const COMPARED = new Set(["england", "region", "neighbours"]);

/**
 * The period that a column and the labels of a row make together; null where they make none. A
 * comparator's year is its own: the table's kind of year does not hold for it.
 */
export function periodOf(
  column: Pick<FigureColumn, "period" | "part" | "year" | "kind">,
  row: PeriodSaid | null,
  context: YearContext,
): SheetPeriod | null {
  const years = COMPARED.has(column.kind ?? "") ? { ...context, kind: null } : context;
  if (column.period !== null) return column.period;
  if (column.part !== null)
    return partPeriod(column.part, { ...years, year: column.year ?? row?.year ?? years.year });
  if (column.year !== null && row?.part)
    return partPeriod(row.part, { ...years, year: column.year });
  if (column.year !== null) return yearPeriod(column.year, years);
  return row === null ? null : rowPeriod(row, years);
}

/** The period that the labels of a row name by themselves. */
function rowPeriod(row: PeriodSaid, context: YearContext): SheetPeriod | null {
  if (row.period !== null) return row.period;
  if (row.part !== null)
    return partPeriod(row.part, { ...context, year: row.year ?? context.year });
  return row.year === null ? null : yearPeriod(row.year, context);
}
