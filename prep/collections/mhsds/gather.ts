import { TextColumn } from "../../columns/column";
import type { CodeTable } from "./code-table";
import type { Texts } from "./decode";

/** The cells of some rows. */
export function gather(cells: Int32Array, rows: Int32Array): Int32Array {
  const taken = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = cells[rows[i]];
  return taken;
}

/** The cells of some rows, in ascending order, moved to the front of their own array: for columns that are not looked at again. */
export function compact(cells: Int32Array, rows: Int32Array): Int32Array {
  for (let i = 0; i < rows.length; i++) cells[i] = cells[rows[i]];
  return cells.subarray(0, rows.length);
}

/** The cells of some rows, in 16 bits. */
export function gather16(cells: Int32Array, rows: Int32Array): Int16Array {
  const taken = new Int16Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = cells[rows[i]];
  return taken;
}

/** The decoded columns of some rows of a table. */
export const columnsOfRows = (table: CodeTable, texts: Texts, rows: Int32Array) => ({
  cells: (name: string): Int32Array => gather(table.column(name), rows),
  small: (name: string): Int16Array => gather16(table.column(name), rows),
  text: (name: string): TextColumn =>
    new TextColumn(gather(table.column(name), rows), texts.get(name)!),
});
