import type { Verdict } from "../indicators/gate";
import type { KpiValueRow } from "../star/kpi-value-row";

/**
 * The figures of a KPI sheet that was read in part, each to be read with care: a row of a sheet
 * stands on itself, so that those that were read are not taken away for those that were not.
 */
export function inDoubt(rows: readonly KpiValueRow[], verdict: Verdict | null): KpiValueRow[] {
  if (verdict === null || verdict.is === "whole") return [...rows];
  const { note } = verdict;
  return rows.map((row) =>
    row.comparability === null
      ? row
      : {
          ...row,
          comparability: row.comparability === "comparable" ? "caution" : row.comparability,
          comparability_note: [row.comparability_note, note].filter((words) => words).join("; "),
        },
  );
}
