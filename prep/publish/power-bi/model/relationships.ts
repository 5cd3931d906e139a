import { boardKpi } from "../../../star/board-tables";
import type { StarTable } from "../../../star/declaration";
import { tableName } from "./business-names";
import type { ColumnRef, ModelTable, Relationship } from "./model";

const columnOf = (star: readonly StarTable[], reference: string): ColumnRef | null => {
  const [table, column] = reference.split(".");
  const to = star.find(({ name }) => name === table);
  const found = to?.columns.find(({ name }) => name === column);
  return to && found ? { table: tableName(to), column: found.label } : null;
};

/**
 * Relationships of a star: each reference whose dimension is in the star. A date that is not the
 * fact's first has none: measures find its rows by TREATAS, and one that is not active would wait for
 * USERELATIONSHIP, which Power BI refuses where row-level security filters the fact. With
 * `isOfBoards` a choice among boards filters the indicators.
 */
export function relationshipsOf(
  star: readonly StarTable[],
  tables: readonly ModelTable[],
  isOfBoards = false,
): Relationship[] {
  const has = new Set(tables.map(({ name }) => name));
  return star.flatMap((table) =>
    table.columns.flatMap(({ label, references, inactive }): Relationship[] => {
      const to = references === undefined ? null : columnOf(star, references);
      if (inactive || to === null || !has.has(to.table)) return [];
      const from = { table: tableName(table), column: label };
      // A board that is chosen leaves its KPIs, and so their figures.
      const both = isOfBoards && table.name === boardKpi.name;
      return [{ from, to, active: true, ...(both ? { bothWays: true as const } : {}) }];
    }),
  );
}

/**
 * Tables whose rows a filter on a table reaches: itself and the many sides of active relationships,
 * and the one side of those that filter both ways, one after another.
 */
export function reachedFrom(
  table: string,
  relationships: readonly Relationship[],
): ReadonlySet<string> {
  const reached = new Set([table]);
  for (const name of reached)
    for (const { from, to, active, bothWays } of relationships) {
      if (active && to.table === name) reached.add(from.table);
      if (active && bothWays && from.table === name) reached.add(to.table);
    }
  return reached;
}
