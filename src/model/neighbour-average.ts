import { averageOf, type AverageMethod } from "../kpi/average";
import { UNIT_MULTIPLIERS, type Unit } from "../kpi/unit";
import type { Columns } from "./columns";
import type { Comparator, NamedFigure, NeighbourAverage } from "./kpi";
import { methodNamed } from "./rule-words";
import type { ModelRules } from "./rules";
import type { Slot } from "./timeline";

/** The rows of averages by the author's method; without any those that are published. */
export function averageRowsOf(
  { columns, rules }: { readonly columns: Columns; readonly rules: ModelRules },
  averages: readonly Slot[],
): Slot[] {
  const byMethod = (method: NeighbourAverage["method"]): Slot[] =>
    averages.filter(
      ({ row }) => (methodNamed(columns.text("method", row)) ?? rules.averageMethod) === method,
    );
  const chosen = byMethod(rules.averageMethod);
  return chosen.length > 0 ? chosen : byMethod("published");
}

/** The neighbours' average as a row gives it, or null. */
export const givenAverage = (
  columns: Columns,
  figure: Comparator | null,
  row: number | null,
  areaCount: number,
): NeighbourAverage | null =>
  figure === null || row === null
    ? null
    : {
        ...figure,
        method: methodNamed(columns.text("neighboursMethod", row) ?? columns.text("method", row)),
        areaCount: columns.number("areaCount", row),
        listed: areaCount || null,
      };

/**
 * The average of the neighbours' own figures, or null where there are none or the unit has no
 * average.
 */
export function averageOfAreas(
  columns: Columns,
  areas: readonly (NamedFigure & { row: number })[],
  period: Slot["period"] | null,
  { method, unit }: { method: AverageMethod; unit: Unit },
): NeighbourAverage | null {
  const multiplier = UNIT_MULTIPLIERS[unit];
  if (areas.length === 0 || multiplier === undefined) return null;
  const figures = areas.map(({ name, value, row }) => ({
    area: name,
    value,
    numerator: columns.number("numerator", row),
    denominator: columns.number("denominator", row),
  }));
  const { value, areaCount, listed } = averageOf(figures, method, multiplier);
  return {
    value,
    words: null,
    period: period?.label ?? null,
    comparability: "comparable",
    note: null,
    method,
    areaCount,
    listed,
  };
}
