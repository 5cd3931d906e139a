import type { Finding, RowCount } from "../../check/finding";
import { auditPeriods, auditRow } from "./audit";
import type { Correction } from "./corrections";
import { findHeader, headingsAgain, type Header } from "./find-header";
import { readCell } from "./cell";
import type { ComparatorKind } from "../../../src/kpi/target";
import type { KpiPoint, KpiRow } from "./kpi-row";
import { layoutsWith, type Layout, type SheetField } from "./layout";
import { joinPeriods } from "./join-periods";
import { indicatorIdOf } from "../../indicators/indicator-id";
import { authoritiesIn } from "../../reference/authorities-in-text";
import type { Gap } from "../../indicators/gap";
import type { KnownNames } from "./identity/identify";
import { readRow } from "./read-row";
import { isBlankRow, type KpiSheetInput, type SheetRow } from "./sheet";
import { sheetFinding } from "./sheet-rules";
import { ownColumns } from "./tables/own-columns";
import { readTables } from "./tables/read-tables";
import { kpiName } from "./sheet-words";
import { isWorkedExample } from "./template-columns";

export interface KpiSheetOptions {
  /** Own headings and the fields they are, as saved in the configuration. */
  readonly columnMap?: Readonly<Record<string, SheetField>>;
  readonly corrections?: readonly Correction[];
  /** Names that the catalogue's indicators go by. */
  readonly names?: KnownNames;
}

/** Authorities that a part of a sheet names. */
interface Naming {
  readonly by: "file name" | "sheet name" | "title";
  readonly authorities: readonly string[];
}

export interface KpiSheet {
  readonly file: string;
  readonly sheet: string;
  /** Id of the layout that was found; null where there was none. */
  readonly layout: string | null;
  /** KPIs in the order of the sheet. */
  readonly rows: readonly KpiRow[];
  /** KPIs of a sheet that is England's, a region's or the neighbours': `rows` has none then. */
  readonly compared?: { readonly kind: ComparatorKind; readonly rows: readonly KpiRow[] };
  /** What names authorities in its title, its name and the name of its file, with their numbers. */
  readonly naming: readonly Naming[];
  /** What was found while reading, and by the audit of arrows and contradictions. */
  readonly findings: readonly Finding[];
  /** Rows below the headings that are not blank, read and left out. */
  readonly count: RowCount;
  /** Rows that corrections of the settings were made to; absent where it is read table by table. */
  readonly corrected?: readonly string[];
  /** What of its file was not read; nothing of a sheet of a workbook. */
  readonly gaps?: readonly Gap[];
}

/**
 * More rows than this are no KPI sheet: 150 KPIs by five years of months, one row a figure, are
 * 9,000.
 */
const MOST_ROWS = 10_000;

const TOTALS = /^(grand |overall |sub-? ?)?(totals?|averages?):?$/i;

/** What the rows below the headings say. */
interface ReadRows {
  readonly rows: readonly KpiRow[];
  readonly boards: readonly string[];
  readonly findings: readonly Finding[];
  readonly rowsIn: number;
  readonly rejected: number;
  /** Rows that corrections were made to, as the corrections name them. */
  readonly corrected: ReadonlySet<string>;
}

function readRows(
  { file, sheet, rows, formatsKnown = false }: KpiSheetInput,
  first: Header,
  known: readonly Layout[],
  corrections: readonly Correction[],
): ReadRows {
  const findings: Finding[] = [];
  const boards: string[] = [];
  let [board, section] = ["", ""];
  let [rowsIn, rejected] = [0, 0];
  const read: KpiRow[] = [];
  const corrected = new Set<string>();
  let header = first;
  let isUnderstood = true;
  for (let i = first.row + first.rows; i < rows.length; i++) {
    const cells = rows[i];
    if (isBlankRow(cells)) continue;
    const place = { file, sheet, line: i + 1, field: null };
    const text = (field: SheetField): string =>
      String(cells[header.columns.indexOf(field)] ?? "").trim();
    const again = headingsAgain(rows, i, known, header);
    if (again !== null) isUnderstood = again !== "unknown";
    if (again !== null && typeof again === "object") {
      header = again;
      i += again.rows - 1;
      findings.push(sheetFinding("B47", place), ...headerFindings(again, file, sheet));
      continue;
    }
    const heading = again === null ? sectionHeading(cells, header) : null;
    if (heading !== null) {
      section = heading;
      continue;
    }
    rowsIn += 1;
    const reject =
      rejectedUnread(rowsIn, again === "same", isUnderstood) ?? unusable(text("name"), cells);
    if (reject !== null) {
      rejected += 1;
      if (reject !== "B08" || rowsIn === MOST_ROWS + 1) findings.push(sheetFinding(reject, place));
      continue;
    }
    // Merged cells give their words in the first row only: board and section hold until the next.
    board = text("board") || board;
    section = text("section") || section;
    if (!boards.includes(board)) boards.push(board);
    const ref = `${header.columns.includes("board") ? String.fromCharCode(65 + (boards.indexOf(board) % 26)) : ""}${text("number") || read.length + 1}`;
    const id = indicatorIdOf(
      kpiName(text("name"), header.layout.id === "twelve_months" ? text("metric") : ""),
    );
    const own = corrections.filter((one) => one.row === ref || one.row === id);
    own.forEach((one) => corrected.add(one.row));
    const about = { place, header, board, section, ref, id, corrections: own, formatsKnown };
    const { row, findings: found } = readRow(cells, about);
    findings.push(...found);
    // A row of nothing but a figure whose period is not understood has no place in time.
    if (row.misdated && row.previous === null && row.earlier.length === 0) rejected += 1;
    else read.push(row);
  }
  return { rows: read, boards, findings, rowsIn, rejected, corrected };
}

