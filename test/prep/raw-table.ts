import { textBuilder } from "../../prep/columns/build";
import type { RawTable } from "../../prep/columns/raw-table";

/** A raw table, as a scanner would find it, from plain rows; column names are in lower case. */
export function rawTable(
  name: string,
  rows: readonly Readonly<Record<string, string>>[],
): RawTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columnOf = (column: string) => {
    const builder = textBuilder(rows.length);
    rows.forEach((row, at) => builder.set(at, row[column] || null));
    return builder.column();
  };
  return {
    name,
    rowCount: rows.length,
    columns: new Map(names.map((column) => [column, columnOf(column)])),
    spelling: new Map(names.map((column) => [column, column])),
    lines: Int32Array.from(rows, (_, row) => row + 2),
    parents: null,
  };
}
