import type { Finding } from "../../check/finding";
import { isBlankRow, type SheetRow } from "../kpi-sheet/sheet";
import type { BoardKpi, BoardNote, BoardSheet } from "./board-file";
import { boardFinding } from "./board-rules";
import { boardRow, columnLetters, textOf } from "./cells";
import { findHeadings, type BoardHeadings } from "./find-headings";
import { readKpi } from "./read-kpi";
import { readNote } from "./read-note";

/** Rows of one sheet of a board file, or of a CSV file. */
export interface BoardInput {
  readonly file: string;
  /** Empty for a file without sheets. */
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  /** The rows are a list without lines or column letters; headings first. */
  readonly isList?: boolean;
}

/** The numbers of the targets that headings name, in order. */
const targetPlaces = ({ columns }: BoardHeadings): number[] =>
  columns
    .flatMap((field) =>
      typeof field === "object" && field !== null && field.is === "target" ? [field.target] : [],
    )
    .sort((a, b) => a - b);

/** Reads a sheet of KPIs or of notes of a board file; null where its headings are of neither. */
export function readBoardSheet({
  file,
  sheet,
  rows,
  isList = false,
}: BoardInput): BoardSheet | null {
  const headings = findHeadings(rows);
  if (headings === null) return null;
  const names = Array.from(rows[headings.row], textOf);
  const findings: Finding[] = headings.unknown.map((column) =>
    boardFinding("B82", {
      file,
      sheet,
      line: headings.row + 1,
      field: `${columnLetters(column)} (${names[column]})`,
    }),
  );
  const context = { headings, names, file, sheet, findings, isList };
  const places = targetPlaces(headings);
  const [kpis, notes]: [BoardKpi[], BoardNote[]] = [[], []];
  let rowsIn = 0;
  for (const [i, cells] of rows.entries()) {
    if (i <= headings.row || isBlankRow(cells)) continue;
    rowsIn += 1;
    const row = boardRow(cells, isList ? i : i + 1, context);
    if (row.text("kpi") === "" && (headings.kind === "notes" || row.text("printed_name") === "")) {
      row.report("B80", "kpi");
      continue;
    }
    if (headings.kind === "kpis") kpis.push(readKpi(row, places));
    else {
      const note = readNote(row);
      if (note) notes.push(note);
    }
  }
  const rowsOut = kpis.length + notes.length;
  return {
    file,
    sheet,
    kpis,
    notes,
    findings,
    count: { file, table: sheet, rowsIn, rowsOut, rowsRejected: rowsIn - rowsOut },
  };
}
