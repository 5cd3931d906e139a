import type { Frequency } from "../../src/kpi/frequency";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import { figureFrequencies } from "../compare/current-figures";
import { sheetsOn } from "../sources/board-file/on-sheets";
import { eachBoard, type Boards, type OneBoard } from "../sources/board-file/placed";
import type { KpiValueRow } from "../star/kpi-value-row";
import { boardKpi } from "../star/board-tables";
import type { StarData } from "../star/frame";
import { rowsTable } from "../star/rows-table";
import { onBoard, type IndicatorRow } from "./indicator-rows";
import { meantFrequencies, namedApart, rowMakers } from "./indicator-stage";

/** What the rows of boards are made of. */
interface BoardSources {
  readonly boards: Boards;
  readonly known: readonly CatalogueEntry[];
}

/** The columns of a board's row that the indicator dimension calls otherwise. */
const CALLED: Readonly<Record<string, string>> = {
  printed_name: "indicator_name",
  number: "sheet_reference",
};

/** The KPIs of one board that have a row among the figures, in its order. */
function rowsOf(
  { name, boards }: Pick<OneBoard, "boards"> & { readonly name: string | null },
  place: number,
  { known, read }: { known: readonly CatalogueEntry[]; read: ReadonlyMap<string, Frequency> },
): IndicatorRow[] {
  const makers = rowMakers({ sheets: sheetsOn(boards, boards.printed), known });
  const rows = boards.kpis
    .filter(({ id }) => read.has(id))
    .map((kpi): IndicatorRow => {
      const frequency = read.get(kpi.id)!;
      const notes = boards.notes.filter(({ id }) => id === kpi.id);
      const under = makers.get(kpi.id)?.(frequency) ?? null;
      return { headline: false, ...onBoard(kpi, notes, under) };
    });
  return namedApart(rows).map((row, i) => ({
    ...row,
    board: name,
    board_number: place + 1,
    board_order: i + 1,
  }));
}

/** The KPIs of every board that have a row among the figures, each board in its own order. */
export function boardKpiRows(
  values: readonly KpiValueRow[],
  { boards, known }: BoardSources,
): StarData {
  const read = figureFrequencies(values, meantFrequencies(boards.printed, known));
  const several = eachBoard(boards);
  const all = several.length > 0 ? several : [{ name: boards.kpis[0]?.board ?? null, boards }];
  return rowsTable(
    boardKpi,
    all
      .flatMap((board, place) => rowsOf(board, place, { known, read }))
      .map((row) => boardKpi.columns.map(({ name }) => row[CALLED[name] ?? name] ?? null)),
  );
}
