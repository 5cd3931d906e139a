import { TextColumn } from "./column";

/** A text column from indexes into a list of values; a negative index is "no value". */
export function labels(indexes: ArrayLike<number>, values: readonly string[]): TextColumn {
  const codes = new Int32Array(indexes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = indexes[row] + 1;
  return new TextColumn(codes, ["", ...values]);
}

/**
 * Collects texts of any origin into one dictionary-encoded column of a known length; rows never set
 * have no value.
 */
export function textBuilder(length: number): {
  set(row: number, value: string | null): void;
  column(): TextColumn;
} {
  const codes = new Int32Array(length);
  const dictionary = [""];
  const codeOf = new Map<string, number>([["", 0]]);
  return {
    set(row, value) {
      if (value === null) return;
      let code = codeOf.get(value);
      if (code === undefined) {
        code = dictionary.push(value) - 1;
        codeOf.set(value, code);
      }
      codes[row] = code;
    },
    column: () => new TextColumn(codes, dictionary),
  };
}
