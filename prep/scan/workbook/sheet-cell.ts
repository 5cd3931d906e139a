import type { NumberFormat } from "./number-format";

/**
 * A value of a workbook that stands for none, such as `#N/A`, or a formula that was never
 * calculated: not understood, which is not the same as not given.
 */
export class CellError {
  constructor(readonly code: string) {}
  toString(): string {
    return this.code;
  }
}

/** The code of a formula whose result the workbook does not hold. */
export const NOT_CALCULATED = "#NOT CALCULATED";

/**
 * What a cell holds. Text is trimmed; a date is midnight UTC of its day, or its time of that day.
 */
export type CellValue = string | number | boolean | Date | CellError | null;

/** How cells look; those that look the same share one. */
export interface CellStyle {
  readonly format: NumberFormat;
  /**
   * Colour behind the cell as `RRGGBB`; null where it has none. Colours that rules give
   * (conditional formats) are not among them.
   */
  readonly fill: string | null;
  readonly bold: boolean;
}

export interface SheetCell {
  readonly value: Exclude<CellValue, null>;
  readonly style: CellStyle;
  /** The value is the stored result of a formula. */
  readonly formula: boolean;
}

/** Rows and columns from 0, both ends in the range. */
export interface CellRange {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly name: string;
  readonly state: "visible" | "hidden" | "veryHidden";
  /** `rows[0]` is row 1 of the sheet. A row ends with its last cell that has a value. */
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** Rows and columns that are hidden or folded away, from 0; columns as far as the cells go. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The value of the first cell holds for all of the range. */
  readonly merges: readonly CellRange[];
}
