import type { Frequency } from "../../src/kpi/frequency";
import { firstOfEach, type Boards } from "../sources/board-file/placed";
import type { KpiSheet } from "../sources/kpi-sheet/read-kpi-sheet";
import { figureFrequencies } from "../compare/current-figures";
import type { RatedIndicator } from "../compare/rate-rows";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { indicatorDimension } from "../star/dimensions";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import { givenColumns } from "../star/made-columns";
import { rowsTable } from "../star/rows-table";
import { fromCatalogue, fromSheet, onBoard, type IndicatorRow } from "./indicator-rows";

/** What rating needs to know of the indicators: those that we know and the council's own. */
export const ratedIndicators = (
  known: readonly CatalogueEntry[],
): ReadonlyMap<string, RatedIndicator> =>
  new Map(
    known.map(({ id, unit, decimals, polarity, cumulative, countsCases = true }) => [
      id,
      { unit, decimals, polarity, cumulative, countsCases },
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

/** What tells indicators of one name apart, the plainest first. */
const APART = ["section", "sheet_reference", "indicator_id"];

/**
 * The rows with names that are there once: a report draws figures by name, and two of one name
 * would be one line of it. Capitals make no difference there.
 */
export function namedApart(rows: readonly IndicatorRow[]): IndicatorRow[] {
  const nameOf = (row: IndicatorRow): string => String(row.indicator_name).trim().toLowerCase();
  const alike = new Map<string, IndicatorRow[]>();
  for (const row of rows) alike.set(nameOf(row), [...(alike.get(nameOf(row)) ?? []), row]);
  return rows.map((row) => {
    const same = alike.get(nameOf(row))!;
    if (same.length === 1) return row;
    const by = APART.find(
      (column) =>
        same.every((one) => (one[column] ?? null) !== null) &&
        new Set(same.map((one) => String(one[column]).toLowerCase())).size === same.length,
    )!;
    return { ...row, indicator_name: `${row.indicator_name} (${row[by]})` };
  });
}

/** What the indicator dimension is made of besides figures. */
interface IndicatorSources {
  readonly boards: Boards;
  readonly sheets: readonly KpiSheet[];
  readonly known: readonly CatalogueEntry[];
}

/** What sheets, else the catalogue, say of each indicator. */
export function rowMakers({
  sheets,
  known,
}: Omit<IndicatorSources, "boards">): ReadonlyMap<
  string,
  (read: Frequency | null) => IndicatorRow
> {
  const makers = new Map<string, (read: Frequency | null) => IndicatorRow>();
  for (const { rows, file } of sheets)
    for (const kpi of rows)
      if (!makers.has(kpi.id)) makers.set(kpi.id, (read) => fromSheet(kpi, file, read));
  for (const entry of known)
    if (!makers.has(entry.id)) makers.set(entry.id, (read) => fromCatalogue(entry, read));
  return makers;
}

/**
 * The indicator dimension: every indicator that has a figure, those of boards in their order first,
 * then those of the sheets in theirs, then those that we know and the council's own.
 */
export function indicatorRows(values: readonly KpiValueRow[], from: IndicatorSources): StarData {
  const { boards, sheets, known } = from;
  const used = new Set(values.map(({ indicator_id }) => indicator_id));
  const frequencies = figureFrequencies(values, meantFrequencies(sheets, known));
  const makers = rowMakers(from);
  const onBoards = firstOfEach(boards);
  const ids = [...new Set([...onBoards.keys(), ...makers.keys()])].filter((id) => used.has(id));
  const rows = ids.map((id): IndicatorRow => {
    const read = frequencies.get(id) ?? null;
    const under = makers.get(id)?.(read) ?? null;
    const kpi = onBoards.get(id);
    if (!kpi) return { ...under!, on_board: onBoards.size === 0 };
    const notes = boards.notes.filter((note) => note.id === id && note.board === kpi.board);
    return { on_board: true, figure_frequency: read, ...onBoard(kpi, notes, under) };
  });
  const columns = givenColumns(indicatorDimension.columns);
  return rowsTable(
    indicatorDimension,
    namedApart(rows).map((row) => columns.map(({ name }) => row[name] ?? null)),
  );
}
