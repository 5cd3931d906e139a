import { TextColumn } from "../columns/column";
import { isMissingValue } from "../star/frame";
import type { StarValues } from "../star/frame";
import { readerOf } from "./read-values";

/**
 * A text column with each distinct value once; a column that is already so is returned as it is.
 */
export function textCodes(values: StarValues): TextColumn {
  if (values instanceof TextColumn) return values;
  const codes = new Int32Array(values.length);
  const dictionary = [""];
  const known = new Map<string, number>();
  const read = readerOf(values);
  for (let row = 0; row < values.length; row++) {
    const value = read(row);
    if (isMissingValue(value)) continue;
    const text = String(value);
    let code = known.get(text);
    if (code === undefined) {
      code = dictionary.push(text) - 1;
      known.set(text, code);
    }
    codes[row] = code;
  }
  return new TextColumn(codes, dictionary);
}