/**
 * Why a row is left out whatever it says: there are too many, it is the headings again, or its
 * headings are not understood.
 */
function rejectedUnread(
  place: number,
  isHeadings: boolean,
  isUnderstood: boolean,
): "B07" | "B08" | "B48" | null {
  if (place > MOST_ROWS) return "B08";
  if (isHeadings) return "B07";
  return isUnderstood ? null : "B48";
}

/** What a sheet without known headings is: its rows are counted and left out. */
function unknownSheet({ file, sheet, rows }: KpiSheetInput): KpiSheet {
  const filled = rows.filter((row) => !isBlankRow(row)).length;
  return {
    file,
    sheet,
    layout: null,
    rows: [],
    naming: [],
    findings: [sheetFinding("B01", { file, sheet, line: null, field: null })],
    count: { file, table: sheet, rowsIn: filled, rowsOut: 0, rowsRejected: filled },
  };
}

/**
 * Reads a sheet of KPIs: in a known layout where one tells all its headings, else table by table.
 * No row is dropped without a finding; arrows are audited, never imported.
 */
export function readKpiSheet(input: KpiSheetInput, options: KpiSheetOptions = {}): KpiSheet {
  const { sheet: known, isWhole } = readKnown(input, options);
  if (known !== null && isWhole) return known;
  return readTableSheet(input, options) ?? known ?? unknownSheet(input);
}

/** A sheet that one known layout tells whole; null for any other. */
export function readKnownSheet(input: KpiSheetInput, options: KpiSheetOptions): KpiSheet | null {
  const { sheet, isWhole } = readKnown(input, options);
  return isWhole ? sheet : null;
}

function readKnown(
  input: KpiSheetInput,
  options: KpiSheetOptions,
): { sheet: KpiSheet | null; isWhole: boolean } {
  const known = layoutsWith(options.columnMap ?? {});
  const header = findHeader(input.rows, known);
  if (header === null) return { sheet: null, isWhole: false };
  const sheet = readLayout(input, header, known, options);
  return { sheet, isWhole: isWhole(header, sheet) };
}

/**
 * What a sheet must have besides names to be one of a layout. Own headings are none: a map of the
 * settings adds to what the reader of tables knows.
 */
const REQUIRED: Readonly<Record<Header["layout"]["id"], readonly SheetField[] | null>> = {
  twelve_months: ["year", "metric"],
  board_paper: ["current", "current_period"],
  long: ["current", "current_period"],
  custom: null,
};

/** Whether a layout tells every heading of a sheet, and there is one table in it. */
function isWhole({ layout, columns, area, unknown }: Header, sheet: KpiSheet): boolean {
  const isLayout = REQUIRED[layout.id]?.every((field) => columns.includes(field)) ?? false;
  const areAuthorities = area < 0 || sheet.rows.every((row) => row.area !== null);
  const isOne = sheet.findings.every(({ rule }) => !UNSURE.has(rule));
  return unknown.length === 0 && isLayout && areAuthorities && isOne;
}

/** Findings that say that a layout may not be the one of the sheet. */
const UNSURE: ReadonlySet<string> = new Set(["B47", "B48"]);

/** A sheet read table by table; null where no table is found in it, or nothing in those. */
function readTableSheet(input: KpiSheetInput, { columnMap }: KpiSheetOptions): KpiSheet | null {
  const { file, sheet } = input;
  const tables = readTables(input, ownColumns(columnMap ?? {}));
  if (tables === null || (tables.rows.length === 0 && !tables.isBoard)) return null;
  const place = { file, sheet };
  return {
    file,
    sheet,
    layout: "tables",
    rows: tables.rows,
    naming: namingOf(file, sheet, tables.titles),
    findings: [
      ...tables.findings,
      ...tables.rows.flatMap((row) => auditRow(row, place)),
      ...auditPeriods(tables.rows, place),
    ],
    count: {
      file,
      table: sheet,
      rowsIn: tables.rowsIn,
      rowsOut: tables.rowsIn - tables.rejected,
      rowsRejected: tables.rejected,
    },
  };
}

