import { areOfOthers } from "./headings-of-others";
import type { Settings } from "../settings";
import { apartBySheet } from "./kpi-sheet/sheets-apart";
import { sheetOfTable } from "./kpi-sheet/sheet-of-table";
import {
  readKnownSheet,
  readKpiSheet,
  type KpiSheet,
  type KpiSheetOptions,
} from "./kpi-sheet/read-kpi-sheet";
import type { RawTable } from "../columns/raw-table";
import type { Sheet } from "../scan/workbook/sheet-cell";
import { printedRows } from "../scan/workbook/printed-rows";

/**
 * How the settings want KPI sheets read. A correction without its row, value or reason is left out:
 * the settings name all four.
 */
export function kpiSheetOptions({
  columns,
  corrections,
}: Pick<Settings["kpiSheets"], "columns" | "corrections">): KpiSheetOptions {
  const whole = corrections.flatMap(({ row, field, value, reason }) =>
    row === null || value === null || reason === null ? [] : [{ row, field, value, reason }],
  );
  return { ...(Object.keys(columns).length > 0 ? { columnMap: columns } : {}), corrections: whole };
}

/** Rows of a sheet in which headings of others are looked for. */
const SEARCHED = 30;

/** The colours behind the cells of a sheet. */
const fillsOf =
  ({ rows }: Sheet) =>
  (row: number, column: number): string | null =>
    rows[row]?.[column]?.style.fill ?? null;

/** The KPI sheets of a workbook: those whose headings are known. */
export const kpiSheetsOf = (
  file: string,
  sheets: readonly Sheet[],
  options: KpiSheetOptions,
): KpiSheet[] =>
  apartBySheet(
    sheets
      .map((sheet) => ({ ...printedRows(sheet), fillAt: fillsOf(sheet) }))
      .filter(({ rows }) => !rows.slice(0, SEARCHED).some((row) => areOfOthers(row.map(String))))
      .map(({ name, rows, fillAt }) =>
        readKpiSheet({ file, sheet: name, rows, formatsKnown: true, fillAt }, options),
      )
      .filter(({ layout }) => layout !== null),
  );

/** A KPI sheet from a CSV table in a known layout, or null when its headings are others. */
export const kpiSheetOfTable = (
  file: string,
  table: RawTable,
  options: KpiSheetOptions,
): KpiSheet | null => readKnownSheet(sheetOfTable(file, table), options);

/** A KPI sheet from the lines of a CSV file, titles and sections too; null where it is none. */
export function kpiSheetOfLines(
  file: string,
  rows: readonly (readonly string[])[],
  options: KpiSheetOptions,
): KpiSheet | null {
  const sheet = readKpiSheet({ file, sheet: "", rows }, options);
  return sheet.layout === null ? null : sheet;
}

/**
 * Release of a published file: the folder or zip that it came in, else its own name; a later
 * release is another vintage of the same figures.
 */
export function releaseOf(path: string): string {
  const parts = path.split("/");
  return (
    parts.length > 1 ? parts[parts.length - 2] : parts[0].replace(/\.\w+$/, "")
  ).toLowerCase();
}
