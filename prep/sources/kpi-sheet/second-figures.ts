import type { Unit } from "../../../src/kpi/unit";
import type { KpiCell } from "./cell";
import type { KpiRow } from "./kpi-row";

/**
 * The unit and decimals of the second figures in brackets: the unit that they name themselves,
 * money where the name says so, the count behind a percentage, else the rate beside a count.
 */
export function secondaryOf(
  cells: readonly KpiCell[],
  unit: Unit,
  name: string,
): Pick<KpiRow, "secondaryUnit" | "secondaryDecimals"> {
  const seconds = cells.filter(({ secondary }) => secondary !== null);
  if (seconds.length === 0) return { secondaryUnit: null, secondaryDecimals: null };
  const named = seconds.find(({ secondaryUnit }) => secondaryUnit !== null)?.secondaryUnit ?? null;
  const beside: Unit = unit === "percent" ? "count" : "score";
  return {
    secondaryUnit: named ?? (/£ ?m/i.test(name) ? "gbp_m" : beside),
    secondaryDecimals: Math.max(...seconds.map(({ secondaryDecimals }) => secondaryDecimals)),
  };
}
