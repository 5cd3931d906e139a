import {
  dateOrderOf,
  judgeDateColumns,
  type DateColumnVerdict,
  type DateOrder,
} from "../../src/kpi/date-order";
import type { TextColumn } from "./column";

/** The distinct texts that a column holds; its dictionary may hold those of other columns too. */
function* textsOf({ codes, dictionary }: TextColumn): Generator<string> {
  const seen = new Uint8Array(dictionary.length);
  for (const code of codes)
    if (code !== 0 && seen[code] === 0) {
      seen[code] = 1;
      yield dictionary[code];
    }
}

/** In which order a column writes day and month. */
export const orderOf = (column: TextColumn): DateOrder => dateOrderOf(textsOf(column));

/** Whether each date column of a table may be read day first, from all of them together. */
export function judgeDates(
  columns: ReadonlyMap<string, TextColumn>,
): ReadonlyMap<string, DateColumnVerdict> {
  const names = [...columns.keys()];
  const verdicts = judgeDateColumns(names.map((name) => orderOf(columns.get(name)!)));
  return new Map(names.map((name, i) => [name, verdicts[i]]));
}
