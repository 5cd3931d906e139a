import type { IndicatorTarget } from "../compare/targets";
import type { Boards } from "../sources/board-file/placed";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { dateRows } from "../star/date-rows";
import { dateSpan } from "../star/date-span";
import type { RowMeasure } from "../star/declaration";
import type { Star, StarData } from "../star/frame";
import { kpiTables } from "../star/kpi-tables-data";
import { figuresTable } from "../star/figures-table";
import { kpiValue } from "../star/kpi-value";
import { usedTables } from "../star/used-tables";
import { boardTables } from "./board-tables";
import { areaRows, type SmallArea } from "./area-rows";
import type { Compared } from "./compare-figures";
import { exceptionRows } from "./exception-rows";
import { indicatorRows } from "./indicator-stage";
import type { KeyedSources } from "./loaded";
import { sourceRows, type KeyedBoard } from "./source-rows";
import { targetRows } from "./target-rows";

interface StarParts {
  readonly authority: string;
  /** Code of a board whose area is counted besides; null where none is. */
  readonly board: string | null;
  /** Dimensions of children, and the tables of the collections. */
  readonly dimensions: readonly StarData[];
  readonly facts: readonly StarData[];
  readonly smallAreas: readonly SmallArea[];
  readonly sources: KeyedSources;
  readonly kept: KeyedBoard;
  readonly boards: Boards;
  readonly compared: Compared;
  readonly known: readonly CatalogueEntry[];
  readonly targets: readonly IndicatorTarget[];
  readonly rowMeasures: readonly RowMeasure[];
}

/** A table whose declaration has the measures over its rows. */
function withMeasures({ declaration, frame }: StarData, all: readonly RowMeasure[]): StarData {
  const measures = all.filter(({ fact }) => fact === declaration.name);
  return measures.length === 0
    ? { declaration, frame }
    : { declaration: { ...declaration, measures }, frame };
}

/** Dimensions that stay though no fact points to them. */
const ALWAYS: readonly string[] = ["date", "area", "indicator", "source"];

/** Puts the tables of a star together, with the dimensions that all collections share. */
export function makeStar({
  authority,
  board,
  dimensions,
  facts,
  smallAreas,
  sources,
  kept,
  boards,
  compared,
  known,
  targets,
  rowMeasures,
}: StarParts): Star {
  const values = figuresTable(kpiValue, compared.rows);
  const ends = [
    ...sources.rows.flatMap(({ source: { from, to } }) => [from, to]),
    ...compared.rows.map(({ period_end }) => period_end),
  ];
  const [first, last] = ends.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [Infinity, -Infinity],
  );
  const indicators = indicatorRows(compared.rows, { boards, sheets: kept.kpiSheets, known });
  const areas = areaRows(authority, smallAreas, board);
  const days = dateSpan([...facts, values], first, last);
  const tables = [
    dateRows(days.from, days.to),
    ...dimensions,
    ...facts.map((table) => withMeasures(table, rowMeasures)),
    areas,
    indicators,
    sourceRows(sources, kept),
    targetRows(kept.kpiSheets, targets, boards),
    ...boardTables(boards, compared, known),
    values,
    ...kpiTables(values, compared.rows, areas, dimensions),
    exceptionRows(compared),
  ];
  // What a collection gives it wants kept, also where no fact points to it.
  const always = new Set([...ALWAYS, ...facts.map(({ declaration: { name } }) => name)]);
  return new Map(usedTables(tables, always).map((table) => [table.declaration.name, table]));
}
