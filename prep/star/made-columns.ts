import type { StarColumn, StarTable } from "./declaration";
import type { StarValues } from "./star-values";
import { wordsOfCodes } from "./words-of-codes";

/** Columns that hold values of their own: most words, and orders, are made of other columns. */
export const givenColumns = <C extends Pick<StarColumn, "wordsOf" | "orderOf">>(
  columns: readonly C[],
): C[] =>
  columns.filter(({ wordsOf, orderOf }) => wordsOf?.list === undefined && orderOf === undefined);

/**
 * The place of each row's value among the values of a column, from 1, by the first row that has it.
 * Capitals make no difference, as in Power BI; no value is one too. A value has one place, so that
 * its column can be sorted by it.
 */
function ordersOf(values: StarValues): number[] {
  const places = new Map<string, number>();
  return Array.from({ length: values.length }, (_, row) => {
    const value = String(values.at(row) ?? "").toLowerCase();
    const place = places.get(value) ?? places.size + 1;
    places.set(value, place);
    return place;
  });
}

/** The columns that are made of others, of a declared table with its given columns. */
export function madeColumns(
  { columns: declared }: StarTable,
  given: Readonly<Record<string, StarValues>>,
): Record<string, StarValues> {
  const made: Record<string, StarValues> = {};
  for (const { name, wordsOf, orderOf } of declared) {
    const of = given[wordsOf?.column ?? orderOf ?? ""];
    if (of === undefined) continue;
    if (orderOf !== undefined) made[name] = ordersOf(of);
    else if (wordsOf?.list !== undefined) made[name] = wordsOfCodes(of, wordsOf.list);
  }
  return made;
}
