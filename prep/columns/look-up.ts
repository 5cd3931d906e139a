import type { RawTable } from "../scan/raw-table";

/** Rows of a table that have a value in a column, by that value; the first one where it is repeated. */
export function rowsByText(table: RawTable, column: string): Map<string, number> {
  const rows = new Map<string, number>();
  const text = table.columns.get(column);
  if (text)
    for (let row = 0; row < table.rowCount; row++) {
      const value = text.at(row);
      if (value !== null && !rows.has(value)) rows.set(value, row);
    }
  return rows;
}

/** For each row of a table the row that its value in a column names, or -1. Each distinct value is looked up once. */
export function lookUp(table: RawTable, column: string, rows: ReadonlyMap<string, number>): Int32Array {
  const text = table.columns.get(column);
  const found = new Int32Array(table.rowCount).fill(-1);
  if (!text) return found;
  const rowOfCode = Int32Array.from(text.dictionary, (value, code) => (code === 0 ? -1 : (rows.get(value) ?? -1)));
  for (let row = 0; row < table.rowCount; row++) found[row] = rowOfCode[text.codes[row]];
  return found;
}
