import type { Relationship, SemanticModel } from "../model/model";

/**
 * Pairs of tables with more than one way for a filter to go from the first to the second along
 * active relationships, circles included.
 * Power BI refuses such a model or picks a way of its own.
 */
export function ambiguousPaths({
  tables,
  relationships,
}: SemanticModel): { from: string; to: string }[] {
  const onward = (table: string): Relationship[] =>
    relationships.filter(({ active, to }) => active && to.table === table);
  const found: { from: string; to: string }[] = [];
  for (const { name: from } of tables) {
    const seen = new Set([from]);
    const waiting = [from];
    while (waiting.length > 0)
      for (const { from: many } of onward(waiting.pop()!)) {
        if (seen.has(many.table)) found.push({ from, to: many.table });
        else {
          seen.add(many.table);
          waiting.push(many.table);
        }
      }
  }
  return found;
}
