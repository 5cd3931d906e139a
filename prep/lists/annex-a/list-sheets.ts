import type { WorkbookSheet } from "../../publish/workbook";
import { columnsOf, sheetName } from "./columns";
import type { AnnexList } from "./row";

const WIDTHS = { text: 18, day: 12, whole: 12, percent: 10 } as const;

/** A list as a sheet with exactly the headings that it is asked for with. */
export function listSheet({ list, rows }: AnnexList): WorkbookSheet {
  const columns = columnsOf(list);
  return {
    name: sheetName(list),
    columns: columns.map(({ heading, type }) => ({ heading, type, width: WIDTHS[type] })),
    rows: rows.map((row) => columns.map(({ field }) => row[field])),
  };
}
