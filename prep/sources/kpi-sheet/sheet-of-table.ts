import type { RawTable } from "../../columns/raw-table";
import type { KpiSheetInput } from "./sheet";

/** The rows of a table that the CSV reader gave, headings first, as they stand in the file. */
export function sheetOfTable(file: string, table: RawTable): KpiSheetInput {
  const columns = [...table.columns.entries()];
  const headings = columns.map(([name]) => table.spelling.get(name) ?? name);
  const rows: (string | null)[][] = [headings];
  for (let row = 0; row < table.rowCount; row++)
    rows[Math.max(1, table.lines[row] - 1)] = columns.map(([, column]) => column.at(row));
  return { file, sheet: "", rows: Array.from(rows, (cells) => cells ?? []) };
}
