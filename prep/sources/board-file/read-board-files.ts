import { bytesOf } from "../../extracts/bytes-of";
import { fileFinding, scanFinding } from "../../extracts/file-rules";
import type { ExtractFiles, OpenedWorkbook } from "../../extracts/read-workbooks";
import type { Reading } from "../../extracts/reading";
import type { Sheet } from "../../scan/workbook/sheet-cell";
import { printedRows } from "../../scan/workbook/printed-rows";
import { scanGrid } from "../../scan/scan";
import { detectEncoding } from "../../scan/encoding";
import { withLost } from "../text-reading";
import type { BoardSheet } from "./board-file";
import { CHOICES_HEADING } from "./columns";
import { boardOfJson } from "./board-json";
import { isBoardHeading } from "./find-headings";
import { readBoardSheet, type BoardInput } from "./read-board-sheet";

/** Kinds of files that boards come in besides workbooks. */
export const BOARD_CSV = "board-csv";
export const BOARD_JSON = "board-json";

const labelOf = (sheets: readonly BoardSheet[]): string => {
  const count = (of: "kpis" | "notes"): number =>
    sheets.reduce((sum, sheet) => sum + sheet[of].length, 0);
  return `board file (KPIs: ${count("kpis")}, notes: ${count("notes")})`;
};

const sheetsOf = (inputs: readonly BoardInput[]): BoardSheet[] =>
  inputs.flatMap((input) => readBoardSheet(input) ?? []);

/** What board files hold, and the workbooks without the sheets that are boards. */
interface BoardFilesRead {
  readonly boardSheets: readonly BoardSheet[];
  readonly workbooks: readonly OpenedWorkbook[];
}

/** A workbook without the boards in it, and without the KPIs to choose from. */
function restOf({ file, sheets }: OpenedWorkbook, boards: readonly BoardSheet[]): OpenedWorkbook {
  const taken = new Set(boards.map(({ sheet }) => sheet));
  const isRest = (sheet: Sheet): boolean =>
    !taken.has(sheet.name) && sheet.rows[0]?.[0]?.value !== CHOICES_HEADING;
  return { file, sheets: sheets.filter(isRest) };
}

/**
 * Reads the board files among the files: workbooks, CSV and JSON. Those that it takes are noted in
 * `reading`; what was found in them is too.
 */
export async function readBoardFiles(
  { files, workbooks }: ExtractFiles,
  reading: Reading,
): Promise<BoardFilesRead> {
  const all: BoardSheet[] = [];
  const take = (file: string, sheets: readonly BoardSheet[], rowsLost = 0): void => {
    if (sheets.length === 0) return;
    reading.takenFor.set(file, labelOf(sheets));
    for (const { findings, count } of sheets) {
      reading.findings.push(...findings);
      reading.rows.push(withLost(count, rowsLost));
    }
    all.push(...sheets);
  };
  const rest: OpenedWorkbook[] = [];
  for (const workbook of workbooks) {
    const { file, sheets } = workbook;
    if (reading.takenFor.has(file.name)) continue;
    const inputs = sheets.map(printedRows).map(({ name, rows }) => ({ sheet: name, rows }));
    const boards = sheetsOf(inputs.map((input) => ({ file: file.name, ...input })));
    take(file.name, boards);
    rest.push(boards.length === 0 ? workbook : restOf(workbook, boards));
  }
  for (const { file, kind } of files) {
    if (kind === BOARD_CSV) {
      const options = { keepsTexts: true };
      const grid = await scanGrid(reading.content(file), isBoardHeading, options);
      for (const problem of grid.problems)
        reading.findings.push(scanFinding(file.name, "", problem));
      const input = { file: file.name, sheet: "", rows: grid.rows };
      take(file.name, sheetsOf([input]), grid.rowsRejected);
    } else if (kind === BOARD_JSON) {
      const bytes = await bytesOf(reading.content(file));
      const text = new TextDecoder(detectEncoding(bytes).encoding).decode(bytes);
      const read = boardOfJson(file.name, text);
      if (typeof read !== "string") take(file.name, sheetsOf(read));
      else {
        reading.takenFor.set(file.name, null);
        reading.findings.push(fileFinding("F03", file.name, read));
      }
    }
  }
  return { boardSheets: all, workbooks: rest };
}
