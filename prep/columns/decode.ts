import type { YearWindow } from "../../src/kpi/read-day";
import { readDay } from "../calendar/read-day";
import { DayColumn, FlagColumn, IntegerColumn, MISSING, TextColumn } from "./column";

/**
 * A decoded column and the rows whose text could not be read as its type (they hold "no value").
 */
export interface Decoded<C> {
  readonly column: C;
  readonly invalid: Int32Array;
}

/**
 * Works out each distinct text once, then spreads the result over the rows. `read` gives undefined
 * for what cannot be read.
 */
function spread<A extends Int32Array | Int8Array>(
  text: TextColumn,
  values: A,
  missing: number,
  read: (text: string) => number | undefined,
): Int32Array {
  const { codes, dictionary } = text;
  const decoded = new Int32Array(dictionary.length).fill(missing);
  const bad = new Uint8Array(dictionary.length);
  for (let code = 1; code < dictionary.length; code++) {
    const value = read(dictionary[code]);
    if (value === undefined) bad[code] = 1;
    else decoded[code] = value;
  }
  const invalid: number[] = [];
  for (let row = 0; row < codes.length; row++) {
    values[row] = decoded[codes[row]];
    if (bad[codes[row]]) invalid.push(row);
  }
  return Int32Array.from(invalid);
}

/**
 * Days, years of two digits within `years`; where the column is `refused`, for its dates are not
 * written day first, none of its texts is read.
 */
export function decodeDays(
  text: TextColumn,
  refused = false,
  years?: YearWindow,
): Decoded<DayColumn> {
  const values = new Int32Array(text.length);
  const invalid = spread(text, values, MISSING, (value) =>
    refused ? undefined : (readDay(value, years) ?? undefined),
  );
  return { column: new DayColumn(values), invalid };
}

/** Whole numbers, also written `1.0` as Excel and COLLECT do. */
export function decodeIntegers(text: TextColumn): Decoded<IntegerColumn> {
  const values = new Int32Array(text.length);
  const invalid = spread(text, values, MISSING, (value) =>
    /^[+-]?\d{1,9}(\.0*)?$/.test(value) ? Math.trunc(Number(value)) : undefined,
  );
  return { column: new IntegerColumn(values), invalid };
}

const FLAGS: Readonly<Record<string, number>> = {
  "0": 0,
  "1": 1,
  "0.0": 0,
  "1.0": 1,
  false: 0,
  true: 1,
  n: 0,
  y: 1,
  no: 0,
  yes: 1,
};

/** Yes and no in every way they are written in the extracts (docs/reading-education.md). */
export function decodeFlags(text: TextColumn): Decoded<FlagColumn> {
  const values = new Int8Array(text.length);
  const invalid = spread(text, values, -1, (value) => FLAGS[value.toLowerCase()]);
  return { column: new FlagColumn(values), invalid };
}

type Clean = (value: string) => string;

interface Cleaned {
  readonly texts: readonly string[];
  /** By code of the texts as they were; null where cleaning changes none of them. */
  readonly recode: Int32Array | null;
}

/** Texts that were cleaned before, as those are that the columns of many tables share. */
const cleanedBefore = new WeakMap<
  readonly string[],
  WeakMap<Clean, Cleaned & { readonly of: number }>
>();

function cleanTexts(texts: readonly string[], clean: Clean): Cleaned {
  const before =
    cleanedBefore.get(texts) ?? new WeakMap<Clean, Cleaned & { readonly of: number }>();
  cleanedBefore.set(texts, before);
  const done = before.get(clean);
  // Shared texts grow while files are read.
  if (done?.of === texts.length) return done;
  const dictionary = [""];
  const codeOf = new Map<string, number>([["", 0]]);
  const recode = new Int32Array(texts.length);
  let same = true;
  for (let code = 1; code < texts.length; code++) {
    const value = clean(texts[code]);
    let known = codeOf.get(value);
    if (known === undefined) {
      known = dictionary.length;
      codeOf.set(value, known);
      dictionary.push(value);
    }
    recode[code] = known;
    same &&= known === code && value === texts[code];
  }
  const result = {
    texts: same ? texts : dictionary,
    recode: same ? null : recode,
    of: texts.length,
  };
  before.set(clean, result);
  return result;
}

/**
 * The same column with each distinct text cleaned; texts that become equal share a code, empty ones
 * become "no value".
 */
export function mapText(text: TextColumn, clean: Clean): TextColumn {
  const { texts, recode } = cleanTexts(text.dictionary, clean);
  if (recode === null) return text;
  const codes = new Int32Array(text.length);
  for (let row = 0; row < codes.length; row++) codes[row] = recode[text.codes[row]];
  return new TextColumn(codes, texts);
}

/** A column of so many rows without any value. */
export const emptyText = (length: number): TextColumn =>
  new TextColumn(new Int32Array(length), [""]);

/** The rows of a column, in the order given; -1 has no value. */
export function takeText(text: TextColumn, rows: Int32Array): TextColumn {
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = rows[i] < 0 ? 0 : text.codes[rows[i]];
  return new TextColumn(codes, text.texts);
}
