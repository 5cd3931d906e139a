import type { SheetCell, CellRange, Sheet } from "./sheet-cell";
import { MOST_CELLS } from "./sheet-cells";

type Rows = readonly (readonly (SheetCell | null)[])[];

/** Whether a merge lies in rows that hold nothing else: a title, or the heading of a section. */
function isBanner(rows: Rows, { firstRow, firstColumn, lastRow, lastColumn }: CellRange): boolean {
  if (firstColumn === lastColumn) return false;
  for (let row = firstRow; row <= Math.min(lastRow, rows.length - 1); row++)
    for (const [column, cell] of rows[row].entries())
      if (cell !== null && (column < firstColumn || column > lastColumn)) return false;
  return true;
}

/**
 * The cells of a sheet in rows of one length, with the value of each merge in every cell of it, as
 * far as the sheet has values at all. A merge across rows that hold
 * nothing else is a title or the heading of a section: it stays in its first cell.
 */
export function heldCells({ rows, merges }: Pick<Sheet, "rows" | "merges">): Rows {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const held = rows.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? null));
  let filled = 0;
  for (const merge of merges) {
    const { firstRow, firstColumn, lastRow, lastColumn } = merge;
    const cell = rows[firstRow]?.[firstColumn] ?? null;
    if (cell === null || isBanner(rows, merge)) continue;
    for (let row = firstRow; row <= Math.min(lastRow, held.length - 1); row++)
      for (let column = firstColumn; column <= Math.min(lastColumn, width - 1); column++) {
        held[row][column] = cell;
        // Merges that overlap are damage; they must not take all the time there is.
        if (++filled > MOST_CELLS) return held;
      }
  }
  return held;
}
