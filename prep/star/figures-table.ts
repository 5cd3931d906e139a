import type { StarTable } from "./declaration";
import { starFrame, type StarData } from "./frame";
import type { KpiValueRow } from "./kpi-value-row";
import { fillingOf } from "./typed-values";

/**
 * Figures whose columns are read together: a hundred thousand lie far apart in memory, and a walk
 * over all of them for each column would fetch each of them as often.
 */
const BLOCK = 256;

/** Some of the columns of figures as a table: those that it declares. */
export function figuresTable(declaration: StarTable, rows: readonly KpiValueRow[]): StarData {
  const columns = declaration.columns.map(
    ({ name, type }) => [name as keyof KpiValueRow, fillingOf[type](rows.length)] as const,
  );
  for (let from = 0; from < rows.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, rows.length);
    for (const [name, { set }] of columns)
      for (let row = from; row < to; row++) set(row, rows[row][name]);
  }
  const values = columns.map(([name, filling]) => [name, filling.column()] as const);
  return { declaration, frame: starFrame(declaration, Object.fromEntries(values)) };
}
