import type { StarTable } from "./declaration";
import { columnOf, starFrame, type StarData, type StarValues } from "./frame";
import type { KpiValueRow } from "./kpi-value-row";
import { givenColumns } from "./made-columns";
import { takeValues } from "./move-values";
import { fillingOf } from "./typed-values";

/**
 * Figures whose columns are read together: a hundred thousand lie far apart in memory, and a walk
 * over all of them for each column would fetch each of them as often.
 */
const BLOCK = 256;

type Value = KpiValueRow[keyof KpiValueRow];

/**
 * Some of the columns of figures as a table: those that it declares. `made` gives what the figures
 * themselves do not hold, by column.
 */
export function figuresTable(
  declaration: StarTable,
  rows: readonly KpiValueRow[],
  made: Readonly<Record<string, (row: KpiValueRow) => Value>> = {},
): StarData {
  const columns = givenColumns(declaration.columns).map(({ name, type }) => ({
    name,
    filling: fillingOf[type](rows.length),
    read: made[name] ?? ((row: KpiValueRow): Value => row[name as keyof KpiValueRow]),
  }));
  for (let from = 0; from < rows.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, rows.length);
    for (const { read, filling } of columns)
      for (let row = from; row < to; row++) filling.set(row, read(rows[row]));
  }
  const values = columns.map(({ name, filling }) => [name, filling.column()] as const);
  return { declaration, frame: starFrame(declaration, Object.fromEntries(values)) };
}

/**
 * Some rows of a table of figures as another table, with the columns that it declares. `made` are
 * those that the figures themselves do not hold.
 */
export function figuresAt(
  declaration: StarTable,
  { frame }: StarData,
  rows: Int32Array,
  made: Readonly<Record<string, StarValues>>,
): StarData {
  const columns = givenColumns(declaration.columns).map(({ name }): [string, StarValues] => [
    name,
    made[name] ?? takeValues(columnOf(frame, name), rows),
  ]);
  return { declaration, frame: starFrame(declaration, Object.fromEntries(columns)) };
}
