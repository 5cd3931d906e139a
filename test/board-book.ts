import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fixture } from "./fixture";
import { madeWorkbook } from "./prep/scan/workbook/made";

/** A cell of an invented board: text, a number, or a number with its format. */
type BoardCell = string | number | { readonly v: number; readonly f: string };

export interface BoardSheet {
  readonly name: string;
  readonly rows: readonly (readonly BoardCell[])[];
  readonly merges?: readonly string[];
  /** Numbers of hidden rows, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly state?: "hidden";
}

/** A figure that a person reads in a board. */
export interface ExpectedFigure {
  readonly kpi: string;
  readonly section: string | null;
  readonly period_end: string;
  readonly frequency: string;
  readonly area: string;
  readonly value: number | null;
  readonly unit: string;
  readonly target: number | null;
  readonly status_words: string | null;
}

/** An invented board in the layout of a public paper, and what stands in it. */
export interface Board {
  readonly sheets: readonly BoardSheet[];
  readonly expected: {
    readonly file: string;
    readonly own_area: string;
    readonly figures: readonly ExpectedFigure[];
  };
}

/** Names of the boards in test/fixtures/boards. */
export const boardNames = (): string[] =>
  readdirSync(join(import.meta.dirname, "fixtures/boards"))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""))
    .sort();

export const boardNamed = (name: string): Board => fixture(`boards/${name}.json`);

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

function cellXml(cell: BoardCell, place: string, formats: readonly string[]): string {
  if (cell === "") return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "string")
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  return `<c r="${place}" s="${formats.indexOf(cell.f) + 1}"><v>${cell.v}</v></c>`;
}

function sheetXml(sheet: BoardSheet, formats: readonly string[]): string {
  const { rows, merges = [], hiddenRows = [] } = sheet;
  const body = rows
    .map((cells, row) => {
      const inner = cells.map((cell, at) => cellXml(cell, `${letters(at)}${row + 1}`, formats));
      const hidden = hiddenRows.includes(row + 1) ? ' hidden="1"' : "";
      return `<row r="${row + 1}"${hidden}>${inner.join("")}</row>`;
    })
    .join("");
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  const after = merged === "" ? "" : `<mergeCells>${merged}</mergeCells>`;
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return `<worksheet xmlns="${main}"><sheetData>${body}</sheetData>${after}</worksheet>`;
}

/** Sheets as an .xlsx file. */
export function bookOf(sheets: readonly BoardSheet[]): Uint8Array {
  const formats = [
    ...new Set(
      sheets.flatMap(({ rows }) =>
        rows.flat().flatMap((cell) => (typeof cell === "object" ? cell.f : [])),
      ),
    ),
  ];
  const numFmts = formats.map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code}"/>`);
  const xfs = formats.map((_, i) => `<xf numFmtId="${170 + i}" applyNumberFormat="1"/>`);
  return madeWorkbook({
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, sheetXml(sheet, formats)])),
    attributes: Object.fromEntries(
      sheets.map(({ name, state }) => [name, state ? `state="${state}"` : ""]),
    ),
    styles: `<numFmts>${numFmts.join("")}</numFmts><cellXfs><xf numFmtId="0"/>${xfs.join("")}</cellXfs>`,
  });
}

const quoted = (cell: BoardCell): string => {
  const text = typeof cell === "object" ? String(cell.v) : String(cell);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Windows-1252, as Excel saves CSV: the characters of Latin-1, and the few that boards use besides. */
const WINDOWS: Readonly<Record<string, number>> = {
  "€": 0x80,
  "…": 0x85,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "–": 0x96,
  "—": 0x97,
};

/** The first sheet as Excel saves it in CSV: in Windows-1252, each row as wide as the widest. */
function csvOf([{ rows }]: readonly BoardSheet[]): Uint8Array {
  const width = Math.max(...rows.map((cells) => cells.length));
  const text = rows
    .map((cells) => Array.from({ length: width }, (_, at) => quoted(cells[at] ?? "")).join(","))
    .join("\r\n");
  return Uint8Array.from(`${text}\r\n`, (one) => WINDOWS[one] ?? one.charCodeAt(0));
}

/** A board as the file that its name calls for. */
export const fileOf = ({ sheets, expected }: Board): Uint8Array =>
  expected.file.endsWith(".csv") ? csvOf(sheets) : bookOf(sheets);
