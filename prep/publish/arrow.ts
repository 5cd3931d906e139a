import {
  Batch,
  Column,
  bool,
  dateDay,
  dictionary,
  float64,
  int64,
  tableFromColumns,
  tableToIPC,
  utf8,
} from "@uwdata/flechette";
import type { DataType } from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { DayColumn, IntegerColumn, MISSING, NumberColumn } from "../columns/column";
import type { StarTable, StarType } from "../star/declaration";
import { columnOf, isMissingValue } from "../star/frame";
import type { StarValues } from "../star/frame";
import { byteSink, writeBytes } from "./byte-sink";
import { readerOf } from "./read-values";
import { textCodes } from "./text-codes";

interface Validity {
  readonly bits: Uint8Array;
  readonly nullCount: number;
}

/** One bit a row, lowest first, 1 where there is a value. */
function validityOf(rows: number, hasValue: (row: number) => boolean): Validity {
  const bits = new Uint8Array((rows + 7) >> 3);
  let nullCount = rows;
  for (let row = 0; row < rows; row++) {
    if (!hasValue(row)) continue;
    bits[row >> 3] |= 1 << (row & 7);
    nullCount--;
  }
  return { bits, nullCount };
}

/** The same of numbers in an array, which a loop of its own goes over quickly; NaN is never there. */
function validityOfNumbers(values: Int32Array | Float64Array, missing: number): Validity {
  const bits = new Uint8Array((values.length + 7) >> 3);
  let nullCount = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === missing || value !== value) nullCount++;
    else bits[row >> 3] |= 1 << (row & 7);
  }
  return { bits, nullCount };
}

interface Parts {
  readonly values: Batch<unknown>["values"];
  readonly offsets?: Int32Array;
}

const batchOf = (
  type: DataType,
  length: number,
  { bits, nullCount }: Validity,
  parts: Parts,
): Batch<unknown> => new Batch({ length, nullCount, type, validity: bits, ...parts });

/** A column of a fixed-width type; `put` stores the value of a row. */
function fixedColumn<T extends BigInt64Array | Float64Array | Int32Array | Uint8Array>(
  type: DataType,
  source: StarValues,
  values: T,
  put: (values: T, row: number, value: number | boolean) => void,
): Column<unknown> {
  const read = readerOf(source);
  const validity = validityOf(source.length, (row) => {
    const value = read(row);
    if (isMissingValue(value)) return false;
    put(values, row, value as number | boolean);
    return true;
  });
  return new Column([batchOf(type, source.length, validity, { values })]);
}

const encoder = new TextEncoder();

function utf8Batch(texts: readonly string[], validity: Validity): Batch<unknown> {
  const sink = byteSink(1024);
  const offsets = new Int32Array(texts.length + 1);
  texts.forEach((text, i) => {
    writeBytes(sink, encoder.encode(text));
    offsets[i + 1] = sink.length;
  });
  return batchOf(utf8(), texts.length, validity, {
    values: sink.bytes.subarray(0, sink.length),
    offsets,
  });
}

/**
 * Text stays dictionary-encoded where a value is repeated twice or more on average; keys and the
 * like become plain text.
 */
function textColumn(source: StarValues): Column<unknown> {
  const { codes, dictionary: texts } = textCodes(source);
  const validity = validityOfNumbers(codes, 0);
  if (texts.length * 2 > codes.length)
    return new Column([
      utf8Batch(
        Array.from(codes, (code) => texts[code]),
        validity,
      ),
    ]);
  const distinct = new Column([
    utf8Batch(
      texts,
      validityOf(texts.length, () => true),
    ),
  ]);
  const batch = batchOf(dictionary(distinct.type), codes.length, validity, { values: codes });
  return new Column([Object.assign(batch, { dictionary: distinct })]);
}

const TWO_32 = 2 ** 32;

/**
 * Whole numbers as 64 bits, written as two halves, the lower one first as Arrow has them: without
 * making a BigInt of each.
 */
function wholeColumn(source: StarValues): Column<unknown> {
  const values = new BigInt64Array(source.length);
  const halves = new Int32Array(values.buffer);
  const put = (row: number, value: number): void => {
    halves[2 * row] = value;
    halves[2 * row + 1] = Math.floor(value / TWO_32);
  };
  if (!(source instanceof IntegerColumn))
    return fixedColumn(int64(), source, values, (_, row, value) => put(row, value as number));
  const whole = source.values;
  for (let row = 0; row < whole.length; row++)
    if (whole[row] !== MISSING) {
      halves[2 * row] = whole[row];
      halves[2 * row + 1] = whole[row] >> 31;
    }
  const validity = validityOfNumbers(whole, MISSING);
  return new Column([batchOf(int64(), whole.length, validity, { values })]);
}

/** Numbers that have the width of the type already: the array stands as it is. */
const columnAsItIs = (
  type: DataType,
  values: Int32Array | Float64Array,
  missing: number,
): Column<unknown> =>
  new Column([batchOf(type, values.length, validityOfNumbers(values, missing), { values })]);

function doubleColumn(source: StarValues): Column<unknown> {
  if (source instanceof NumberColumn) return columnAsItIs(float64(), source.values, NaN);
  const values = new Float64Array(source.length);
  return fixedColumn(float64(), source, values, (to, row, value) => (to[row] = Number(value)));
}

function dateColumn(source: StarValues): Column<unknown> {
  if (source instanceof DayColumn) return columnAsItIs(dateDay(), source.values, MISSING);
  const values = new Int32Array(source.length);
  return fixedColumn(dateDay(), source, values, (to, row, value) => (to[row] = Number(value)));
}

const arrowColumn: Readonly<Record<StarType, (source: StarValues) => Column<unknown>>> = {
  int64: wholeColumn,
  double: doubleColumn,
  date: dateColumn,
  boolean: (source) =>
    fixedColumn(
      bool(),
      source,
      new Uint8Array((source.length + 7) >> 3),
      (values, row, value) => (values[row >> 3] |= Number(value) << (row & 7)),
    ),
  text: textColumn,
};

/**
 * A table as an Arrow IPC stream: int64, double, bool, date32 and UTF-8 (dictionary-encoded where
 * that pays), all nullable.
 */
export function arrowStream(
  { columns }: Pick<StarTable, "columns">,
  frame: ColumnTable,
): Uint8Array {
  const entries = columns.map(({ name, type }): [string, Column<unknown>] => [
    name,
    arrowColumn[type](columnOf(frame, name)),
  ]);
  return tableToIPC(tableFromColumns(entries), { format: "stream" })!;
}
