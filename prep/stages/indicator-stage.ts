import { UNIT_FORMS } from "../../src/kpi/unit";
import type { KpiRow } from "../collections/kpi-sheet/kpi-row";
import type { KpiSheet } from "../collections/kpi-sheet/read-kpi-sheet";
import { publishedMappings } from "../collections/published/mapping";
import type { RatedIndicator } from "../compare/rate-rows";
import { catalogue, type Indicator } from "../indicators/catalogue";
import { indicatorDimension } from "../star/dimensions";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import { rowsTable } from "../star/rows-table";

/** What rating needs to know of the indicators of the catalogue. */
export const ratedIndicators: ReadonlyMap<string, RatedIndicator> = new Map(catalogue.map(({ id, unit, decimals, polarity, cumulative }) => [id, { unit, decimals, polarity, cumulative }]));

type Row = Parameters<typeof rowsTable>[1][number];

const fromCatalogue = (one: Indicator, order: number): Row => [
  one.id, one.name, one.lens, one.section, null, null, null, one.unit, one.decimals, one.polarity, one.frequency, one.cumulative,
  one.numerator, one.denominator, one.note, one.source, one.published, null, null, false, order,
];

const fromSheet = (one: KpiRow, file: string, order: number): Row => [
  one.id, one.name, one.lens, one.section || null, one.board || null, one.ref, one.priority, one.unit, one.decimals, one.polarity ?? "neutral", one.frequency, one.cumulative,
  null, null, [one.good, ...one.corrections].filter((words) => words !== null && words !== "").join("; ") || null, `KPI sheet ${file}`, null, one.owner, one.commentary, one.headline, order,
];

/** Indicators of publications that the catalogue does not list: their unit is known, their words are the publication's. */
function fromPublication(id: string, order: number): Row {
  const mapping = publishedMappings.find(({ indicator }) => indicator === id);
  const unit = mapping?.unit ?? "count";
  return [id, id.replace(/_/g, " "), null, null, null, null, null, unit, UNIT_FORMS[unit].decimals, "neutral", "calendar_year", false, null, null, mapping?.note ?? null, "Published statistics", mapping?.dataset ?? null, null, null, false, order];
}

/** The indicator dimension: every indicator that has a figure, those of the sheets in their order first, then those of the catalogue. */
export function indicatorRows(values: readonly KpiValueRow[], sheets: readonly KpiSheet[]): StarData {
  const used = new Set(values.map(({ indicator_id }) => indicator_id));
  const rows = new Map<string, Row>();
  const add = (id: string, make: (order: number) => Row): void => {
    if (used.has(id) && !rows.has(id)) rows.set(id, make(rows.size + 1));
  };
  for (const { rows: kpis, file } of sheets) for (const kpi of kpis) add(kpi.id, (order) => fromSheet(kpi, file, order));
  for (const indicator of catalogue) add(indicator.id, (order) => fromCatalogue(indicator, order));
  for (const id of used) add(id, (order) => fromPublication(id, order));
  return rowsTable(indicatorDimension, [...rows.values()]);
}
