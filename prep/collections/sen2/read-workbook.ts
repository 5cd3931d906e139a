import type { ProblemList } from "../../scan/problems";
import type { CellValue } from "../../scan/workbook/model";
import { tableFromRows, type SheetRows } from "../../scan/workbook/sheet-rows";
import { linkByRequest, type LinkedTable, type RawTables } from "./link";
import {
  foldHeading,
  templateColumn,
  templateTitles,
  workbookColumn,
  workbookSheets,
} from "./template";

const firstCell = (row: readonly CellValue[] | undefined): string =>
  foldHeading(String(row?.[0] ?? ""));
const heading = (cell: CellValue): string => (cell === null ? "" : String(cell));

/**
 * The nine stacked tables of the DfE submission template: a title row, a heading row that begins with "Record Type", then records up to the
 * next title. Records may have the title in their first cell, too; rows with nothing else are no records.
 */
export function readTemplate(file: string, sheet: SheetRows, problems: ProblemList): LinkedTable[] {
  const tables: RawTables = {};
  const titles = sheet.rows.flatMap((row, index) => {
    const name = templateTitles[firstCell(row)];
    return name && firstCell(sheet.rows[index + 1]) === "record type" ? [{ name, index }] : [];
  });
  titles.forEach(({ name, index }, n) => {
    const end = titles[n + 1]?.index ?? sheet.rows.length;
    const headings = sheet.rows[index + 1].map((cell) => templateColumn(name, heading(cell)));
    const body = sheet.rows.slice(index + 2, end).map(([, ...cells]) => [null, ...cells]);
    tables[name] = { file, raw: tableFromRows(name, headings, body, index + 3, problems) };
  });
  return linkByRequest(tables);
}

/** The sheets of a pre-submission workbook, one table a sheet with its headings in the first row. */
export function readSubmissionWorkbook(
  file: string,
  sheets: readonly SheetRows[],
  problems: ProblemList,
): LinkedTable[] {
  const tables: RawTables = {};
  for (const sheet of sheets) {
    const name = workbookSheets[foldHeading(sheet.name)];
    if (!name) continue;
    const headings = (sheet.rows[0] ?? []).map((cell) => workbookColumn(name, heading(cell)));
    tables[name] = { file, raw: tableFromRows(name, headings, sheet.rows.slice(1), 2, problems) };
  }
  return linkByRequest(tables);
}
