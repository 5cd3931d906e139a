import type { StarValues } from "../star/frame";

/** A value of a row, or that there is none. */
type Value = ReturnType<StarValues["at"]>;

/** What reads the value of a row: of arrays directly, for there are millions. */
export function readerOf(values: StarValues): (row: number) => Value {
  if (Array.isArray(values)) {
    const list: readonly Value[] = values;
    return (row) => list[row];
  }
  return (row) => values.at(row);
}
