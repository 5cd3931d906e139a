import type { WorkbookColumn, WorkbookSheet } from "../../publish/workbook";
import { annexChecks } from "./checks";
import { annexColumns, sheetName } from "./columns";
import type { AnnexField, AnnexList, ListNumber } from "./row";
import type { AnnexFinding } from "./run-checks";

/** A list with what its checks found. */
export interface CheckedAnnexList extends AnnexList {
  readonly findings: readonly AnnexFinding[];
}

const headings = new Map<AnnexField, string>(
  annexColumns.map(({ field, heading }) => [field, heading]),
);
const text = (heading: string, width: number): WorkbookColumn => ({ heading, type: "text", width });
const whole = (heading: string, width = 12): WorkbookColumn => ({ heading, type: "whole", width });

/** Row of the sheet of the n-th row of a list: the headings are row 1. */
const sheetRow = (row: number): number => row + 2;

/** One row for every finding, by list, check and row. */
const findingsSheet = (lists: readonly CheckedAnnexList[]): WorkbookSheet => ({
  name: "Findings",
  columns: [
    text("List", 8),
    whole("Row", 8),
    text("Unique ID", 24),
    text("Check", 8),
    text("Severity", 10),
    text("Columns", 40),
    text("What is wrong", 60),
    text("What to do", 60),
  ],
  rows: lists.flatMap(({ list, rows, findings }) =>
    findings.map(({ check: { id, severity, fields, message, action }, row }) => [
      sheetName(list),
      sheetRow(row),
      rows[row].uniqueId,
      id,
      severity,
      fields.map((field) => headings.get(field)!).join("; "),
      message,
      action,
    ]),
  ),
});

/** Every check with how often it was failed, so that one that nothing failed shows too. */
const checksSheet = (lists: readonly CheckedAnnexList[]): WorkbookSheet => ({
  name: "Checks",
  columns: [
    text("Check", 8),
    text("List", 8),
    text("Severity", 10),
    text("Columns", 40),
    text("What is wrong", 60),
    whole("Rows at fault"),
  ],
  rows: annexChecks.map(({ id, list, severity, fields, message }) => {
    const found =
      lists.find((one) => one.list === list)?.findings.filter(({ check }) => check.id === id)
        .length ?? 0;
    return [
      id,
      sheetName(list),
      severity,
      fields.map((field) => headings.get(field)!).join("; "),
      message,
      found,
    ];
  }),
});

const filled = ({ rows }: AnnexList, field: AnnexField): number =>
  rows.filter((row) => row[field] !== null).length;

/** Every column with what fills it, how many cells are filled, and why others are empty. */
function notesSheet(lists: readonly AnnexList[]): WorkbookSheet {
  const counts = (number: ListNumber, field: AnnexField, has: boolean): (number | null)[] => {
    const list = lists.find((one) => one.list === number);
    return list && has
      ? [filled(list, field), list.rows.length - filled(list, field)]
      : [null, null];
  };
  return {
    name: "Notes",
    columns: [
      text("Column", 40),
      whole("List_1 filled"),
      whole("List_1 empty"),
      whole("List_2 filled"),
      whole("List_2 empty"),
      text("Filled from", 70),
      text("Why a cell is empty", 70),
    ],
    rows: annexColumns.map(({ field, heading, lists: of, filledFrom, whenEmpty }) => [
      heading,
      ...counts(1, field, of.includes(1)),
      ...counts(2, field, of.includes(2)),
      filledFrom || null,
      whenEmpty,
    ]),
  };
}

/** The record behind every row, to find it in the extract. */
const recordsSheet = (lists: readonly AnnexList[]): WorkbookSheet => ({
  name: "Records",
  columns: [
    text("List", 8),
    whole("Row", 8),
    text("Unique ID", 24),
    text("File", 50),
    text("Record", 24),
  ],
  rows: lists.flatMap(({ list, rows, sources }) =>
    sources.map(({ file, record }, row) => [
      sheetName(list),
      sheetRow(row),
      rows[row].uniqueId,
      file,
      record,
    ]),
  ),
});

/**
 * The sheets that go with the lists: what they are of, the checks, the findings, what fills each
 * column, and the record behind each row.
 */
export const checkSheets = (
  about: readonly (readonly [string, string | number])[],
  lists: readonly CheckedAnnexList[],
): WorkbookSheet[] => [
  {
    name: "About",
    columns: [text("What", 44), text("", 90)],
    rows: about.map(([what, value]) => [what, String(value)]),
  },
  checksSheet(lists),
  findingsSheet(lists),
  notesSheet(lists),
  recordsSheet(lists),
];
