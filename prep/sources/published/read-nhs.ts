import type { Finding } from "../../check/finding";
import { readDay } from "../../calendar/read-day";
import type { TextColumn } from "../../columns/column";
import type { RawTable } from "../../columns/raw-table";
import { ENGLAND } from "../../reference/authorities";
import { authorityOf, type PublishedArea } from "./area";
import { periodOfDays } from "./period";
import {
  UNREADABLE,
  type PublishedFile,
  type PublishedRow,
  type PublishedSource,
} from "./published";
import { defaultSymbols, readFigure } from "./symbols";

/** The autism files and older ones call the measure a metric. */
const OLDER_NAMES: Readonly<Record<string, readonly string[]>> = {
  measure_id: ["metric"],
  measure_name: ["metric_name"],
  measure_value: ["metric_value"],
};

/** Whether a line is the headings of the monthly file. */
export function isMonthlyHeading(cells: readonly string[]): boolean {
  const names = new Set(cells.map((cell) => cell.trim().toLowerCase()));
  return (names.has("measure_id") || names.has("metric")) && names.has("reporting_period_start");
}

/**
 * The area of a row of the monthly file: its breakdown says what kind of code its first level is. A
 * breakdown by two things is kept as `other`.
 */
function areaOf(breakdown: string, code: string): PublishedArea {
  const [kind, second] = breakdown.split(";").map((part) => part.trim());
  if (second !== undefined) return { level: "other", code };
  if (kind === "England") return { level: "england", code: ENGLAND };
  const authority = /^(LAD?\/UA|Local Authority)/i.test(kind) ? authorityOf("", code) : null;
  return authority === null ? { level: "other", code } : { level: "authority", code: authority };
}

/** Why a row is left out. */
type Left = Pick<Finding, "rule" | "severity" | "message" | "action">;
const NO_PERIOD: Left = {
  rule: "E10",
  severity: "error",
  message: "The reporting period is no month, quarter or twelve months; the row is left out.",
  action: "Check the two dates.",
};
const TWICE: Left = {
  rule: "E11",
  severity: "warning",
  message: "The row is there twice; it is read once.",
  action: "Nothing, if the file was joined from several.",
};

/** Columns that, with the period, tell two rows apart. */
const TOLD_APART_BY = [
  "status",
  "breakdown",
  "primary_level",
  "secondary_level",
  "measure_id",
  "measure_value",
] as const;

/**
 * Reads the monthly mental health statistics of NHS England (one row a measure): `measure_id` and
 * `measure_value` columns. A star is 0 to 4,
 * never 0; a blank is missing; the same row twice is read once. Values below England are rounded to
 * the nearest 5.
 */
export function readNhsMonthly(
  table: RawTable,
  { file, release, sourceKey }: PublishedSource,
): PublishedFile {
  const columnOf = (name: string): TextColumn | undefined =>
    table.columns.get(name) ??
    (OLDER_NAMES[name] ?? [])
      .map((older) => table.columns.get(older))
      .find((column) => column !== undefined);
  const cell = (row: number, column: string): string => columnOf(column)?.at(row)?.trim() ?? "";
  const findings: Finding[] = [];
  const rows: PublishedRow[] = [];
  const places: number[] = [];
  const seen = new Set<string>();
  let unplaced = 0;
  const report = (line: number, what: Left): void =>
    void findings.push({ file, table: "", record: `row ${line}`, line, field: null, ...what });
  for (let row = 0; row < table.rowCount; row++) {
    const line = table.lines[row];
    const [start, end] = [
      readDay(cell(row, "reporting_period_start")),
      readDay(cell(row, "reporting_period_end")),
    ];
    const period = start === null || end === null ? null : periodOfDays(start, end);
    if (period === null) {
      unplaced += 1;
      report(line, NO_PERIOD);
      continue;
    }
    const key = JSON.stringify([
      period.start,
      period.end,
      ...TOLD_APART_BY.map((column) => cell(row, column)),
    ]);
    if (seen.has(key)) {
      report(line, TWICE);
      continue;
    }
    seen.add(key);
    rows.push({ line, period, area: areaOf(cell(row, "breakdown"), cell(row, "primary_level")) });
    places.push(row);
  }
  return {
    file,
    dataset: "mhsds_monthly",
    release,
    sourceKey,
    rows,
    columns: [...table.columns.keys()],
    text: (index, column) => columnOf(column)?.at(places[index])?.trim() ?? null,
    figure: (index, column) =>
      readFigure(columnOf(column)?.at(places[index]) ?? null, defaultSymbols) ?? UNREADABLE,
    findings,
    unplaced,
    count: {
      file,
      table: "mhsds_monthly",
      rowsIn: table.rowCount,
      rowsOut: rows.length,
      rowsRejected: table.rowCount - rows.length,
    },
  };
}
