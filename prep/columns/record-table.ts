import { table } from "arquero";
import type { ColumnTable } from "arquero";

/**
 * Columns of a table of records: the names of their own fields, or new names with how the value is
 * found.
 */
type RecordColumns<T> =
  readonly (keyof T & string)[] | Readonly<Record<string, (record: T) => unknown>>;

function columnsOf<T>(records: readonly T[], columns: RecordColumns<T>): [string, unknown[]][] {
  return Array.isArray(columns)
    ? columns.map((name: keyof T & string) => [name, records.map((record) => record[name])])
    : Object.entries(columns).map(([name, value]) => [name, records.map(value)]);
}

/**
 * An arquero table of columns of records, one row a record, in their order. Its last column,
 * `record`, holds the
 * records themselves: verbs sort, group and choose them by the other columns, and `recordsOf` gives
 * them back. The
 * records are not copied.
 */
export const recordTable = <T extends object>(
  records: readonly T[],
  columns: RecordColumns<T>,
): ColumnTable => table([...columnsOf(records, columns), ["record", [...records]]]);

/** The values of a column of a table as the verbs left it: filtered and in its order. */
export const valuesOf = <T>(rows: ColumnTable, name: string): T[] => rows.array(name) as T[];

/** The records of a table made by `recordTable`, filtered and in its order. */
export const recordsOf = <T>(rows: ColumnTable): T[] => valuesOf<T>(rows, "record");

/**
 * The records of each group of a grouped table made by `recordTable`: the groups as they first came
 * up when the table
 * was grouped, the records of each in the order of the table.
 */
export function recordGroupsOf<T>(grouped: ColumnTable): T[][] {
  const records = grouped.column("record")!;
  return grouped.partitions().map((rows) => Array.from(rows, (row) => records.at(row) as T));
}
