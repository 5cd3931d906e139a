import { TextColumn } from "./column";
import { takeText } from "./decode";
import type { Node } from "./expression";
import { take } from "./rows";

/** Texts by row as indexes into a list of values; a negative index is "no value". */
export interface Grouped {
  readonly values: readonly string[];
  readonly groups: ArrayLike<number>;
}

/**
 * The values of a column: days and numbers as they are (MISSING or NaN where there is none), flags
 * as 1, 0 or -1 (no value), texts as groups or a text column. Null is a column that is not known at
 * all: all its values are missing.
 */
export type ColumnValues = ArrayLike<number> | Grouped | TextColumn | null;

/** Rows that expressions are evaluated over. */
export interface ColumnSource {
  readonly count: number;
  readonly columns: Readonly<Record<string, ColumnValues>>;
  readonly parameters?: Readonly<Record<string, number | string | boolean>>;
  /** A flag by row that is worked out already, where a part of an expression is one. */
  readonly flagOf?: (node: Node) => Uint8Array | undefined;
}

/** Whether the values of a column are texts. */
export const isText = (data: ColumnValues): data is Grouped | TextColumn =>
  data instanceof TextColumn || (data !== null && "groups" in data);

function rowsOf(data: ColumnValues, rows: Int32Array): ColumnValues {
  if (data === null) return null;
  if (data instanceof TextColumn) return takeText(data, rows);
  if ("groups" in data) return { values: data.values, groups: take(data.groups, rows) };
  return data instanceof Float64Array
    ? Float64Array.from(rows, (row) => data[row])
    : take(data, rows);
}

/** Some rows of columns, in their order. */
export const columnsAt = <C extends Readonly<Record<string, ColumnValues>>>(
  columns: C,
  rows: Int32Array,
): C =>
  Object.fromEntries(
    Object.entries(columns).map(([name, data]) => [name, rowsOf(data, rows)]),
  ) as C;

/** The values of a column by its name. Throws where it is not given. */
export function dataOf({ columns }: ColumnSource, name: string): ColumnValues {
  const data = columns[name];
  if (data === undefined) throw new Error(`no column ${name} was given`);
  return data;
}

/** A value that is one for all rows, by its name. Throws where it is not given. */
export function parameterOf({ parameters }: ColumnSource, name: string): number | string | boolean {
  const value = parameters?.[name];
  if (value === undefined) throw new Error(`no value of ${name} was given`);
  return value;
}
