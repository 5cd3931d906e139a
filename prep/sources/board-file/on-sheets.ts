import type { CatalogueEntry } from "../../indicators/catalogue-entry";
import type { KpiRow } from "../kpi-sheet/kpi-row";
import type { KpiSheet } from "../kpi-sheet/read-kpi-sheet";
import { firstOfEach, type Boards, type PlacedKpi } from "./placed";

/** A KPI of a sheet as its board wants it: what the board leaves empty stays as printed. */
const rowOn = (kpi: PlacedKpi, row: KpiRow): KpiRow => ({
  ...row,
  section: kpi.section ?? row.section,
  priority: kpi.priority ?? row.priority,
  lens: kpi.lens ?? row.lens,
  polarity: kpi.polarity ?? row.polarity,
  unit: kpi.unit ?? row.unit,
  decimals: kpi.decimals ?? row.decimals,
  cumulative: kpi.cumulative ?? row.cumulative,
  tolerance: kpi.tolerance ?? row.tolerance,
  owner: kpi.owner ?? row.owner,
  footprint: kpi.footprint ?? row.footprint,
  nextDue: kpi.nextDue ?? row.nextDue,
  headline: kpi.headline ?? row.headline,
});

/** The KPI sheets as their boards want them. */
export function sheetsOn(boards: Boards, sheets: readonly KpiSheet[]): readonly KpiSheet[] {
  const first = firstOfEach(boards);
  if (first.size === 0) return sheets;
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      const kpi = first.get(row.id);
      return kpi ? rowOn(kpi, row) : row;
    }),
  }));
}

/** The catalogue as boards want it: which way is better, and how many decimals are printed. */
export function catalogueOn(
  boards: Boards,
  catalogue: readonly CatalogueEntry[],
): readonly CatalogueEntry[] {
  const first = firstOfEach(boards);
  return catalogue.map((entry) => {
    const kpi = first.get(entry.id);
    return kpi
      ? {
          ...entry,
          polarity: kpi.polarity ?? entry.polarity,
          decimals: kpi.decimals ?? entry.decimals,
        }
      : entry;
  });
}