/** Reads a sheet in a known layout or by a column map. */
function readLayout(
  input: KpiSheetInput,
  header: Header,
  known: readonly Layout[],
  { corrections = [] }: KpiSheetOptions,
): KpiSheet {
  const { file, sheet, rows } = input;
  const read = readRows(input, header, known, corrections);
  const findings: Finding[] = [...headerFindings(header, file, sheet), ...read.findings];
  const report = (rule: Parameters<typeof sheetFinding>[0], line: number | null): void =>
    void findings.push(sheetFinding(rule, { file, sheet, line }));
  const joined = joinPeriods(read.rows, (line) => report("B20", line));
  const dated = underLatestPeriod(joined.rows, ({ line }, rule) => report(rule, line));
  for (const row of dated) findings.push(...auditRow(row, { file, sheet }));
  findings.push(...auditPeriods(dated, { file, sheet }));
  const rejected = read.rejected + joined.repeated;
  return {
    file,
    sheet,
    layout: header.layout.id,
    rows: dated,
    corrected: [...read.corrected],
    naming: namingOf(file, sheet, [...rows.slice(0, header.row).flat(), ...read.boards]),
    findings,
    count: {
      file,
      table: sheet,
      rowsIn: read.rowsIn,
      rowsOut: read.rowsIn - rejected,
      rowsRejected: rejected,
    },
  };
}

/** What is found in the headings themselves. */
function headerFindings(header: Header, file: string, sheet: string): Finding[] {
  const findings: Finding[] = [];
  checkHeader(
    header,
    (rule, field) =>
      void findings.push(sheetFinding(rule, { file, sheet, line: header.row + 1, field })),
  );
  return findings;
}

/**
 * The authorities that a sheet names, by what names them. A title is what stands above the
 * headings, or the name of a board.
 */
function namingOf(file: string, sheet: string, titles: readonly unknown[]): Naming[] {
  const fileName = file
    .split("/")
    .at(-1)!
    .replace(/\.\w+$/, "");
  const title = titles.filter((cell) => typeof cell === "string").join(" | ");
  return (
    [
      ["file name", fileName],
      ["sheet name", sheet],
      ["title", title],
    ] as const
  ).flatMap(([by, text]) => {
    const authorities = authoritiesIn(text);
    return authorities.length === 0 ? [] : [{ by, authorities }];
  });
}

/** Why a row is no KPI, as a rule; null where it is one. */
function unusable(name: string, cells: SheetRow): "B05" | "B06" | "B26" | null {
  if (name === "") return "B05";
  if (TOTALS.test(name)) return "B06";
  return isWorkedExample(cells) ? "B26" : null;
}

/**
 * Rows without a period of their own stand under the latest period of the sheet, so that a KPI that
 * waits for its first figure is still shown; what
 * they print is reported where it has no period. Without any period in the sheet they cannot be
 * placed.
 */
function underLatestPeriod(
  rows: readonly KpiRow[],
  report: (row: KpiRow, rule: "B10" | "B25") => void,
): KpiRow[] {
  const latest = rows.reduce<KpiPoint | null>(
    (best, { current }) =>
      current && (!best || current.period.end > best.period.end) ? current : best,
    null,
  );
  return rows.map((row) => {
    if (row.current || row.misdated) return row;
    const cell = row.printed.current ?? readCell(null);
    if (!latest) report(row, "B10");
    else if (cell.status !== "missing") report(row, "B25");
    return latest
      ? { ...row, current: { cell, period: latest.period, provisional: false, beside: row } }
      : row;
  });
}

/** A row with nothing but one text in its first cells names the section of the rows below. */
function sectionHeading(cells: SheetRow, header: Header): string | null {
  const filled = cells.filter((cell) => cell !== null && String(cell).trim() !== "");
  if (
    header.layout.id === "board_paper" ||
    filled.length !== 1 ||
    typeof filled[0] !== "string" ||
    header.columns.length < 4
  )
    return null;
  return cells.indexOf(filled[0]) ===
    Math.max(
      0,
      header.columns.findIndex((column) => column !== null),
    ) && !TOTALS.test(filled[0])
    ? filled[0].trim()
    : null;
}

function checkHeader(
  header: Header,
  report: (rule: "B02" | "B03" | "B04" | "B11", field: string | null) => void,
): void {
  if (header.rows === 2) report("B04", null);
  for (const heading of header.unknown) report("B02", heading);
  for (const heading of header.repeated) report("B03", heading);
  const months = header.columns.flatMap((column) =>
    column !== null && typeof column === "object" ? [column.month] : [],
  );
  const expected = months.map((_, i) => (months[0] + i) % 12);
  if (
    months.some((month, i) => month !== expected[i]) ||
    (header.layout.id === "twelve_months" && (months.length !== 12 || months[0] !== 3))
  )
    report("B11", null);
}
