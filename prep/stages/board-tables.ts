import type { BoardFigures } from "../compare/board-exceptions";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import type { Boards } from "../sources/board-file/placed";
import { boardRating, kpiNote } from "../star/board-tables";
import { figuresTable } from "../star/figures-table";
import type { StarData } from "../star/frame";
import type { KpiValueRow } from "../star/kpi-value-row";
import { rowsTable } from "../star/rows-table";
import { boardKpiRows } from "./board-kpi-rows";
import type { Compared } from "./compare-figures";

/** The figures of each board as it rates them, where it rates them otherwise than the first. */
const ratingRows = (ratings: readonly BoardFigures[]): StarData[] =>
  ratings.length === 0
    ? []
    : [
        figuresTable(
          boardRating,
          ratings.flatMap(({ board, rows }) => rows.map((row) => ({ ...row, board }))),
          { board: (row) => (row as RatedForBoard).board },
        ),
      ];

type RatedForBoard = KpiValueRow & { readonly board: string };

function noteRows({ notes }: Boards, known: ReadonlySet<string>): StarData {
  // Of two notes of one KPI for one period the later row is the last word.
  const last = new Map(
    notes
      .filter(({ id }) => known.has(id))
      .map((note) => {
        const { id, board, period } = note;
        return [JSON.stringify([id, board, period.start, period.end]), note];
      }),
  );
  return rowsTable(
    kpiNote,
    [...last.values()].map(({ id, board, period, commentary, action, due, progress }) => [
      id,
      board,
      period.start,
      period.end,
      period.label,
      commentary,
      action,
      due,
      progress,
    ]),
  );
}

/** The tables of boards, for the figures that there are; none without board files. */
export function boardTables(
  boards: Boards,
  { rows, ofBoards }: Pick<Compared, "rows" | "ofBoards">,
  known: readonly CatalogueEntry[],
): StarData[] {
  if (boards.files.length === 0) return [];
  const ids = new Set(rows.map(({ indicator_id }) => indicator_id));
  return [boardKpiRows(rows, { boards, known }), ...ratingRows(ofBoards), noteRows(boards, ids)];
}
