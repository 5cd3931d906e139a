import type { RawCell } from "./cell";

export type SheetRow = readonly RawCell[];

/** Rows of one sheet, or of a CSV file, as the byte readers give them. */
export interface KpiSheetInput {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** Name of the sheet; empty for a CSV file. */
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  /**
   * The cells say themselves which numbers are per cent, as those of a workbook do; else a row of
   * fractions is guessed to be.
   */
  readonly formatsKnown?: boolean;
  /** Colour behind a cell as `RRGGBB`, rows and columns from 0; null where it has none. */
  readonly fillAt?: (row: number, column: number) => string | null;
}

export const isBlankRow = (cells: SheetRow): boolean =>
  cells.every((cell) => cell === null || (typeof cell === "string" && cell.trim() === ""));
