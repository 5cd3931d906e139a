import type { AreaRole, KpiValueRow, kpiValueRow } from "../../star/kpi-value-row";
import type { KpiCell } from "./cell";
import type { KpiPoint, KpiRow } from "./kpi-row";

/** The value of a cell, its second figure, and its words where there is no value. */
export const figure = (
  cell: KpiCell,
): Pick<KpiValueRow, "value" | "secondary_value" | "status_text"> => ({
  value: cell.value,
  secondary_value: cell.secondary,
  status_text: cell.status === "ok" ? null : cell.words === "" ? null : cell.words,
});

/** The area that a figure is of, the authority that it is shown to, and the sheet's key. */
interface Shown {
  readonly area: string;
  readonly role: AreaRole;
  readonly authority: string;
  readonly sourceKey: number;
}

/** What a figure of a sheet is of: its KPI, area, period and source. */
export function about(
  row: KpiRow,
  { area, role, authority, sourceKey }: Shown,
  { cell, period }: Pick<KpiPoint, "cell" | "period">,
): Parameters<typeof kpiValueRow>[0] {
  return {
    indicator_id: row.id,
    area_code: area,
    area_code_type: role === "own" || role === "neighbour_average" ? "authority" : "gss",
    area_role: role,
    ...(row.place && role === "own" ? { breakdown: "locality", breakdown_value: row.place } : {}),
    for_area_code: authority,
    period_start: period.start,
    period_end: period.end,
    period_label: period.average ? `${period.label} average` : period.label,
    frequency: period.frequency,
    method: "kpi_sheet",
    origin: "sheet",
    source_key: sourceKey,
    value: cell.value,
    as_at: cell.asAt?.end ?? period.end,
    cohort_note: row.cohort,
    footprint: row.footprint,
  };
}
