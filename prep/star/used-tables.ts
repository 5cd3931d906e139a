import type { StarData } from "./frame";

/**
 * The tables without the dimensions that nothing points to, such as setting groups where no
 * placement was loaded. `always` names those that stay.
 */
export function usedTables(tables: readonly StarData[], always: ReadonlySet<string>): StarData[] {
  const pointedTo = new Set(
    tables.flatMap(({ declaration }) =>
      declaration.columns.flatMap(({ references }) =>
        references === undefined ? [] : [references.split(".")[0]],
      ),
    ),
  );
  return tables.filter(
    ({ declaration: { kind, name } }) =>
      kind !== "dimension" || always.has(name) || pointedTo.has(name),
  );
}
