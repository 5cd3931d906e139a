import type { ColumnTable } from "arquero";
import { isoOf } from "../calendar/day";
import type { StarColumn, StarTable, StarType } from "../star/declaration";
import { columnOf, isMissing } from "../star/frame";
import type { StarValues } from "../star/frame";
import { byteSink, writeByte, writeBytes, writeNumber } from "./byte-sink";
import type { ByteSink } from "./byte-sink";
import { csvField } from "./csv-text";
import { readerOf } from "./read-values";
import { textCodes } from "./text-codes";

type WriteCell = (sink: ByteSink, row: number) => void;

const CHUNK = 1 << 20;
const COMMA = 44;
const encoder = new TextEncoder();

function textCells(values: StarValues): WriteCell {
  const { codes, dictionary } = textCodes(values);
  const encoded = byteSink(1024);
  const starts = new Int32Array(dictionary.length + 1);
  for (let code = 1; code < dictionary.length; code++) {
    writeBytes(encoded, encoder.encode(csvField(dictionary[code])));
    starts[code + 1] = encoded.length;
  }
  return (sink, row) => {
    const code = codes[row];
    if (code !== 0) writeBytes(sink, encoded.bytes, starts[code], starts[code + 1]);
  };
}

function numberCells(values: StarValues): WriteCell {
  const read = readerOf(values);
  return (sink, row) => {
    const value = read(row);
    if (!isMissing(value)) writeNumber(sink, value as number);
  };
}

/** Cells of few distinct values: each is turned into bytes once. */
function repeatedCells(format: (value: never) => string): (values: StarValues) => WriteCell {
  return (values) => {
    const known = new Map<unknown, Uint8Array>();
    const read = readerOf(values);
    return (sink, row) => {
      const value = read(row);
      if (isMissing(value)) return;
      let bytes = known.get(value);
      if (bytes === undefined) known.set(value, (bytes = encoder.encode(format(value as never))));
      writeBytes(sink, bytes);
    };
  };
}

const cellsOf: Readonly<Record<StarType, (values: StarValues) => WriteCell>> = {
  text: textCells,
  int64: numberCells,
  double: numberCells,
  date: repeatedCells(isoOf),
  boolean: repeatedCells(String),
};

/**
 * A table as CSV: UTF-8, RFC 4180, CRLF, a header with the column names. Dates are ISO, numbers the
 * shortest decimal that reads back
 * the same, yes and no are `true` and `false`, no value is an empty field. Text that a spreadsheet
 * would run as a formula
 * gets an apostrophe in front (see csv-text). Yields chunks of about a megabyte; the same table
 * gives the same bytes.
 * With `bom` the file starts with a byte order mark, which Excel needs to read UTF-8 when a file is
 * opened by double-click.
 */
export function* csvChunks(
  { columns }: Pick<StarTable, "columns">,
  frame: ColumnTable,
  { bom = false } = {},
): Generator<Uint8Array> {
  const sink = byteSink(CHUNK + (CHUNK >> 2));
  const lineEnd = (): void => {
    writeByte(sink, 13);
    writeByte(sink, 10);
  };
  if (bom) writeBytes(sink, encoder.encode("\uFEFF"));
  writeBytes(sink, encoder.encode(columns.map((column) => csvField(column.name)).join(",")));
  lineEnd();
  const cells = columns.map(({ name, type }: StarColumn) => cellsOf[type](columnOf(frame, name)));
  for (let row = 0; row < frame.numRows(); row++) {
    for (let i = 0; i < cells.length; i++) {
      if (i > 0) writeByte(sink, COMMA);
      cells[i](sink, row);
    }
    lineEnd();
    if (sink.length >= CHUNK) {
      yield sink.bytes.slice(0, sink.length);
      sink.length = 0;
    }
  }
  if (sink.length > 0) yield sink.bytes.slice(0, sink.length);
}
