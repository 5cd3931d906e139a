import type { Frequency } from "../../src/kpi/frequency";
import type { KpiRow } from "../sources/kpi-sheet/kpi-row";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import { figureFrequencies } from "../compare/current-figures";
import type { RatedIndicator } from "../compare/rate-rows";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { indicatorDimension } from "../star/dimensions";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import { rowsTable } from "../star/rows-table";

/** What rating needs to know of the indicators: those that we know and the council's own. */
export const ratedIndicators = (
  known: readonly CatalogueEntry[],
): ReadonlyMap<string, RatedIndicator> =>
  new Map(
    known.map(({ id, unit, decimals, polarity, cumulative }) => [
      id,
      { unit, decimals, polarity, cumulative },
    ]),
  );

/**
 * How often each indicator is meant to be read: as its first sheet says, else as what we know of
 * it, or the council's own list, does.
 */
export const meantFrequencies = (
  sheets: readonly KpiSheet[],
  known: readonly CatalogueEntry[],
): ReadonlyMap<string, Frequency> =>
  new Map(
    [...[...known].reverse(), ...sheets.flatMap(({ rows }) => rows).reverse()].map(
      ({ id, frequency }) => [id, frequency],
    ),
  );

type Row = Parameters<typeof rowsTable>[1][number];

const fromCatalogue = (one: CatalogueEntry, read: Frequency | null, order: number): Row => [
  one.id,
  one.name,
  one.lens,
  one.section,
  null,
  null,
  null,
  one.unit,
  one.decimals,
  one.polarity,
  one.frequency,
  read,
  one.cumulative,
  one.numerator,
  one.denominator,
  one.note,
  one.source,
  one.published,
  null,
  null,
  null,
  false,
  order,
];

const fromSheet = (one: KpiRow, file: string, read: Frequency | null, order: number): Row => [
  one.id,
  one.name,
  one.lens,
  one.section || null,
  one.board || null,
  one.ref,
  one.priority,
  one.unit,
  one.decimals,
  one.polarity ?? "neutral",
  one.frequency,
  read,
  one.cumulative,
  null,
  null,
  [one.good, ...one.corrections].filter((words) => words !== null && words !== "").join("; ") ||
    null,
  `KPI sheet ${file}`,
  null,
  one.owner,
  one.commentary,
  one.action,
  one.headline,
  order,
];

const [ID, NAME, SECTION, REFERENCE] = [
  "indicator_id",
  "indicator_name",
  "section",
  "sheet_reference",
].map((column) => indicatorDimension.columns.findIndex(({ name }) => name === column));
/** What tells indicators of one name apart, the plainest first. */
const APART = [SECTION, REFERENCE, ID];

/**
 * The rows with names that are there once: a report draws figures by name, and two of one name
 * would be one line of it. Capitals make no difference there.
 */
function namedApart(rows: readonly Row[]): Row[] {
  const alike = new Map<string, Row[]>();
  for (const row of rows) {
    const name = String(row[NAME]).trim().toLowerCase();
    alike.set(name, [...(alike.get(name) ?? []), row]);
  }
  return rows.map((row) => {
    const same = alike.get(String(row[NAME]).trim().toLowerCase())!;
    if (same.length === 1) return row;
    const by = APART.find(
      (column) =>
        same.every((one) => one[column] !== null) &&
        new Set(same.map((one) => String(one[column]).toLowerCase())).size === same.length,
    )!;
    return row.map((value, column) => (column === NAME ? `${value} (${row[by]})` : value));
  });
}

/**
 * The indicator dimension: every indicator that has a figure, those of the sheets in their order
 * first, then those that we know and the council's own.
 */
export function indicatorRows(
  values: readonly KpiValueRow[],
  sheets: readonly KpiSheet[],
  known: readonly CatalogueEntry[],
): StarData {
  const used = new Set(values.map(({ indicator_id }) => indicator_id));
  const frequencies = figureFrequencies(values, meantFrequencies(sheets, known));
  const rows = new Map<string, Row>();
  const add = (id: string, make: (read: Frequency | null, order: number) => Row): void => {
    if (used.has(id) && !rows.has(id))
      rows.set(id, make(frequencies.get(id) ?? null, rows.size + 1));
  };
  for (const { rows: kpis, file } of sheets)
    for (const kpi of kpis) add(kpi.id, (read, order) => fromSheet(kpi, file, read, order));
  for (const indicator of known)
    add(indicator.id, (read, order) => fromCatalogue(indicator, read, order));
  return rowsTable(indicatorDimension, namedApart([...rows.values()]));
}
