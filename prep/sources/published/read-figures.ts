import { dayFromIso } from "../../calendar/day";
import { dayLabel } from "../../calendar/periods";
import type { Finding } from "../../check/finding";
import type { RawTable } from "../../columns/raw-table";
import { readPeriod } from "../../../src/kpi/read-period";
import { ENGLAND } from "../../reference/authorities";
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
  readonly headings: readonly string[];
  /** The area of a row; null where it is not known. */
  readonly area: (cell: Cell) => PublishedArea | null;
  /**
   * The period of a row; null where it is not understood, undefined where the row is of a measure
   * that is not read.
   */
  readonly period: (cell: Cell) => PublishedPeriod | null | undefined;
}

type Cell = (heading: string) => string;

/** The area of a three-digit number, a GSS code, or England by its name. */
function areaOfCode(code: string): PublishedArea | null {
  if (code === ENGLAND || code.toLowerCase() === "england")
    return { level: "england", code: ENGLAND };
  if (/^E1[23]\d{6}$/.test(code)) return { level: "region", code };
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

const FORMS: readonly FigureForm[] = [
  {
    dataset: "declared_figures",
    headings: ["area_code", "period", "indicator_id", "value"],
    area: (cell) => areaOfCode(cell("area_code")),
    period: (cell) => periodOfWords(cell("period")),
  },
  {
    dataset: "interactive_tool",
    headings: ["la_number", "years", "measure_short", "value"],
    area: (cell) => toolArea(cell("la_number")),
    period(cell) {
      const measure = toolMeasure(cell("measure_short"));
      return measure && toolPeriod(cell("years"), measure.year);
    },
  },
];

const formOf = (headings: ReadonlySet<string>): FigureForm | undefined =>
  FORMS.find((form) => form.headings.every((heading) => headings.has(heading)));

/** Whether a line is the headings of a table of one figure a row. */
export const isFigureHeading = (cells: readonly string[]): boolean =>
  formOf(new Set(cells.map((cell) => cell.trim().toLowerCase()))) !== undefined;

type Left = Pick<Finding, "rule" | "severity" | "message" | "action">;
const NO_AREA: Left = {
  rule: "E40",
  severity: "error",
  message: "The area of the row is not known; the row is left out.",
  action: "Give the three-digit number of the authority, a GSS code, or England.",
};
const NO_PERIOD: Left = {
  rule: "E41",
  severity: "error",
  message: "The period of the row is not understood; the row is left out.",
  action: "Write 2024, 2023/24 (academic year), 2023-24 (financial year), Mar 2025 or 2025-01-16.",
};

/**
 * Reads a table of one figure a row: the form that this product declares (area_code, period,
 * indicator_id, value, and where they are known numerator, denominator, breakdown, breakdown_value),
 * or the values of the Local Authority Interactive Tool. Measures of the tool that no indicator is
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
    const cell: Cell = (heading) => table.columns.get(heading)?.at(row)?.trim() ?? "";
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
