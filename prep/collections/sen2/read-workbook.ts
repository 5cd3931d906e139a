import { tableFromRows, type CellValue, type Sheet } from "../../scan/workbook";
import type { Sen2TableName } from "./fields";
import { linkByRequest, type LinkedTable, type RawTables } from "./link";
import { foldHeading, templateColumn, templateTitles, workbookColumn, workbookSheets } from "./template";

const titleOf = (row: readonly CellValue[]): Sen2TableName | undefined => templateTitles[foldHeading(String(row[0] ?? ""))];
const heading = (cell: CellValue): string => (cell === null ? "" : String(cell));

/** The nine stacked tables of the DfE submission template: a title row, a heading row, then records up to the next title; blank rows between are no records. */
export function readTemplate(file: string, sheet: Sheet): LinkedTable[] {
  const tables: RawTables = {};
  const titles = sheet.rows.flatMap((row, index) => {
    const name = titleOf(row);
    return name ? [{ name, index }] : [];
  });
  titles.forEach(({ name, index }, n) => {
    const end = titles[n + 1]?.index ?? sheet.rows.length;
    const headings = (sheet.rows[index + 1] ?? []).map((cell) => templateColumn(name, heading(cell)));
    const body = sheet.rows.slice(index + 2, end);
    tables[name] = { file, raw: tableFromRows(name, headings, body, index + 3) };
  });
  return linkByRequest(tables);
}

/** The sheets of a pre-submission workbook, one table a sheet with its headings in the first row. */
export function readSubmissionWorkbook(file: string, sheets: readonly Sheet[]): LinkedTable[] {
  const tables: RawTables = {};
  for (const sheet of sheets) {
    const name = workbookSheets[foldHeading(sheet.name)];
    if (!name) continue;
    const headings = (sheet.rows[0] ?? []).map((cell) => workbookColumn(name, heading(cell)));
    tables[name] = { file, raw: tableFromRows(name, headings, sheet.rows.slice(1), 2) };
  }
  return linkByRequest(tables);
}
