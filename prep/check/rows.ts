import { MISSING } from "../columns/column";
import type { DecodedColumns } from "../columns/decoded-columns";
import type { Hit } from "./rule";

/** A table that rules look at. */
interface CheckedTable extends DecodedColumns {
  readonly name: string;
  readonly rowCount: number;
}

export type RowVerdict = boolean | Omit<Hit, "row" | "table">;

/**
 * Hits for the rows of a table that a test finds at fault: true, or what the hit says beside its
 * row.
 */
export function rowsWhere(
  table: Pick<CheckedTable, "name" | "rowCount">,
  test: (row: number) => RowVerdict,
): Hit[] {
  const hits: Hit[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const verdict = test(row);
    if (verdict) hits.push({ ...(verdict === true ? null : verdict), row, table: table.name });
  }
  return hits;
}

/**
 * Tells of rows whose date was left blank. A date that is there but cannot be read is not blank:
 * rule C02 has it.
 */
export function blankDay(table: CheckedTable, column: string): (row: number) => boolean {
  const { values } = table.day(column);
  const unreadable = new Set(table.invalid(column));
  return (row) => values[row] === MISSING && !unreadable.has(row);
}

/** Tells of rows whose code is in a list. Each distinct value is looked up once. */
export function codeIn(
  table: CheckedTable,
  column: string,
  allowed: Iterable<string>,
): (row: number) => boolean {
  const list = new Set(allowed);
  const { codes, dictionary } = table.text(column);
  const known = dictionary.map((value, code) => code > 0 && list.has(value));
  return (row) => known[codes[row]];
}

/** `1 record`, `1,234 records`. */
export const records = (count: number): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? "record" : "records"}`;
