import fc from "fast-check";
import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  MISSING,
  NumberColumn,
  TextColumn,
} from "../../../prep/columns/column";
import type { StarTable } from "../../../prep/star/declaration";
import type { StarValues } from "../../../prep/star/frame";

/** One column of each type, both as an array and as our own class. */
export const everyType: StarTable = {
  name: "every_type",
  kind: "fact",
  label: "Every type",
  description: "For tests",
  grain: "One row",
  key: ["key"],
  columns: [
    { name: "key", type: "int64", label: "Key", description: "Key" },
    { name: "whole", type: "int64", label: "Whole", description: "Whole" },
    { name: "amount", type: "double", label: "Amount", description: "Amount" },
    { name: "ratio", type: "double", label: "Ratio", description: "Ratio" },
    { name: "flag", type: "boolean", label: "Flag", description: "Flag" },
    { name: "yes", type: "boolean", label: "Yes", description: "Yes" },
    { name: "word", type: "text", label: "Word", description: "Word" },
    { name: "code", type: "text", label: "Code", description: "Code" },
    { name: "on", type: "date", label: "On", description: "On" },
    { name: "until", type: "date", label: "Until", description: "Until" },
  ],
};

export interface Row {
  key: number | null;
  whole: number | null;
  amount: number | null;
  ratio: number | null;
  flag: boolean | null;
  yes: boolean | null;
  word: string | null;
  code: string | null;
  on: number | null;
  until: number | null;
}

const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(values, { nil: null, freq: 4 });
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((value) => (Object.is(value, -0) ? 0 : value));
const day = fc.integer({ min: -100_000, max: 100_000 });
const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "a", " "),
    maxLength: 6,
  }),
);

export const anyRows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    key: orNull(fc.maxSafeInteger()),
    whole: orNull(fc.integer({ min: MISSING + 1 })),
    amount: orNull(number),
    ratio: orNull(fc.oneof(number, fc.integer({ min: -1000, max: 1000 }))),
    flag: orNull(fc.boolean()),
    yes: orNull(fc.boolean()),
    word: orNull(text),
    code: orNull(fc.constantFrom("ASD", "SEMH", "=MLD", "Ynys Môn")),
    on: orNull(day),
    until: orNull(day),
  }),
  { maxLength: 60 },
);

/**
 * The columns of rows: `word`, `key`, `amount`, `flag` and `on` as plain arrays, the others as our
 * classes.
 */
export function columnsOfRows(rows: readonly Row[]): Record<string, StarValues> {
  const dictionary = ["", ...new Set(rows.flatMap(({ code }) => code ?? []))];
  return {
    key: rows.map((row) => row.key),
    whole: new IntegerColumn(Int32Array.from(rows, (row) => row.whole ?? MISSING)),
    amount: rows.map((row) => row.amount),
    ratio: new NumberColumn(Float64Array.from(rows, (row) => row.ratio ?? NaN)),
    flag: rows.map((row) => row.flag),
    yes: new FlagColumn(Int8Array.from(rows, (row) => (row.yes === null ? -1 : Number(row.yes)))),
    word: rows.map((row) => row.word),
    code: new TextColumn(
      Int32Array.from(rows, (row) => (row.code === null ? 0 : dictionary.indexOf(row.code))),
      dictionary,
    ),
    on: rows.map((row) => row.on),
    until: new DayColumn(Int32Array.from(rows, (row) => row.until ?? MISSING)),
  };
}
