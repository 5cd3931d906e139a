import { headerNames } from "../csv-header";
import { problemList, type ProblemList } from "../problems";
import type { RawTable } from "../../columns/raw-table";
import { TableBuilder } from "../table-builder";
import { heldCells } from "./held-cells";
import type { CellValue, Sheet } from "./sheet-cell";

/** The values of a sheet: what tables are read from. */
export interface SheetRows {
  readonly name: string;
  /** `rows[0]` is row 1 of the sheet. */
  readonly rows: readonly (readonly CellValue[])[];
}

/** The values of a sheet, the value of a merged cell in all of it. */
export const sheetRows = (sheet: Sheet): SheetRows => ({
  name: sheet.name,
  rows: heldCells(sheet).map((cells) => cells.map((cell) => cell?.value ?? null)),
});

/**
 * A cell as text: numbers as JavaScript writes them, dates as `2024-03-31` (with `T09:30:00` where
 * there is a time), yes and no as `true` and `false`.
 */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return String(value).trim();
  if (Number.isNaN(value.getTime())) return "";
  const iso = value.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
}

/**
 * A table from rows of a sheet; rows without any value are left out. `firstLine` is the sheet's row
 * number of `rows[0]`.
 * Headings that are empty or stand twice, and values beyond the last heading, are noted in
 * `problems` where it is given.
 */
export function tableFromRows(
  name: string,
  headerRow: readonly CellValue[],
  rows: readonly (readonly CellValue[])[],
  firstLine: number,
  problems: ProblemList = problemList(),
): RawTable {
  const table = new TableBuilder(name);
  const headings = headerRow.map(cellText);
  while (headings.length > 0 && headings[headings.length - 1] === "") headings.pop();
  const columns = headerNames(headings, Math.max(1, firstLine - 1), problems).map((heading) =>
    table.column(heading),
  );
  const encoder = new TextEncoder();
  rows.forEach((cells, index) => {
    const values = cells.map(cellText);
    if (values.every((value) => value === "")) return;
    const line = firstLine + index;
    if (values.slice(columns.length).some((value) => value !== ""))
      problems.add(
        "sheet-value-beyond-headings",
        "warning",
        "This row has a value in a column without a heading. That value is not read.",
        line,
      );
    const row = table.addRow(line, -1);
    columns.forEach((column, i) => {
      const bytes = encoder.encode(values[i] ?? "");
      column.codes[row] = column.dictionary.intern(bytes, 0, bytes.length);
    });
  });
  return table.finish(false);
}
