import { DayColumn, FlagColumn, IntegerColumn, NumberColumn, TextColumn } from "../columns/column";
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

/** Columns of a type below each other. */
export function joinValues(type: StarType, parts: readonly MovedValues[]): StarValues {
  const length = parts.reduce((sum, { values }) => sum + values.length, 0);
  const texts = parts.map(({ values }) => values).filter((one) => one instanceof TextColumn);
  if (texts.length === parts.length) return joinTexts(texts, length);
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
