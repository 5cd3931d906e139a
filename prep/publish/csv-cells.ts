import { isoOf } from "../calendar/day";
import { IntegerColumn, MISSING } from "../columns/column";
import type { StarType } from "../star/declaration";
import { isMissingValue, type StarValues } from "../star/frame";
import { byteSink, writeBytes } from "./byte-sink";
import { csvField } from "./csv-text";
import { readerOf } from "./read-values";
import { textCodes } from "./text-codes";

/** A column as bytes: writes the cell of a row at a place, and says where the next byte goes. */
interface CsvCells {
  /** No cell has more bytes. */
  readonly longest: number;
  readonly write: (bytes: Uint8Array, at: number, row: number) => number;
}

const encoder = new TextEncoder();

/** Below some 30 bytes a loop is faster than the call to `set` with a new view. */
const SHORT = 32;

function textCells(values: StarValues): CsvCells {
  const { codes, dictionary } = textCodes(values);
  const encoded = byteSink(1024);
  const starts = new Int32Array(dictionary.length + 1);
  let longest = 0;
  for (let code = 1; code < dictionary.length; code++) {
    writeBytes(encoded, encoder.encode(csvField(dictionary[code])));
    starts[code + 1] = encoded.length;
    longest = Math.max(longest, starts[code + 1] - starts[code]);
  }
  const texts = encoded.bytes;
  return {
    longest,
    write(bytes, at, row) {
      const code = codes[row];
      const [start, end] = [starts[code], starts[code + 1]];
      if (end - start >= SHORT) bytes.set(texts.subarray(start, end), at);
      else for (let i = start; i < end; i++) bytes[at + i - start] = texts[i];
      return at + end - start;
    },
  };
}

function writeInt32(bytes: Uint8Array, at: number, value: number): number {
  let rest = value < 0 ? -value : value;
  let end = value < 0 ? at + 1 : at;
  if (value < 0) bytes[at] = 45;
  end++;
  for (let bound = 10; rest >= bound; bound *= 10) end++;
  for (let place = end - 1; ; place--) {
    const next = Math.floor(rest / 10);
    bytes[place] = 48 + (rest - next * 10);
    if (next === 0) return end;
    rest = next;
  }
}

/** The shortest decimal form that reads back as the same finite number (negative zero as 0). */
function writeNumber(bytes: Uint8Array, at: number, value: number): number {
  if (value === (value | 0)) return writeInt32(bytes, at, value);
  const text = String(value);
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}

/** More than `-1.2345678901234567e-300`. */
const LONGEST_NUMBER = 32;

function numberCells(values: StarValues): CsvCells {
  if (values instanceof IntegerColumn) {
    const wholes = values.values;
    return {
      longest: LONGEST_NUMBER,
      write: (bytes, at, row) =>
        wholes[row] === MISSING ? at : writeInt32(bytes, at, wholes[row]),
    };
  }
  const read = readerOf(values);
  return {
    longest: LONGEST_NUMBER,
    write(bytes, at, row) {
      const value = read(row);
      return isMissingValue(value) ? at : writeNumber(bytes, at, value as number);
    },
  };
}

/** Cells of few distinct values: each is turned into bytes once. */
function repeatedCells(
  format: (value: never) => string,
  longest: number,
): (values: StarValues) => CsvCells {
  return (values) => {
    const known = new Map<unknown, Uint8Array>();
    const read = readerOf(values);
    return {
      longest,
      write(bytes, at, row) {
        const value = read(row);
        if (isMissingValue(value)) return at;
        let text = known.get(value);
        if (text === undefined) known.set(value, (text = encoder.encode(format(value as never))));
        for (let i = 0; i < text.length; i++) bytes[at + i] = text[i];
        return at + text.length;
      },
    };
  };
}

/** What writes the cells of a column of a type. */
export const cellsOf: Readonly<Record<StarType, (values: StarValues) => CsvCells>> = {
  text: textCells,
  int64: numberCells,
  double: numberCells,
  date: repeatedCells(isoOf, "+275760-09-13".length),
  boolean: repeatedCells(String, "false".length),
};
