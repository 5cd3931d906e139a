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
import type { StarTable, StarType } from "../star/declaration";
import { columnOf, isMissing } from "../star/frame";
import type { StarValues } from "../star/frame";
import { byteSink, writeBytes } from "./byte-sink";
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
  const validity = validityOf(source.length, (row) => {
    const value = source.at(row);
    if (isMissing(value)) return false;
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
  const validity = validityOf(codes.length, (row) => codes[row] !== 0);
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

const arrowColumn: Readonly<Record<StarType, (source: StarValues) => Column<unknown>>> = {
  int64: (source) =>
    fixedColumn(
      int64(),
      source,
      new BigInt64Array(source.length),
      (values, row, value) => (values[row] = BigInt(value)),
    ),
  double: (source) =>
    fixedColumn(
      float64(),
      source,
      new Float64Array(source.length),
      (values, row, value) => (values[row] = Number(value)),
    ),
  date: (source) =>
    fixedColumn(
      dateDay(),
      source,
      new Int32Array(source.length),
      (values, row, value) => (values[row] = Number(value)),
    ),
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
