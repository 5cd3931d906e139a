import type { Unit } from "../../../../src/kpi/unit";
import type { RawCell } from "../cell";
import type { SheetPeriod } from "../period-text";
import type { HeadingAt, TableArea } from "./table-area";
import { fold, phrase } from "./fold";
import { filledIn, isFigure, isNumber, textAt, type Grid } from "./grid";
import type { Heading } from "./heading";
import { kindSaid, type Kind } from "./kind-words";
import type { Label } from "./label-words";
import { periodSaid, type Part, type YearSaid } from "./period-words";
import {
  areDated,
  arePeriods,
  labelOfValues,
  namesComparators,
  namesOtherKinds,
} from "./value-words";

export interface Level {
  readonly text: string;
  readonly words: string;
}

/** A column of a table, by what its headings say. */
export interface Column {
  readonly at: number;
  /** The headings over it, joined. */
  readonly text: string;
  readonly label: Label | null;
  readonly kind: Kind | null;
  readonly period: SheetPeriod | null;
  readonly part: Part | null;
  readonly year: YearSaid | null;
  readonly unit: Unit | null;
  /** Its rows of headings from the top, with the words in each that are no period, kind or unit. */
  readonly levels: readonly Level[];
  /** The headings without their periods: columns of one series share it. */
  readonly series: string;
  /** The heading contradicts itself. */
  readonly isUnclear: boolean;
}

/** The headings over a column from the top, each once. */
function stackOf(grid: Grid, area: TableArea, at: number): { row: number; text: string }[] {
  const stack: { row: number; text: string }[] = [];
  for (let row = area.top; row <= area.headings; row++) {
    const text = heldText(grid, area, row, at);
    if (text !== "" && stack.at(-1)?.text !== text) stack.push({ row, text });
  }
  return stack;
}

/**
 * The words of an upper heading hold for the blank columns right of it where the headings below
 * repeat, as `Q1 | | Q2 |` over `Plan | Actual | Plan | Actual`.
 */
function heldText(grid: Grid, area: TableArea, row: number, at: number): string {
  const own = textAt(grid, row, at);
  if (own !== "" || row === area.headings) return own;
  const below = textAt(grid, area.headings, at);
  const first = filledIn(grid, row, area.left, area.right)
    .filter((one) => one < at)
    .at(-1);
  if (below === "" || first === undefined || first <= area.name) return "";
  const lower = (one: number): string => fold(textAt(grid, area.headings, one));
  const columns = filledIn(grid, area.headings, area.left, area.right);
  const repeats = (one: number): boolean =>
    columns.some((other) => other !== one && lower(other) === lower(one));
  const gap = columns.filter((one) => one >= first && one <= at);
  return gap.every(repeats) && new Set(gap.map(lower)).size === gap.length
    ? textAt(grid, row, first)
    : "";
}

/** The last of several that is not null. */
const lastOf = <T>(values: readonly (T | null)[]): T | null =>
  values.reduce<T | null>((last, value) => value ?? last, null);

/** The headings of one column as one. */
function joined(headings: readonly Heading[], at: number, hasUpper: boolean): Column {
  // A lower heading "No." under a period is the number, not the reference.
  const isCount = ({ label }: Heading): boolean => label === "number" && hasUpper;
  const labels = headings.filter(({ label }) => label !== null);
  const lowest = labels.at(-1) ?? null;
  const label = lowest !== null && isCount(lowest) ? null : (lowest?.label ?? null);
  const kinds = [...new Set(headings.flatMap(({ kind }) => kind ?? []))].filter(
    (kind, _, all) => kind !== "actual" || all.length === 1,
  );
  return {
    at,
    text: headings.map(({ text }) => text).join(" "),
    label,
    kind: kinds[0] ?? null,
    period: lastOf(headings.map(({ period }) => period)),
    part: lastOf(headings.map(({ part }) => part)),
    year: lastOf(headings.map(({ year }) => year)),
    unit:
      lastOf(headings.map(({ unit }) => unit)) ??
      (lowest !== null && isCount(lowest) ? "count" : null),
    levels: headings.map((one) => ({
      text: textOf(one),
      words: one.label === null ? one.rest : "",
    })),
    series: headings
      .map(({ text, kind, period, part, year }) => seriesOf(text, { kind, period, part, year }))
      .join(" "),
    isUnclear:
      kinds.length > 1 ||
      headings.some(({ isContradictory }) => isContradictory) ||
      new Set(headings.flatMap(({ period }) => period?.label ?? [])).size > 1,
  };
}

/** The words of a heading as printed; without its period and kind where it names one. */
const textOf = ({ text, rest, kind, period, part, year }: Heading): string =>
  period === null && part === null && year === null && (kind === null || !STRONG.has(kind))
    ? text.replace(/\s+/g, " ").trim()
    : rest;

/** Kinds that stand beside the name of a KPI or an area, as in "Plans issued: target". */
const STRONG: ReadonlySet<Kind> = new Set(["target", "england", "region", "neighbours"]);

