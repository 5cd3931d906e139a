import { kpiValue } from "../../../star/kpi-value";
import type { StarTable } from "../../../star/declaration";
import { tableName } from "./business-names";
import type { ColumnRef, ModelTable, Relationship } from "./model";
import { COMPARATOR_FIGURES, COMPARED_AREA, COMPARED_KEY, OWN_FIGURES } from "./star-tables";

const columnOf = (star: readonly StarTable[], reference: string): ColumnRef | null => {
  const [table, column] = reference.split(".");
  const to = star.find(({ name }) => name === table);
  const found = to?.columns.find(({ name }) => name === column);
  return to && found ? { table: tableName(to), column: found.label } : null;
};

/**
 * Relationships of a star: each reference whose dimension is in the star; of the figures, own and
 * compared alike, and own figures to Area.
 */
export function relationshipsOf(
  star: readonly StarTable[],
  tables: readonly ModelTable[],
): Relationship[] {
  const has = new Set(tables.map(({ name }) => name));
  const declared = star.flatMap((table) =>
    table.columns.flatMap(({ label, references, inactive }): Relationship[] => {
      const to = references === undefined ? null : columnOf(star, references);
      if (to === null || !has.has(to.table)) return [];
      const names =
        table.name === kpiValue.name ? [OWN_FIGURES, COMPARATOR_FIGURES] : [tableName(table)];
      return names
        .filter((name) => has.has(name))
        .map((name) => ({ from: { table: name, column: label }, to, active: !inactive }));
    }),
  );
  const ofFigures: Relationship[] = [
    {
      from: { table: OWN_FIGURES, column: "Area code" },
      to: { table: "Area", column: "Area code" },
      active: true,
    },
    {
      from: { table: COMPARATOR_FIGURES, column: COMPARED_KEY },
      to: { table: COMPARED_AREA, column: COMPARED_KEY },
      active: true,
    },
  ];
  return [
    ...declared,
    ...ofFigures.filter(({ from, to }) => has.has(from.table) && has.has(to.table)),
  ];
}

/**
 * Tables whose rows a filter on a table reaches: itself and the many sides of active relationships,
 * one after another.
 */
export function reachedFrom(
  table: string,
  relationships: readonly Relationship[],
): ReadonlySet<string> {
  const reached = new Set([table]);
  for (const name of reached)
    for (const { from, to, active } of relationships)
      if (active && to.table === name) reached.add(from.table);
  return reached;
}
