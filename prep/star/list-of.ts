import { columnOf, type StarData } from "./frame";

/** A row of a table by the names of its columns. */
export type Listed = Readonly<Record<string, string | number | boolean | null>>;

/** The rows of a table of the star. */
export function listOf({ frame, declaration: { columns } }: StarData): Listed[] {
  const values = columns.map(({ name }) => [name, columnOf(frame, name)] as const);
  return Array.from({ length: frame.numRows() }, (_, row) =>
    Object.fromEntries(values.map(([name, column]) => [name, column.at(row) ?? null])),
  );
}
