import type { SheetPeriod } from "../period-text";
import type { Column } from "./columns";
import type { FigureColumn } from "./figure-columns";
import { phrase } from "./fold";
import { isNumber, textAt } from "./grid";
import type { Kind } from "./kind-words";
import { periodSaid, yearKindIn, type PeriodSaid } from "./period-words";
import { labelAt, wordsAt, type TableContext } from "./table-context";
import { periodOf } from "./years";
import { endingOn, stretchOf } from "./stretch";

/** What the period columns of a row say together. */
export function rowTime(context: TableContext, row: number): PeriodSaid | null {
  const { periods } = context;
  const start = labelAt(context, row, "period_start");
  const often = labelAt(context, row, "frequency");
  const texts = periods
    .map((column) => periodText(wordsAt(context, row, column.at), column))
    .filter((text) => text !== "");
  if (texts.length === 0 && start === "") return null;
  const said = periodSaid(texts.join(" "));
  if (start !== "")
    return { ...said, part: null, year: null, period: stretchOf(start, said.period, often) };
  if (said.period?.frequency === "census" && often !== "")
    return { ...said, period: endingOn(said.period, often) };
  return said.year !== null && said.year.kind === null && often !== ""
    ? { ...said, year: periodSaid(`${often} ${texts.join(" ")}`).year ?? said.year }
    : said;
}

/** What the period column of a kind says in a row; null where the kind has none. */
export function kindTime(
  { grid, kindPeriods }: TableContext,
  row: number,
  kind: Kind,
): PeriodSaid | null {
  const column = kindPeriods.get(kind);
  return column ? periodSaid(textAt(grid, row, column.at)) : null;
}

/** A date in a column of months is its month, a year in one of financial years is one of those. */
function periodText(text: string, column: Column): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (day && /\bmonth\b/.test(phrase(column.text))) return `${day[1]}-${day[2]}`;
  const kind = yearKindIn(column.text);
  return kind !== null && /\byear\b/.test(phrase(column.text)) && YEAR.test(text)
    ? `${kind} year ${text}`
    : text;
}

/** A year alone, as a column headed "Financial year" has it. */
const YEAR = /^(?:20)?\d\d(?: ?[/-] ?(?:20)?\d\d)?$/;

export const isTimed = ({ period, part, year }: FigureColumn): boolean =>
  period !== null || part !== null || year !== null;

const runsToLast = ({ part }: FigureColumn): boolean =>
  part?.of === "year_to_date" || part?.of === "rolling_12_months";

/** The last month or quarter that a row has a figure of, else that of the title. */
export function lastPeriod(
  { grid, figures, years }: TableContext,
  row: number,
  time: PeriodSaid | null,
): SheetPeriod | null {
  const periods = figures.flatMap((column) => {
    if (runsToLast(column) || !isNumber(grid.rows[row][column.at] ?? null)) return [];
    if (column.kind !== null && column.kind !== "actual" && column.kind !== "target") return [];
    const period = isTimed(column) ? periodOf(column, time, years) : null;
    return period?.frequency === "month" || period?.frequency === "quarter" ? [period] : [];
  });
  return periods.reduce(
    (last, one) => (last === null || one.end > last.end ? one : last),
    years.lastDay,
  );
}
