import { MISSING } from "../columns/column";
import type { DecodedColumns } from "../columns/decoded-columns";
import type { Gap } from "./gap";

/** Two dates of a table's rows of which one comes first. */
export interface DateOrderOfRows<Table extends string> {
  readonly table: Table;
  readonly first: string;
  readonly last: string;
  /** A row with the last date alone is wrong too. */
  readonly needsFirst?: true;
}

/**
 * Rows whose last date comes before their first one. One is a slip; most of them are two columns
 * under each other's headings.
 */
export function orderGaps<Table extends string>(
  columns: DecodedColumns,
  { table, first, last, needsFirst }: DateOrderOfRows<Table>,
): readonly Gap[] {
  if (!columns.has(first) || !columns.has(last)) return [];
  const [from, to] = [columns.day(first).values, columns.day(last).values];
  let [eligible, leftOut] = [0, 0];
  for (let row = 0; row < from.length; row++) {
    const isLone = to[row] !== MISSING && from[row] === MISSING;
    if (to[row] === MISSING || (isLone && !needsFirst)) continue;
    eligible++;
    if (isLone || to[row] < from[row]) leftOut++;
  }
  if (leftOut === 0) return [];
  const names = [last, first].map((column) => columns.spelling(column)).join(" before ");
  return [{ kind: "rows", eligible, leftOut, why: `rows of the table ${table} have ${names}` }];
}
