import type { Finding, RowCount } from "../../check/finding";
import { auditPeriods, auditRow } from "./audit";
import type { Correction } from "./corrections";
import { findHeader, type Header } from "./find-header";
import { headerFindings, readRows } from "./layout-rows";
import { readCell } from "./cell";
import type { ComparatorKind } from "../../../src/kpi/target";
import type { KpiPoint, KpiRow } from "./kpi-row";
import { layoutsWith, type Layout, type SheetField } from "./layout";
import { joinPeriods } from "./join-periods";
import { authoritiesIn } from "../../reference/authorities-in-text";
import type { Gap } from "../../indicators/gap";
import type { KnownNames } from "./identity/identify";
import { isBlankRow, type KpiSheetInput } from "./sheet";
import { sheetFinding } from "./sheet-rules";
import { ownColumns } from "./tables/own-columns";
import { readTables } from "./tables/read-tables";

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
