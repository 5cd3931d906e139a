import { roundHalfUp } from "../../../src/kpi/round";
import type { KpiCell } from "./cell";
import type { KpiPoint } from "./kpi-row";
import type { SheetPeriod } from "./period-text";

/** What tells two periods apart: a year to date and its last month end on one day. */
export const periodKey = ({ frequency, end }: SheetPeriod): string => `${frequency} ${end}`;

/** Whether two cells tell one figure, one of them maybe rounded to the decimals that it has. */
function tellsTheSame(a: KpiCell, b: KpiCell): boolean {
  if (a.value === null || b.value === null)
    return a.value === b.value && a.status === b.status && (!a.isText || a.words === b.words);
  const decimals = Math.min(a.decimals, b.decimals);
  return (
    roundHalfUp(a.value, decimals) === roundHalfUp(b.value, decimals) && a.secondary === b.secondary
  );
}

/**
 * Of figures of one KPI and period those that differ, in their order: a blank differs from nothing,
 * and of one that is given twice the first stands.
 */
export function differing(points: readonly KpiPoint[]): KpiPoint[] {
  const given = points.filter(({ cell }) => cell.status !== "missing");
  return given.length === 0
    ? points.slice(0, 1)
    : given.filter(
        ({ cell }, i) => !given.slice(0, i).some((earlier) => tellsTheSame(earlier.cell, cell)),
      );
}