/** A heading without what tells its period, so that columns of one series agree. */
const seriesOf = (
  text: string,
  { kind, period, part, year }: Pick<Heading, "kind" | "period" | "part" | "year">,
): string =>
  period === null && part === null && year === null
    ? phrase(text)
    : `${kind ?? "actual"} ${phrase(text)
        .replace(/\d+/g, "")
        .replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/g, "")
        .replace(/\b(?:autumn|spring|summer|prev|previous|current|latest)\b/g, "")
        .replace(/\s+/g, " ")
        .trim()}`;

/** The columns of a table. Those without a heading are told by their values, or left out. */
export function columnsOf(grid: Grid, area: TableArea, headingAt: HeadingAt): Column[] {
  const columns: Column[] = [];
  for (let at = area.left; at <= area.right; at++) {
    const stack = stackOf(grid, area, at);
    const headings = stack.map(({ row, text }) =>
      headingOfCell(headingAt, grid, { row, at, text }),
    );
    const hasUpper = stack.length > 1 && at > Math.max(area.name, area.left);
    const column = joined(headings, at, hasUpper);
    columns.push(
      column.label === null ? labelled(grid, area, column) : checked(grid, area, column),
    );
  }
  return columns;
}

const headingOfCell = (
  headingAt: HeadingAt,
  grid: Grid,
  { row, at, text }: { readonly row: number; readonly at: number; readonly text: string },
): Heading => {
  for (let one = at; one >= 0; one--)
    if (textAt(grid, row, one) === text) return headingAt(row, one);
  return headingAt(row, at);
};

/** Labels that no column of numbers can be. */
const WORDY: ReadonlySet<Label> = new Set(["name", "polarity", "arrow", "rag", "owner", "unit"]);

/** Headings of periods that also head the figures of the one that the title names. */
const OF_NOW = /^(?:this |in |current )?(?:month|quarter)$/;

/** Headings of names that also head the figures beside them, as `KPI | Latest month | Measure`. */
const NAMED_FIGURE: ReadonlySet<string> = new Set(["measure", "measures", "statistic"]);

/** The cells below the headings of a column in words. */
const textsBelow = (grid: Grid, { headings, end }: TableArea, { at }: Column): string[] =>
  Array.from({ length: end - headings - 1 }, (_, i) => textAt(grid, headings + 1 + i, at));

/** A column whose values are numbers has not the label that its heading seems to give it. */
function checked(grid: Grid, area: TableArea, column: Column): Column {
  if (column.label === "frequency" && areDated(textsBelow(grid, area, column)))
    return { ...column, label: "period" };
  const { period } = periodSaid(column.text);
  const isDated = column.label === "period" && period !== null;
  if (
    column.label === null ||
    !(isDated || WORDY.has(column.label) || OF_NOW.test(phrase(column.text)))
  )
    return column;
  const cells = grid.rows
    .slice(area.headings + 1, area.end)
    .map((cells) => cells[column.at] ?? null)
    .filter((cell) => cell !== null && cell !== "");
  if (cells.length === 0 || cells.filter(isFigure).length * 2 <= cells.length) return column;
  // "Month (Mar 25)" over figures is their period.
  if (isDated) return { ...column, label: null, kind: "actual", period };
  const { kind, rest } = kindSaid(column.text);
  if (OF_NOW.test(phrase(column.text))) return { ...column, label: null, kind: "actual" };
  if (NAMED_FIGURE.has(phrase(column.text)) && area.name >= 0 && area.name !== column.at)
    return { ...column, label: null, kind: "actual" };
  return kind !== null && rest === ""
    ? { ...column, label: null, kind }
    : { ...column, label: "left_out" };
}

/** Whether a heading may name the period of a kind of figures, such as `England period`. */
const isDateOfKind = ({ kind, text }: Column): boolean =>
  kind !== null && /\b(?:period|date|month|quarter|year|term|as at)\b/i.test(text);

/** A number such as 2023 under "Last year" is what was counted then; under "England year" it is a year. */
const mayBeFigures = ({ kind }: Column, cells: readonly RawCell[]): boolean =>
  (kind === "previous" || kind === "prior_year") && cells.some(isNumber);

/** A column whose heading says nothing, by its values. */
function labelled(grid: Grid, area: TableArea, column: Column): Column {
  const isSaid = column.levels.length > 0 && column.levels.every(({ words }) => words === "");
  if (isSaid && column.text !== "" && !isDateOfKind(column)) return column;
  const cells = grid.rows
    .slice(area.headings + 1, area.end)
    .map((cells) => cells[column.at] ?? null);
  const values = textsBelow(grid, area, column);
  if (isDateOfKind(column))
    return arePeriods(values) && !mayBeFigures(column, cells)
      ? { ...column, label: "period" }
      : column;
  if (cells.some((cell) => isFigure(cell))) return column;
  const label = labelOfValues(values);
  if (label !== null) return { ...column, label };
  if (column.text === "" && namesComparators(values)) return { ...column, label: "area" };
  const isBesideNames = area.name >= 0 && column.at > area.name;
  if (column.text === "" && isBesideNames && namesOtherKinds(values))
    return { ...column, label: "kind" };
  return column;
}

/** Whether a column has figures that its headings explain. */
export const isPlainFigure = ({ label, levels, text, isUnclear }: Column): boolean =>
  label === null && text !== "" && !isUnclear && levels.every(({ words }) => words === "");
