import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  MISSING,
  NumberColumn,
  TextColumn,
} from "../columns/column";
import { takeText } from "../columns/decode";
import { gather } from "../columns/rows";
import type { StarType } from "./declaration";
import type { StarValues } from "./frame";
import { fillingOf } from "./typed-values";

/** The values of a column at some rows, in their order: typed columns stay what they are. */
export function takeValues(values: StarValues, rows: Int32Array): StarValues {
  if (values instanceof TextColumn) return takeText(values, rows);
  if (values instanceof IntegerColumn) return new IntegerColumn(gather(values.values, rows));
  if (values instanceof DayColumn) return new DayColumn(gather(values.values, rows));
  if (values instanceof NumberColumn) {
    const { values: all } = values;
    const taken = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) taken[i] = all[rows[i]];
    return new NumberColumn(taken);
  }
  if (values instanceof FlagColumn) {
    const { values: all } = values;
    const taken = new Int8Array(rows.length);
    for (let i = 0; i < rows.length; i++) taken[i] = all[rows[i]];
    return new FlagColumn(taken);
  }
  return Array.from(rows, (row) => values.at(row));
}

/** A column with what is added to its numbers: keys that are moved out of the way of others. */
interface MovedValues {
  readonly values: StarValues;
  readonly by: number;
}

/** Texts below each other under one dictionary: each distinct text is looked up once a column. */
function joinTexts(parts: readonly TextColumn[], length: number): TextColumn {
  const codes = new Int32Array(length);
  const dictionary = [""];
  const codeOf = new Map<string, number>();
  let start = 0;
  for (const { codes: from, dictionary: texts } of parts) {
    const code = new Int32Array(texts.length).fill(-1);
    code[0] = 0;
    for (let row = 0; row < from.length; row++) {
      const old = from[row];
      if (code[old] < 0) {
        const text = texts[old];
        const known = codeOf.get(text);
        code[old] = known ?? dictionary.push(text) - 1;
        if (known === undefined) codeOf.set(text, code[old]);
      }
      codes[start + row] = code[old];
    }
    start += from.length;
  }
  return new TextColumn(codes, dictionary);
}

/** Arrays of one kind below each other; `joined` has room for all of them. */
function below<T extends Int32Array | Float64Array | Int8Array>(
  joined: T,
  parts: readonly ArrayLike<number>[],
): T {
  let start = 0;
  for (const part of parts) {
    joined.set(part, start);
    start += part.length;
  }
  return joined;
}

/** Whole numbers, each part with what is added to it; null where one does not fit in 32 bits. */
function joinWholes(parts: readonly MovedValues[], length: number): IntegerColumn | null {
  const joined = new Int32Array(length);
  let start = 0;
  for (const { values, by } of parts) {
    const { values: from } = values as IntegerColumn;
    for (let row = 0; row < from.length; row++) {
      const moved = from[row] === MISSING ? MISSING : from[row] + by;
      if (moved !== (moved | 0)) return null;
      joined[start + row] = moved;
    }
    start += from.length;
  }
  return new IntegerColumn(joined);
}

/** Columns that are all of one class, joined array by array; null where there is no quick way. */
function joinAlike(parts: readonly MovedValues[], length: number): StarValues | null {
  const all = parts.map(({ values }) => values);
  const are = <T>(kind: abstract new (...args: never[]) => T): readonly T[] | null =>
    all.every((one) => one instanceof kind) ? (all as unknown as readonly T[]) : null;
  const texts = are(TextColumn);
  if (texts) return joinTexts(texts, length);
  if (are(IntegerColumn)) return joinWholes(parts, length);
  if (parts.some(({ by }) => by !== 0)) return null;
  const arraysOf = <A>(columns: readonly { readonly values: A }[]): A[] =>
    columns.map(({ values }) => values);
  const days = are(DayColumn);
  if (days) return new DayColumn(below(new Int32Array(length), arraysOf(days)));
  const numbers = are(NumberColumn);
  if (numbers) return new NumberColumn(below(new Float64Array(length), arraysOf(numbers)));
  const flags = are(FlagColumn);
  return flags && new FlagColumn(below(new Int8Array(length), arraysOf(flags)));
}

/** Columns of a type below each other. */
export function joinValues(type: StarType, parts: readonly MovedValues[]): StarValues {
  const length = parts.reduce((sum, { values }) => sum + values.length, 0);
  const alike = joinAlike(parts, length);
  if (alike) return alike;
  const { set, column } = fillingOf[type](length);
  let start = 0;
  for (const { values, by } of parts) {
    for (let row = 0; row < values.length; row++) {
      const value = values.at(row);
      set(
        start + row,
        by === 0 || value === null || value === undefined ? value : Number(value) + by,
      );
    }
    start += values.length;
  }
  return column();
}
