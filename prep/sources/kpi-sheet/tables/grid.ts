import { readNumber } from "../../../../src/kpi/read-number";
import { PercentFigure } from "../../../scan/workbook/printed-rows";
import type { RawCell } from "../cell";

/** Cells of a sheet; rows and columns from 0. */
export interface Grid {
  readonly rows: readonly (readonly RawCell[])[];
  readonly width: number;
}

export const gridOf = (rows: readonly (readonly RawCell[])[]): Grid => ({
  rows,
  width: rows.reduce((most, cells) => Math.max(most, cells.length), 0),
});

/** A cell in words; a date as its ISO day. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell).trim();
}

export const textAt = ({ rows }: Grid, row: number, column: number): string =>
  cellText(rows[row]?.[column]);

const YEAR = /^(?:20[0-4]\d)$/;

/** Whether a cell is a number, and no year that a heading may be. */
export function isFigure(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined || typeof cell === "boolean") return false;
  if (cell instanceof PercentFigure) return true;
  if (cell instanceof Date) return false;
  if (typeof cell === "number") return !YEAR.test(String(cell));
  const text = cell.trim().replace(/\s*\([^()]*\)$/, "");
  return text !== "" && !YEAR.test(text) && readNumber(text) !== null;
}

/** Whether a cell below headings is a number, which may look like a year. */
export const isNumber = (cell: RawCell | undefined): boolean =>
  typeof cell === "number" ||
  isFigure(cell) ||
  (typeof cell === "string" && YEAR.test(cell.trim()));

/** Columns of a row, from one to another, that are not blank. */
export function filledIn(grid: Grid, row: number, from = 0, to = grid.width - 1): number[] {
  const filled: number[] = [];
  for (let column = from; column <= to; column++)
    if (textAt(grid, row, column) !== "") filled.push(column);
  return filled;
}
