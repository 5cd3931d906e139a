import type { StarTable } from "./declaration";
import { starFrame, type StarData } from "./frame";
import { givenColumns } from "./made-columns";

type Value = string | number | boolean | null;

/**
 * A declared table from rows of values in the declared order of columns, those made of others left
 * out: for the small dimensions.
 */
export function rowsTable(declaration: StarTable, rows: readonly (readonly Value[])[]): StarData {
  const columns = Object.fromEntries(
    givenColumns(declaration.columns).map(({ name }, c) => [name, rows.map((row) => row[c])]),
  );
  return { declaration, frame: starFrame(declaration, columns) };
}
