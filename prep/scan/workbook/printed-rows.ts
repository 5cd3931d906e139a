import { monthNames } from "../../calendar/periods";
import { heldCells } from "./held-cells";
import { CellError, type SheetCell, type Sheet } from "./sheet-cell";

/**
 * Above this, 1,000 %, a cell formatted as per cent holds what was typed: a count or a whole
 * percentage.
 */
const MOST_FRACTION = 10;

/** A number in a cell that is formatted as per cent: 0.67 that shows as 67%. */
export class PercentFigure {
  constructor(
    /** As the workbook stores it. */
    readonly stored: number,
    /** Decimals that the cell shows. */
    readonly decimals: number,
  ) {}

  /** No share of anything: the format is wrong, and the number stands as it was typed. */
  get isTyped(): boolean {
    return Math.abs(this.stored) > MOST_FRACTION;
  }

  /** In per cent. */
  get value(): number {
    return Number((this.stored * 100).toPrecision(12));
  }

  /** As the cell shows it, such as `67%`. */
  toString(): string {
    return `${this.value.toFixed(this.decimals)}%`;
  }
}

/** A cell as a person sees it, as far as that changes what it says. */
export type PrintedCell = string | number | boolean | Date | PercentFigure | null;

interface PrintedRows {
  readonly name: string;
  /** `rows[0]` is row 1 of the sheet. */
  readonly rows: readonly (readonly PrintedCell[])[];
}

function printedDate(date: Date, grain: "day" | "month" | "year" | null): Date | string {
  const year = date.getUTCFullYear();
  if (grain === "month") return `${monthNames[date.getUTCMonth()]} ${year}`;
  return grain === "year" ? String(year) : date;
}

function printed(cell: SheetCell | null): PrintedCell {
  if (cell === null) return null;
  const { value, style } = cell;
  if (value instanceof CellError) return value.code;
  if (value instanceof Date) return printedDate(value, style.format.grain);
  return typeof value === "number" && style.format.kind === "percent"
    ? new PercentFigure(value, style.format.decimals ?? 0)
    : value;
}

/**
 * The cells of a sheet as they are shown: a number formatted as per cent is one, a date that shows
 * `Mar-25` is that month in words, an error is its code.
 * The value of a merged cell stands in all of it.
 */
export const printedRows = (sheet: Sheet): PrintedRows => ({
  name: sheet.name,
  rows: heldCells(sheet).map((cells) => cells.map(printed)),
});
