import type { Finding } from "../../check/finding";
import type { Correction } from "./corrections";
import { headingsAgain, type Header } from "./find-header";
import type { KpiRow } from "./kpi-row";
import type { Layout, SheetField } from "./layout";
import { indicatorIdOf } from "../../indicators/indicator-id";
import { readRow } from "./read-row";
import { isBlankRow, type KpiSheetInput, type SheetRow } from "./sheet";
import { sheetFinding } from "./sheet-rules";
import { kpiName } from "./sheet-words";
import { isWorkedExample } from "./template-columns";

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

/** Reads the rows below the headings of a known layout. */
export function readRows(
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

/** What is found in the headings themselves. */
export function headerFindings(header: Header, file: string, sheet: string): Finding[] {
  const findings: Finding[] = [];
  checkHeader(
    header,
    (rule, field) =>
      void findings.push(sheetFinding(rule, { file, sheet, line: header.row + 1, field })),
  );
  return findings;
}

/** Why a row is no KPI, as a rule; null where it is one. */
function unusable(name: string, cells: SheetRow): "B05" | "B06" | "B26" | null {
  if (name === "") return "B05";
  if (TOTALS.test(name)) return "B06";
  return isWorkedExample(cells) ? "B26" : null;
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
