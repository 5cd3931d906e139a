import { unzipSync, zipSync } from "fflate";
import writeXlsx, { type Cell, type SheetData } from "write-excel-file/universal";
import { choicesFeature, type Offered } from "./workbook-choices";
import { isoOf, type Day } from "../calendar/day";

export interface WorkbookColumn extends Offered {
  /**
   * `day` is a calendar day, which becomes a date of Excel; `percent` a number with one decimal
   * place; `number` one as it is.
   */
  readonly type: "text" | "day" | "whole" | "percent" | "number";
  /** In characters. */
  readonly width: number;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  /** In the order of the columns; null is an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Excel has no dates before 1900; its day 1 is this one. */
const FIRST_EXCEL_DAY = -25567;
const DAY_MS = 86_400_000;

const dateCell = (day: Day): Cell =>
  day < FIRST_EXCEL_DAY
    ? { value: isoOf(day), type: String, format: "@" }
    : { value: new Date(day * DAY_MS), type: Date, format: "dd/mm/yyyy" };

/**
 * Text has the format of text, so that Excel shows a long number as it is and takes nothing for a
 * formula.
 */
function cellOf(value: string | number | null, type: WorkbookColumn["type"]): Cell {
  if (value === null) return null;
  if (typeof value === "string") return { value, type: String, format: "@" };
  if (type === "day") return dateCell(value);
  return type === "number"
    ? value
    : { value, type: Number, format: type === "percent" ? "0.0" : "0" };
}

/**
 * An .xlsx workbook with a frozen row of headings on each sheet and no formulas. The same sheets
 * give the same bytes.
 */
export async function workbookBytes(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const content = sheets.map(({ name, columns, rows }) => {
    const headings: SheetData = [
      columns.map(
        ({ heading }) =>
          ({
            value: heading,
            type: String,
            fontWeight: "bold",
            wrap: true,
            alignVertical: "top",
          }) as const,
      ),
    ];
    return {
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
      data: headings.concat(
        rows.map((row) => row.map((value, i) => cellOf(value, columns[i].type))),
      ),
    };
  });
  const features = [choicesFeature(sheets.map(({ columns }) => columns))];
  const blob = await writeXlsx(content, { features }).toBlob();
  // The library stamps the time into the archive.
  return zipSync(unzipSync(new Uint8Array(await blob.arrayBuffer())), {
    mtime: new Date(1980, 0, 1),
  });
}
