import type { TextColumn } from "./column";
import type { RawTable } from "./raw-table";

/**
 * Rows of a table that have a value in a column, by that value; the first one where it is repeated.
 */
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

/** The highest code that a column has. */
function highestCode(codes: Int32Array): number {
  let highest = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row] > highest) highest = codes[row];
  return highest;
}

/**
 * For each row of a column the row of another one that has the same text (the first, where it is
 * repeated), or -1. Columns that share their texts are matched by code.
 */
export function rowsOfSame(column: TextColumn, other: TextColumn): Int32Array {
  const found = new Int32Array(column.length).fill(-1);
  const first = new Int32Array(highestCode(other.codes) + 1).fill(-1);
  for (let row = other.length - 1; row >= 0; row--) first[other.codes[row]] = row;
  first[0] = -1;
  let rowOfCode = first;
  if (column.texts !== other.texts) {
    const codeOf = new Map<string, number>();
    other.dictionary.forEach(
      (text, code) =>
        void (code > 0 && code < first.length && first[code] >= 0 && codeOf.set(text, code)),
    );
    rowOfCode = Int32Array.from(column.dictionary, (text) => first[codeOf.get(text) ?? 0]);
  }
  for (let row = 0; row < found.length; row++) {
    const code = column.codes[row];
    if (code < rowOfCode.length) found[row] = rowOfCode[code];
  }
  return found;
}

/**
 * For each row of a table the row that its value in a column names, or -1. Each distinct value is
 * looked up once.
 */
export function lookUp(
  table: RawTable,
  column: string,
  rows: ReadonlyMap<string, number>,
): Int32Array {
  const text = table.columns.get(column);
  const found = new Int32Array(table.rowCount).fill(-1);
  if (!text) return found;
  const rowOfCode = Int32Array.from(text.dictionary, (value, code) =>
    code === 0 ? -1 : (rows.get(value) ?? -1),
  );
  for (let row = 0; row < table.rowCount; row++) found[row] = rowOfCode[text.codes[row]];
  return found;
}
