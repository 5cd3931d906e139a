import { table } from "arquero";
import type { ColumnTable } from "arquero";
import { DayColumn, FlagColumn, IntegerColumn, NumberColumn, TextColumn } from "../columns/column";
import type { StarColumn, StarTable, StarType } from "./declaration";
import { madeColumns } from "./made-columns";
import type { StarValues } from "./star-values";

export type { StarValues };

/** A declared table with its rows. */
export interface StarData {
  readonly declaration: StarTable;
  /** Made by `starFrame`: has the declared columns in the declared order. */
  readonly frame: ColumnTable;
}

/** All tables of a star, by name. */
export type Star = ReadonlyMap<string, StarData>;

type Value = ReturnType<StarValues["at"]>;

const isWhole = (value: Value): boolean => Number.isSafeInteger(value);

const fits: Readonly<Record<StarType, (value: Value) => boolean>> = {
  int64: isWhole,
  double: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  text: (value) => typeof value === "string",
  date: isWhole,
};

/** Classes whose values fit a type whatever they are, so that rows need no look. */
const always: Readonly<Record<StarType, readonly (abstract new (...args: never[]) => unknown)[]>> =
  {
    int64: [IntegerColumn],
    double: [IntegerColumn],
    boolean: [FlagColumn],
    text: [TextColumn],
    date: [DayColumn],
  };

/** Classes that hold another kind of value and would look right by chance: days are not counts. */
const never: Readonly<Record<StarType, readonly (abstract new (...args: never[]) => unknown)[]>> = {
  int64: [DayColumn],
  double: [DayColumn],
  boolean: [],
  text: [],
  date: [IntegerColumn, NumberColumn],
};

/** True for "no value": null, undefined, NaN. */
export const isMissingValue = (value: Value): value is null | undefined =>
  value === null || value === undefined || (typeof value === "number" && Number.isNaN(value));

/** The first row whose value a type cannot hold, -1 where there is none. */
function firstWrong(type: StarType, values: StarValues): number {
  if (type === "double" && values instanceof NumberColumn)
    return values.values.findIndex((value) => value === Infinity || value === -Infinity);
  const fit = fits[type];
  const list: readonly Value[] | null = Array.isArray(values) ? values : null;
  for (let row = 0; row < values.length; row++) {
    const value = list ? list[row] : values.at(row);
    if (value !== null && !fit(value) && !isMissingValue(value)) return row;
  }
  return -1;
}

function checkValues(name: string, { name: column, type }: StarColumn, values: StarValues): void {
  if (always[type].some((kind) => values instanceof kind)) return;
  if (never[type].some((kind) => values instanceof kind))
    throw new Error(
      `${name}.${column} is declared as ${type} and was given a ${values.constructor.name}`,
    );
  const row = firstWrong(type, values);
  if (row >= 0)
    throw new Error(
      `${name}.${column} is declared as ${type}; row ${row} has a value that is none`,
    );
}

/**
 * An arquero table of a declared star table, its columns in the declared order. The values are not
 * copied; words and orders are made of the columns that they are of, whatever is given for them.
 * Throws when a column is missing, undeclared, of another length, or holds a value that its
 * declared type cannot
 * (whole numbers beyond 2^53, infinite numbers, a day where a count is due). Messages carry no
 * value.
 */
export function starFrame(
  declaration: StarTable,
  given: Readonly<Record<string, StarValues>>,
): ColumnTable {
  const { name, columns: declared } = declaration;
  const columns = { ...given, ...madeColumns(declaration, given) };
  const names = declared.map((column) => column.name);
  const missing = names.filter((column) => !Object.hasOwn(columns, column));
  const undeclared = Object.keys(columns).filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new Error(`${name} lacks the declared columns ${missing.join(", ")}`);
  if (undeclared.length > 0)
    throw new Error(`${name} has columns that are not declared: ${undeclared.join(", ")}`);
  const rows = columns[names[0]].length;
  for (const column of declared) {
    const values = columns[column.name];
    if (values.length !== rows)
      throw new Error(
        `${name}.${column.name} has ${values.length} rows; ${name}.${names[0]} has ${rows}`,
      );
    checkValues(name, column, values);
  }
  return table(columns, names);
}

/** The column of a table. Throws when there is none of that name. */
export function columnOf(frame: ColumnTable, name: string): StarValues {
  const column = frame.column(name);
  if (column === undefined)
    throw new Error(`no column ${name}; there are ${frame.columnNames().join(", ")}`);
  return column as StarValues;
}
