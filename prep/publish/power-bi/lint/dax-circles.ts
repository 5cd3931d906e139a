import { daxLists, daxTree, type DaxPart } from "../dax/tree";
import type { SemanticModel } from "../model/model";
import type { Found } from "./model-rules";

const ofMeasure = (name: string): string => name.toLowerCase();
const ofColumn = (table: string, name: string): string => `${table}\n${name}`.toLowerCase();

/** What an expression is made of: measures, and columns, of which one without a table is its own. */
const uses = (dax: string, table: string): string[] =>
  [...daxLists(daxTree(dax))].flat().flatMap((part: DaxPart) => {
    if (part.kind === "bracket") return [ofMeasure(part.name), ofColumn(table, part.name)];
    return part.kind === "column" && "table" in part ? [ofColumn(part.table, part.name)] : [];
  });

/** Measures and calculated columns that come back to themselves, through each other too. */
export function circles({ tables }: SemanticModel): Found[] {
  const made = tables.flatMap(({ name: table, measures, columns }) => [
    ...measures.map(({ name, dax }) => ({
      key: ofMeasure(name),
      where: `measure ${name}`,
      used: uses(dax, ""),
    })),
    ...columns.flatMap(({ name, from }) =>
      "dax" in from
        ? [
            {
              key: ofColumn(table, name),
              where: `column ${table}[${name}]`,
              used: uses(from.dax, table),
            },
          ]
        : [],
    ),
  ]);
  const next = new Map(made.map(({ key, used }) => [key, used]));
  const reaches = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [...(next.get(from) ?? [])];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop())
      if (!seen.has(key)) {
        seen.add(key);
        waiting.push(...(next.get(key) ?? []));
      }
    return seen;
  };
  return made
    .filter(({ key }) => reaches(key).has(key))
    .map(({ where }) => [where, "it comes back to itself"]);
}
