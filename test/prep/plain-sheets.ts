import { readWorkbook } from "../../prep/scan/workbook/read-workbook";
import { sheetRows, type SheetRows } from "../../prep/scan/workbook/sheet-rows";

/** The sheets of a workbook as plain values. */
export const plainSheets = async (bytes: Uint8Array): Promise<SheetRows[]> =>
  (await readWorkbook(bytes)).sheets.map(sheetRows);
