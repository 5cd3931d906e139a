import readXlsxFile from "read-excel-file/universal";
import { headerNames } from "./csv-header";
import { problemList, type ProblemList } from "./problems";
import type { RawTable, ScanProblem } from "./raw-table";
import { TableBuilder } from "./table-builder";
import { formulaProblems } from "./workbook-formulas";
import { guardWorkbook } from "./workbook-guard";

/** A cell as the workbook holds it. A date is midnight UTC of its day. */
export type CellValue = string | number | boolean | Date | null;

export interface Sheet {
  readonly name: string;
  /** `rows[0]` is row 1 of the sheet. */
  readonly rows: readonly (readonly CellValue[])[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly problems: readonly ScanProblem[];
}

/** Reads an .xlsx workbook. Never throws for what it holds: one that cannot be read gives no sheets and a problem that says what to do. */
export async function readWorkbook(source: Blob | ArrayBuffer | Uint8Array): Promise<Workbook> {
  const bytes =
    source instanceof Uint8Array
      ? source
      : new Uint8Array(source instanceof Blob ? await source.arrayBuffer() : source);
  const problems = problemList();
  const guarded = guardWorkbook(bytes);
  if (!(guarded instanceof Uint8Array)) {
    problems.add(guarded.code, "error", guarded.message, null);
    return { sheets: [], problems: problems.finish() };
  }
  try {
    const sheets = await readXlsxFile(guarded.slice().buffer as ArrayBuffer);
    // The library's types name the constructor of Date where its values are dates.
    return {
      sheets: sheets.map(({ sheet, data }) => ({
        name: sheet,
        rows: data as unknown as CellValue[][],
      })),
      problems: formulaProblems(guarded),
    };
  } catch {
    problems.add(
      "workbook-unreadable",
      "error",
      "The workbook is damaged or uses something that cannot be read. Open it in Excel and save it as .xlsx again.",
      null,
    );
    return { sheets: [], problems: problems.finish() };
  }
}

/** A cell as text: numbers as JavaScript writes them, dates as `2024-03-31` (with `T09:30:00` where there is a time), yes and no as `true` and `false`. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return String(value).trim();
  if (Number.isNaN(value.getTime())) return "";
  const iso = value.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
}

/**
 * A table from rows of a sheet; rows without any value are left out. `firstLine` is the sheet's row number of `rows[0]`.
 * Headings that are empty or stand twice, and values beyond the last heading, are noted in `problems` where it is given.
 */
export function tableFromRows(
  name: string,
  headerRow: readonly CellValue[],
  rows: readonly (readonly CellValue[])[],
  firstLine: number,
  problems: ProblemList = problemList(),
): RawTable {
  const table = new TableBuilder(name);
  const headings = headerRow.map(cellText);
  while (headings.length > 0 && headings[headings.length - 1] === "") headings.pop();
  const columns = headerNames(headings, Math.max(1, firstLine - 1), problems).map((heading) =>
    table.column(heading),
  );
  const encoder = new TextEncoder();
  rows.forEach((cells, index) => {
    const values = cells.map(cellText);
    if (values.every((value) => value === "")) return;
    const line = firstLine + index;
    if (values.slice(columns.length).some((value) => value !== ""))
      problems.add(
        "sheet-value-beyond-headings",
        "warning",
        "This row has a value in a column without a heading. That value is not read.",
        line,
      );
    const row = table.addRow(line, -1);
    columns.forEach((column, i) => {
      const bytes = encoder.encode(values[i] ?? "");
      column.codes[row] = column.dictionary.intern(bytes, 0, bytes.length);
    });
  });
  return table.finish(false);
}
