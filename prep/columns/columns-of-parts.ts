import { DayColumn, FlagColumn, IntegerColumn, TextColumn } from "./column";
import { takeText } from "./decode";
import type { DecodedColumns } from "./decoded-columns";
import { cached } from "./cached";

/** Rows of a table. */
interface TablePart {
  readonly table: DecodedColumns;
  readonly rows: Int32Array;
}

/** Texts of several columns under each other, over one dictionary. */
function textUnder(parts: readonly TextColumn[]): TextColumn {
  if (parts.length === 1) return parts[0];
  const codeOf = new Map([["", 0]]);
  const codes = parts.flatMap(({ codes: own, dictionary }) =>
    Array.from(own, (code) => {
      const text = dictionary[code];
      if (!codeOf.has(text)) codeOf.set(text, codeOf.size);
      return codeOf.get(text)!;
    }),
  );
  return new TextColumn(Int32Array.from(codes), [...codeOf.keys()]);
}

/** The values of the rows of parts, under each other. */
const valuesUnder = (
  parts: readonly TablePart[],
  valuesOf: (table: DecodedColumns) => Int32Array | Int8Array,
): number[] =>
  parts.flatMap(({ table, rows }) => {
    const values = valuesOf(table);
    return Array.from(rows, (row) => values[row]);
  });

/** The places, among the rows of parts, of rows that a list of each table names. */
function placesUnder(
  parts: readonly TablePart[],
  listOf: (table: DecodedColumns) => Int32Array,
): Int32Array {
  let before = 0;
  const places = parts.flatMap(({ table, rows }) => {
    const start = before;
    before += rows.length;
    const listed = new Set(listOf(table));
    return Array.from(rows).flatMap((row, i) => (listed.has(row) ? [start + i] : []));
  });
  return Int32Array.from(places);
}

/** Rows of one table or of several of the same kind, under each other, as one table's columns. */
export function columnsOfParts(parts: readonly TablePart[]): DecodedColumns {
  const texts = (read: (table: DecodedColumns) => TextColumn): TextColumn =>
    textUnder(parts.map(({ table, rows }) => takeText(read(table), rows)));
  const tables = parts.map(({ table }) => table);
  return {
    text: cached((column) => texts((table) => table.text(column))),
    code: cached((column) => texts((table) => table.code(column))),
    day: cached(
      (column) =>
        new DayColumn(Int32Array.from(valuesUnder(parts, (table) => table.day(column).values))),
    ),
    flag: cached(
      (column) =>
        new FlagColumn(Int8Array.from(valuesUnder(parts, (table) => table.flag(column).values))),
    ),
    integer: cached(
      (column) =>
        new IntegerColumn(
          Int32Array.from(valuesUnder(parts, (table) => table.integer(column).values)),
        ),
    ),
    invalid: cached((column) => placesUnder(parts, (table) => table.invalid(column))),
    datesInDoubt: () => tables.flatMap((table) => table.datesInDoubt()),
    has: (column) => tables.some((table) => table.has(column)),
    spelling: (column) => (tables.find((table) => table.has(column)) ?? tables[0]).spelling(column),
  };
}
