import type { ProblemList } from "../../../scan/problems";
import type { CellValue } from "../../../scan/workbook/sheet-cell";
import { tableFromRows, type SheetRows } from "../../../scan/workbook/sheet-rows";
import type { Sen2TableName } from "../fields/fields";
import { linkByRequest, type LinkedTable, type RawTables } from "./link";
import {
  foldTemplateHeading,
  templateColumn,
  templateTitles,
  isWorkbookColumn,
  workbookColumn,
  workbookSheets,
} from "./template";

const firstCell = (row: readonly CellValue[] | undefined): string =>
  foldTemplateHeading(String(row?.[0] ?? ""));
const heading = (cell: CellValue): string => (cell === null ? "" : String(cell));

/**
 * The nine stacked tables of the DfE submission template: a title row, a heading row that begins
 * with "Record Type", then records up to the
 * next title. Records may have the title in their first cell, too; rows with nothing else are no
 * records.
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

/** Rows at the top of a sheet in which the headings are looked for. */
const SEARCHED = 30;

/**
 * The row of a sheet, from 0, that knows most of its table's headings: there may be titles above
 * it.
 */
function headingRow(name: Sen2TableName, { rows }: SheetRows): number {
  const known = rows
    .slice(0, SEARCHED)
    .map((row) => row.filter((cell) => isWorkbookColumn(name, heading(cell))).length);
  return Math.max(0, known.indexOf(Math.max(...known)));
}

/** The sheets of a pre-submission workbook, one table a sheet. */
export function readSubmissionWorkbook(
  file: string,
  sheets: readonly SheetRows[],
  problems: ProblemList,
): LinkedTable[] {
  const tables: RawTables = {};
  for (const sheet of sheets) {
    const name = workbookSheets[foldTemplateHeading(sheet.name)];
    if (!name) continue;
    const at = headingRow(name, sheet);
    const headings = (sheet.rows[at] ?? []).map((cell) => workbookColumn(name, heading(cell)));
    const body = sheet.rows.slice(at + 1);
    tables[name] = { file, raw: tableFromRows(name, headings, body, at + 2, problems) };
  }
  return linkByRequest(tables);
}
