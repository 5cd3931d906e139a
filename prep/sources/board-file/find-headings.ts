import { foldHeading } from "../kpi-sheet/layout";
import {
  kpiHeadings,
  noteHeadings,
  resultHeadings,
  type KpiField,
  type NoteField,
} from "./columns";

/** What a column of a board file holds. */
export type BoardField =
  KpiField | NoteField | { readonly target: number; readonly is: "target" | "from" };

/** The headings of a sheet of a board file. */
export interface BoardHeadings {
  readonly kind: "kpis" | "notes";
  /** Row of the headings, from 0. */
  readonly row: number;
  /** By column of the sheet; null where it holds nothing that is read. */
  readonly columns: readonly (BoardField | null)[];
  /** Columns whose headings are not known. */
  readonly unknown: readonly number[];
}

/** Headings that only a board file has; two of them tell it. */
const TELLING: ReadonlySet<string> = new Set(
  [
    "Printed name",
    "Sub-section",
    "Target from",
    "Rating rule",
    "Reason for direction",
    "Words instead of a figure",
    "Baseline date",
    "Matched to",
  ].map(foldHeading),
);

const TARGET = /^target(?: (\d{1,2}))?( from)?$/;

function targetField(folded: string): BoardField | null {
  const match = TARGET.exec(folded);
  return match && { target: Number(match[1] ?? 1), is: match[2] ? "from" : "target" };
}

/** Titles may stand above the headings. */
const SEARCHED = 20;

function headingsIn(cells: readonly string[], row: number): BoardHeadings | null {
  const folded = cells.map(foldHeading);
  if (!folded.includes("kpi")) return null;
  const telling = folded.filter((name) => TELLING.has(name)).length;
  if (telling > 1) {
    const columns = folded.map((name) => kpiHeadings.get(name) ?? targetField(name));
    const unknown = folded.flatMap((name, i) =>
      name === "" || columns[i] !== null || resultHeadings.has(name) ? [] : [i],
    );
    return { kind: "kpis", row, columns, unknown };
  }
  const named = folded.filter((name) => name !== "");
  const areNotes =
    named.every((name) => noteHeadings.has(name)) &&
    ["period", "progress"].every((name) => named.includes(name));
  return areNotes
    ? {
        kind: "notes",
        row,
        columns: folded.map((name) => noteHeadings.get(name) ?? null),
        unknown: [],
      }
    : null;
}

/** Whether one row has the headings of a board file. */
export const isBoardHeading = (cells: readonly string[]): boolean => headingsIn(cells, 0) !== null;

/** The headings of a sheet of a board file; null where it is none. */
export function findHeadings(rows: readonly (readonly unknown[])[]): BoardHeadings | null {
  for (const [row, cells] of rows.slice(0, SEARCHED).entries()) {
    const texts = Array.from(cells, (cell) => (typeof cell === "string" ? cell : ""));
    const found = headingsIn(texts, row);
    if (found) return found;
  }
  return null;
}
