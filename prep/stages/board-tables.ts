import type { Boards } from "../sources/board-file/placed";
import { boardKpi, kpiNote } from "../star/board-tables";
import type { StarData } from "../star/frame";
import { rowsTable } from "../star/rows-table";

/** KPIs of boards that are in the indicator dimension, each board in its own order. */
function kpiRows({ kpis }: Boards, known: ReadonlySet<string>): StarData {
  const counts = new Map<string | null, number>();
  return rowsTable(
    boardKpi,
    kpis
      .filter(({ id }) => known.has(id))
      .map((kpi) => {
        const order = (counts.get(kpi.board) ?? 0) + 1;
        counts.set(kpi.board, order);
        const { id, board, name, number, section, subsection, priority, owner, lead } = kpi;
        return [
          id,
          board,
          order,
          name,
          number,
          section,
          subsection,
          priority,
          kpi.headline ?? false,
          owner,
          lead,
        ];
      }),
  );
}

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

/** The tables of boards, for the indicators that are `known`; none without board files. */
export const boardTables = (boards: Boards, known: ReadonlySet<string>): StarData[] =>
  boards.files.length === 0 ? [] : [kpiRows(boards, known), noteRows(boards, known)];
