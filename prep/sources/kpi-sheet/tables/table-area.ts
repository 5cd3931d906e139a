import type { Heading } from "./heading";
import { isFigure, type Grid } from "./grid";

/** Reads the cell of a row and column as a heading; blank cells too. */
export type HeadingAt = (row: number, column: number) => Heading;

/** A table of a sheet: where its headings stand and how far it goes. */
export interface TableArea {
  readonly left: number;
  readonly right: number;
  /** First and last row of the headings. */
  readonly top: number;
  readonly headings: number;
  /** The row behind its last. */
  readonly end: number;
  /** Column of the heading that names KPIs; -1 where none does. */
  readonly name: number;
}

/** Rows below a heading in which its first figures stand. */
export const NEAR = 4;

export const figuresBelow = (grid: Grid, row: number, column: number): boolean =>
  Array.from({ length: NEAR }, (_, i) => grid.rows[row + 1 + i]?.[column]).some(isFigure);
