import { columnsUsedBy } from "../columns/expression";
import type { Count } from "./indicator";
import type { View } from "./view";

/** Parts of a view that a count names. */
function namesIn(count: Count): readonly string[] {
  if (count.clock === "month") return [...count.where, ...(count.outOf ?? [])];
  const { numerator, denominator, measure, leftOut } = count;
  return [numerator, denominator, measure, leftOut?.flag].flatMap((name) => name ?? []);
}

/**
 * The columns of extracts, as `table.column`, that some columns of a view rest on, and those that
 * every row of it does.
 */
export function extractColumns({ restsOn }: View, columns: readonly string[]): readonly string[] {
  if (!restsOn) return [];
  return [
    ...new Set([...restsOn.rows, ...columns.flatMap((column) => restsOn.columns[column] ?? [])]),
  ];
}

function columnsOfCount(count: Count, breakdown: string): readonly string[] {
  const { view } = count;
  const parts = { ...view.measures, ...view.flags };
  const expressions = [
    ...namesIn(count).flatMap((name) => parts[name] ?? []),
    ...(count.clock === "event" ? [view.dates?.[count.date]] : []),
    ...(view.pairs?.[breakdown] ?? [breakdown]).map((name) => view.breakdowns[name]),
  ].flatMap((expression) => expression ?? []);
  return extractColumns(view, expressions.flatMap(columnsUsedBy));
}

const found = new WeakMap<Count, Map<string, readonly string[]>>();

/**
 * The columns of extracts that the figures of a count rest on, for everybody (`all`) or by a
 * breakdown. Empty where its view does not say. Worked out once.
 */
export function restsOn(count: Count, breakdown: string): readonly string[] {
  const known = found.get(count) ?? new Map<string, readonly string[]>();
  found.set(count, known);
  const columns = known.get(breakdown) ?? columnsOfCount(count, breakdown);
  known.set(breakdown, columns);
  return columns;
}
