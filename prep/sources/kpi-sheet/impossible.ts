import type { Unit } from "../../../src/kpi/unit";
import type { KpiPoint, KpiRow } from "./kpi-row";

/** Names of figures that may lie below 0 or above 100%: differences, and what is held to a plan. */
const MAY_BE =
  /[+±]|\b(?:change|increase|decrease|reduction|growth|varian(?:ce|t)|variation|difference|gap|net|deviation|compared|progress|against|surplus|deficit|balance|budget|(?:over|under) ?spend|capacity|occupancy|utili[sz]ation|turnover|inflation|of (?:the )?(?:target|plan|profile|forecast))\b/i;

/** Units of what cannot be less than nothing. */
const NEVER_BELOW_0: ReadonlySet<Unit> = new Set([
  "count",
  "percent",
  "per_100",
  "per_1000",
  "per_10000",
  "per_100000",
  "days",
  "weeks",
  "months",
  "minutes",
  "sessions",
  "fte",
]);

/** What is said beside a figure that its unit makes impossible. */
export const IMPOSSIBLE = "Below 0 or above 100%: not possible in this unit; check the figure";

/** Whether a figure of a KPI is impossible in its unit: 185% or -4% of a group, fewer than none. */
export const isImpossible = (
  { name, unit }: Pick<KpiRow, "name" | "unit">,
  value: number | null,
): boolean =>
  value !== null &&
  !MAY_BE.test(name) &&
  ((value < 0 && NEVER_BELOW_0.has(unit)) || (value > 100 && unit === "percent"));

/** Whether any own figure of a KPI is impossible in its unit. */
export const hasImpossible = (row: KpiRow): boolean =>
  [row.current, row.previous, row.priorYear, ...row.earlier].some((point: KpiPoint | null) =>
    isImpossible(row, point?.cell.value ?? null),
  );
