import { dateOfIso, dateOfSerial } from "./excel-date";
import {
  CellError,
  NOT_CALCULATED,
  type SheetCell,
  type CellRange,
  type CellStyle,
} from "./sheet-cell";
import { plainText } from "./shared-strings";
import { PLAIN } from "./styles";
import { PartFault, readEvents, type Attributes } from "./xml-events";

/**
 * More cells than this, or a far cell that spans more, are refused: a reader of rows fills all
 * before it.
 */
export const MOST_CELLS = 20_000_000;

/** The cells of a sheet reach further than a reader can follow. */
export class TooManyCells extends Error {}

/** What the cells of every sheet of a workbook refer to. */
export interface SharedParts {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
}

/** What a sheet holds; see `Sheet`. */
interface SheetCells {
  readonly rows: (SheetCell | null)[][];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly merges: CellRange[];
  readonly formulas: { calculated: number; empty: number };
}

/** Row and column of an address such as `B7`, from 0; null where it is none. */
function placeOf(address: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address);
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

function rangeOf(reference: string): CellRange | null {
  const [first, last] = reference.split(":").map(placeOf);
  return first && last
    ? {
        firstRow: first.row,
        firstColumn: first.column,
        lastRow: last.row,
        lastColumn: last.column,
      }
    : null;
}

const isOn = (value: string | null): boolean => value === "1" || value === "true";

/** The value of a cell whose number stands in `raw`. */
function numberOrDate(raw: string, style: CellStyle, from1904: boolean): SheetCell["value"] {
  const number = Number(raw);
  if (!Number.isFinite(number)) return new CellError("#VALUE!");
  return style.format.kind === "date" ? (dateOfSerial(number, from1904) ?? number) : number;
}

/** The value of a cell by its type; null where it is empty. */
function valueOf(
  type: string,
  raw: string,
  style: CellStyle,
  { strings, from1904 }: SharedParts,
): SheetCell["value"] | null {
  if (type === "inlineStr" || type === "str") return plainText(raw) || null;
  if (raw.trim() === "") return null;
  switch (type) {
    case "s":
      return strings[Number(raw)] || null;
    case "b":
      return raw.trim() === "1" || raw.trim() === "true";
    case "e":
      return new CellError(raw.trim());
    case "d":
      return dateOfIso(raw) ?? new CellError("#VALUE!");
    default:
      return numberOrDate(raw, style, from1904);
  }
}

/** A cell while it is being read. */
interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  raw: string;
  formula: boolean;
}

/** Puts cells into rows, and counts how far they reach. */
function rowFiller(): { rows: (SheetCell | null)[][]; put(at: OpenCell, value: SheetCell): void } {
  const rows: (SheetCell | null)[][] = [];
  let [columns, count] = [0, 0];
  return {
    rows,
    put({ row, column }, cell) {
      columns = Math.max(columns, column + 1);
      if (
        (row + 1) * columns > MOST_CELLS ||
        rows.length * columns > MOST_CELLS ||
        ++count > MOST_CELLS
      )
        throw new TooManyCells();
      while (rows.length <= row) rows.push([]);
      const cells = rows[row];
      while (cells.length < column) cells.push(null);
      cells[column] = cell;
    },
  };
}

/**
 * Reads a worksheet part. Throws `PartFault` for a damaged one and `TooManyCells` for one that
 * would fill memory.
 */
export function readSheetCells(bytes: Uint8Array, shared: SharedParts): SheetCells {
  const { rows, put } = rowFiller();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const merges: CellRange[] = [];
  const formulas = { calculated: 0, empty: 0 };
  let [row, column] = [-1, -1];
  let cell: OpenCell | null = null;
  let reading = 0;
  let collects = false;

  function openRow(attributes: Attributes): void {
    const given = attributes.get("r");
    row = given === null ? row + 1 : Number(given) - 1;
    if (!Number.isInteger(row) || row < 0) throw new PartFault("a row without a number");
    column = -1;
    if (isOn(attributes.get("hidden"))) hiddenRows.add(row);
  }

  function openCell(attributes: Attributes): void {
    const address = attributes.get("r");
    const place = address === null ? { row, column: column + 1 } : placeOf(address);
    if (place === null) throw new PartFault("a cell without a place");
    column = place.column;
    cell = {
      ...place,
      type: attributes.get("t") ?? "n",
      style: shared.styles[Number(attributes.get("s") ?? 0)] ?? PLAIN,
      raw: "",
      formula: false,
    };
  }

  function closeCell(done: OpenCell): void {
    const { type, raw, style, formula } = done;
    const value = valueOf(type, raw, style, shared);
    // A formula whose result is an empty text has one; one without any was never calculated.
    const uncalculated = formula && value === null && type !== "str";
    if (formula) formulas[uncalculated ? "empty" : "calculated"] += 1;
    if (uncalculated) put(done, { value: new CellError(NOT_CALCULATED), style, formula });
    else if (value !== null) put(done, { value, style, formula });
  }

  function hideColumns(attributes: Attributes): void {
    if (!isOn(attributes.get("hidden"))) return;
    const last = Math.min(Number(attributes.get("max")), 1 << 14);
    for (let i = Number(attributes.get("min")); i <= last; i++) hiddenColumns.add(i - 1);
  }

  readEvents(bytes, {
    open(tag, attributes) {
      if (tag === "c") openCell(attributes);
      else if (tag === "row") openRow(attributes);
      else if (tag === "v" || tag === "t") collects = cell !== null && reading === 0;
      else if (tag === "rPh") reading++;
      else if (tag === "f" && cell !== null) cell.formula = true;
      else if (tag === "col") hideColumns(attributes);
      else if (tag === "mergeCell") {
        const range = rangeOf(attributes.get("ref") ?? "");
        if (range !== null) merges.push(range);
      }
    },
    text(piece) {
      if (collects && cell !== null) cell.raw += piece;
    },
    close(tag) {
      collects = false;
      if (tag === "rPh") reading--;
      else if (tag === "c" && cell !== null) {
        closeCell(cell);
        cell = null;
      }
    },
  });
  return { rows, hiddenRows, hiddenColumns, merges, formulas };
}
