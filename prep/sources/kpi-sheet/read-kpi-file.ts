import type { Finding } from "../../check/finding";
import { problemList } from "../../scan/problems";
import { printedRows } from "../../scan/workbook/printed-rows";
import { readWorkbook } from "../../scan/workbook/read-workbook";
import { visibleSheets } from "../../scan/workbook/visible-sheets";
import type { RawTable, ScanProblem } from "../../scan/raw-table";
import { readKpiSheet, type KpiSheet, type KpiSheetOptions } from "./read-kpi-sheet";
import type { KpiSheetInput } from "./sheet";

export interface KpiFile {
  /** The sheets that hold KPIs, and any that could not be made out where none does. */
  readonly sheets: readonly KpiSheet[];
  /** What was wrong with the file as a whole. */
  readonly findings: readonly Finding[];
}

/** A reader's problem as a finding. */
const problemFinding = (file: string, { code, severity, message, line }: ScanProblem): Finding => ({
  rule: code,
  severity,
  file,
  table: "",
  record: line === null ? "" : `row ${line}`,
  line,
  field: null,
  message,
  action: "Correct the file and load it again.",
});

/** Reads a workbook of KPIs: every sheet whose headings are known. A file that cannot be opened (a password, damage, a size beyond reason) gives a finding. */
export async function readKpiWorkbook(
  file: string,
  bytes: Blob | ArrayBuffer | Uint8Array,
  options: KpiSheetOptions = {},
): Promise<KpiFile> {
  const { sheets, problems } = await readWorkbook(bytes);
  const hidden = problemList();
  const read = visibleSheets(sheets, hidden)
    .map(printedRows)
    .map(({ name, rows }) =>
      readKpiSheet({ file, sheet: name, rows, formatsKnown: true }, options),
    );
  const known = read.filter(({ layout }) => layout !== null);
  return {
    sheets: known.length > 0 ? known : read,
    findings: [...problems, ...hidden.finish()].map((problem) => problemFinding(file, problem)),
  };
}

/** The rows of a table that the CSV reader gave, headings first, as they stand in the file. */
export function sheetOfTable(file: string, table: RawTable): KpiSheetInput {
  const columns = [...table.columns.entries()];
  const headings = columns.map(([name]) => table.spelling.get(name) ?? name);
  const rows: (string | null)[][] = [headings];
  for (let row = 0; row < table.rowCount; row++)
    rows[Math.max(1, table.lines[row] - 1)] = columns.map(([, column]) => column.at(row));
  return { file, sheet: "", rows: Array.from(rows, (cells) => cells ?? []) };
}
