import { dayFromIso } from "../../calendar/day";
import { dayLabel } from "../../calendar/periods";
import type { Finding } from "../../check/finding";
import type { RawTable } from "../../columns/raw-table";
import { readPeriod } from "../../../src/kpi/read-period";
import { ENGLAND } from "../../reference/authorities";
import { boardAreas } from "../../reference/board-areas";
import { readOnce } from "../../reference/read-reference";
import { authorityOf, type PublishedArea } from "./area";
import { toolArea, toolMeasure, toolPeriod } from "./interactive-tool";
import type { PublishedPeriod } from "./period";
import {
  UNREADABLE,
  type PublishedFile,
  type PublishedRow,
  type PublishedSource,
} from "./published";
import { defaultSymbols, readFigure } from "./symbols";

/** A form of one figure a row, with the headings that no other file has together. */
interface FigureForm {
  readonly dataset: string;
  /** Headings, each by any of its names. */
  readonly headings: readonly (readonly string[])[];
  /** Headings that a file of the form never has, for they are a board's own. */
  readonly never?: readonly string[];
  /** Whether a row is of the form, where the headings may be those of a KPI sheet too. */
  readonly isOne?: (cell: Cell) => boolean;
  /** The area of a row; null where it is not known. */
  readonly area: (cell: Cell) => PublishedArea | null;
  /**
   * The period of a row; null where it is not understood, undefined where the row is of a measure
   * that is not read.
   */
  readonly period: (cell: Cell) => PublishedPeriod | null | undefined;
}

type Cell = (heading: string) => string;

/** Headings of the declared form, by any of their names. */
const AREA = ["area_code", "area code", "area"];
export const INDICATOR = ["indicator_id", "indicator id", "indicator", "kpi"];

/** The first of the headings that a table has; empty where it has none. */
export const headingIn = (
  columns: { has(heading: string): boolean },
  names: readonly string[],
): string => names.find((name) => columns.has(name)) ?? "";

const boards = readOnce(() => new Set(boardAreas().rows.map(({ board }) => board)));

/**
 * The area of a three-digit number, a GSS code, the ODS code of an integrated care board, or England
 * by its name.
 */
function areaOfCode(code: string): PublishedArea | null {
  if (code === ENGLAND || code.toLowerCase() === "england")
    return { level: "england", code: ENGLAND };
  if (/^E1[23]\d{6}$/.test(code)) return { level: "region", code };
  if (boards().has(code)) return { level: "other", code };
  const authority = authorityOf(code, code);
  return authority === null ? null : { level: "authority", code: authority };
}

/** A period in the words that KPI sheets may use, or a day. */
function periodOfWords(words: string): PublishedPeriod | null {
  const day = dayFromIso(words);
  if (day !== null) return { start: day, end: day, frequency: "census", label: dayLabel(day) };
  const read = readPeriod(words, { years: "by_mark" });
  if (typeof read === "string") return null;
  const { start, end, frequency, label } = read;
  return { start, end, frequency, label };
}

/** The cell under the first of some headings that has one. */
const cellOf = (cell: Cell, names: readonly string[]): string =>
  names.map(cell).find((text) => text !== "") ?? "";

const FORMS: readonly FigureForm[] = [
  {
    dataset: "declared_figures",
    headings: [AREA, ["period"], INDICATOR, ["value"]],
    never: [
      "target",
      "better when",
      "polarity",
      "tolerance",
      "rag",
      "owner",
      "commentary",
      "section",
    ],
    isOne: (cell) => cell("area_code") !== "" || areaOfCode(cellOf(cell, AREA)) !== null,
    area: (cell) => areaOfCode(cellOf(cell, AREA)),
    period: (cell) => periodOfWords(cell("period")),
  },
  {
    dataset: "interactive_tool",
    headings: [["la_number"], ["years"], ["measure_short"], ["value"]],
    area: (cell) => toolArea(cell("la_number")),
    period(cell) {
      const measure = toolMeasure(cell("measure_short"));
      return measure && toolPeriod(cell("years"), measure.year);
    },
  },
];

const formOf = (headings: ReadonlySet<string>): FigureForm | undefined =>
  FORMS.find(
    ({ headings: needed, never = [] }) =>
      needed.every((names) => headingIn(headings, names) !== "") &&
      !never.some((one) => headings.has(one)),
  );

/** Whether a line is the headings of a table of one figure a row. */
export const isFigureHeading = (cells: readonly string[]): boolean =>
  formOf(new Set(cells.map((cell) => cell.trim().toLowerCase()))) !== undefined;

const cellsOf =
  (table: RawTable, row: number): Cell =>
  (heading) =>
    table.columns.get(heading)?.at(row)?.trim() ?? "";

/**
 * Whether a table with such headings holds figures of areas by their codes; a KPI sheet may have the
 * same headings and names of its own areas.
 */
export function areFigures(table: RawTable): boolean {
  const form = formOf(new Set(table.columns.keys()));
  if (!form?.isOne) return form !== undefined;
  return Array.from({ length: table.rowCount }, (_, row) => cellsOf(table, row)).some(form.isOne);
}

type Left = Pick<Finding, "rule" | "severity" | "message" | "action">;
const NO_AREA: Left = {
  rule: "E40",
  severity: "error",
  message: "The area of the row is not known; the row is left out.",
  action:
    "Give the three-digit number of the authority, a GSS code, the code of a board, or England.",
};
const NO_PERIOD: Left = {
  rule: "E41",
  severity: "error",
  message: "The period of the row is not understood; the row is left out.",
  action: "Write 2024, 2023/24 (academic year), 2023-24 (financial year), Mar 2025 or 2025-01-16.",
};

/**
 * Reads a table of one figure a row: the form that this product declares (area, period, indicator,
 * value, and where they are known numerator, denominator, breakdown, breakdown_value), or the values of the Local Authority Interactive Tool. Measures of the tool that no indicator is
 * are counted as rows that are of none.
 */
export function readFigures(
  table: RawTable,
  { file, release, sourceKey }: PublishedSource,
): PublishedFile {
  const form = formOf(new Set(table.columns.keys()))!;
  const findings: Finding[] = [];
  const rows: PublishedRow[] = [];
  const places: number[] = [];
  let unplaced = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const cell = cellsOf(table, row);
    const period = form.period(cell);
    if (period === undefined) continue;
    const area = form.area(cell);
    if (period !== null && area !== null) {
      rows.push({ line: table.lines[row], area, period });
      places.push(row);
      continue;
    }
    unplaced += 1;
    const what = area === null ? NO_AREA : NO_PERIOD;
    const line = table.lines[row];
    findings.push({ file, table: "", record: `row ${line}`, line, field: null, ...what });
  }
  const textAt = (index: number, column: string): string | null =>
    table.columns.get(column)?.at(places[index])?.trim() ?? null;
  return {
    file,
    dataset: form.dataset,
    release,
    sourceKey,
    rows,
    columns: [...table.columns.keys()],
    text: textAt,
    figure: (index, column) => readFigure(textAt(index, column), defaultSymbols) ?? UNREADABLE,
    findings,
    unplaced,
    count: {
      file,
      table: form.dataset,
      rowsIn: table.rowCount,
      rowsOut: rows.length,
      rowsRejected: table.rowCount - rows.length,
    },
  };
}
