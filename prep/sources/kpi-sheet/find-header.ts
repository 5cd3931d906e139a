import { isBlankRow, type SheetRow } from "./sheet";
import { foldHeading, type Layout, type SheetColumn } from "./layout";
import { readMonthHeading } from "./period-text";
import type { RawCell } from "./cell";

export interface Header {
  readonly layout: Layout;
  /** Row of the sheet, from 0, and how many rows the headings take. */
  readonly row: number;
  readonly rows: 1 | 2;
  /** What each column holds; null for a column that is not known. */
  readonly columns: readonly (SheetColumn | null)[];
  /** Column that names an area for each row; -1 where there is none. */
  readonly area: number;
  /** Headings that no layout knows. */
  readonly unknown: readonly string[];
  /** Headings that stand twice. */
  readonly repeated: readonly string[];
}

/** Rows at the top of a sheet in which the headings are looked for. */
const SEARCHED = 30;
/** Fewest known headings, the indicator's name among them, that make a heading row. */
const FEWEST = 3;

/** Headings of a column of areas, folded. */
const AREA = /^(?:(?:local )?(?:authority|area|council)|la|council)(?: (?:name|code|number))?$/;

const textOf = (cell: RawCell): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 7) : cell === null ? "" : String(cell);

function monthColumn(cell: RawCell): SheetColumn | null {
  if (cell instanceof Date) return { month: cell.getUTCMonth(), year: cell.getUTCFullYear() };
  return typeof cell === "string" ? readMonthHeading(cell) : null;
}

const monthKey = ({ month, year }: Exclude<SheetColumn, string>): string =>
  `month ${month} ${year ?? ""}`;

/** Reads a row as headings of a layout. */
function readHeader(cells: SheetRow, layout: Layout, row: number, rows: 1 | 2 = 1): Header {
  const seen = new Set<string>();
  const unknown: string[] = [];
  const repeated: string[] = [];
  let area = -1;
  const columns = cells.map((cell, i): SheetColumn | null => {
    const column: SheetColumn | null =
      layout.headings[foldHeading(textOf(cell))] ?? monthColumn(cell);
    if (column === null) {
      if (area < 0 && AREA.test(foldHeading(textOf(cell)))) {
        area = i;
        return null;
      }
      if (textOf(cell).trim() !== "") unknown.push(textOf(cell).trim());
      return null;
    }
    const key = typeof column === "string" ? column : monthKey(column);
    if (!seen.has(key)) {
      seen.add(key);
      return column;
    }
    repeated.push(textOf(cell).trim());
    return null;
  });
  return { layout, row, rows, columns, area, unknown, repeated };
}

const knownColumns = (header: Header): number =>
  header.columns.filter((column) => column !== null).length;
const knownHeadings = (header: Header): number =>
  header.columns.includes("name") ? knownColumns(header) : 0;

/**
 * The headings of a sheet, of the layout that knows most; of two alike the first. Null where there are
 * none.
 */
export function findHeader(rows: readonly SheetRow[], known: readonly Layout[]): Header | null {
  let best: Header | null = null;
  for (let row = 0; row < Math.min(rows.length, SEARCHED); row++) {
    if (isBlankRow(rows[row])) continue;
    for (const layout of known) {
      const one = readHeader(rows[row], layout, row);
      // A heading over two rows, as merged cells give it: the upper row names groups, the lower one
      // the columns in them.
      const lower = row + 1 < rows.length ? readHeader(rows[row + 1], layout, row + 1) : one;
      const joined = readHeader(joinRows(rows[row], rows[row + 1] ?? []), layout, row, 2);
      const header =
        knownHeadings(joined) > Math.max(knownColumns(one), knownColumns(lower)) ? joined : one;
      if (
        knownHeadings(header) >= FEWEST &&
        (best === null || knownHeadings(header) > knownHeadings(best))
      )
        best = header;
    }
  }
  return best;
}

/** The lower cell where it has words, else the upper. */
const joinRows = (upper: SheetRow, lower: SheetRow): SheetRow =>
  Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) =>
    textOf(lower[i] ?? null).trim() === "" ? (upper[i] ?? null) : (lower[i] ?? null),
  );

const isText = (cell: RawCell): cell is string => typeof cell === "string" && cell.trim() !== "";

const isFigure = (cell: RawCell): boolean =>
  cell !== null && (typeof cell !== "string" || /^[£<>~]?\s*-?[\d.,]+\s*%?$/.test(cell.trim()));

/**
 * Whether all columns stand where they do in another header. Of headings over two rows the lower
 * one may stand again alone.
 */
const isSame = (one: Header, other: Header): boolean =>
  Array.from({ length: Math.max(one.columns.length, other.columns.length) }, (_, i) => i).every(
    (i) => {
      const [a, b] = [one.columns[i] ?? null, other.columns[i] ?? null];
      return JSON.stringify(a) === JSON.stringify(b) || (a === null && other.rows === 2);
    },
  );

/**
 * What a row further down is: "same" where the headings stand again, as where a table is split over
 * pages; the headings of another table; "unknown"
 * where it looks like headings that are not understood; null where it is no heading row.
 */
export function headingsAgain(
  rows: readonly SheetRow[],
  row: number,
  known: readonly Layout[],
  before: Header,
): Header | "same" | "unknown" | null {
  const cells = rows[row];
  const fieldsOf = (cell: RawCell): SheetColumn[] =>
    isText(cell) ? known.flatMap(({ headings }) => headings[foldHeading(cell)] ?? []) : [];
  const names = cells.map((cell) => fieldsOf(cell).includes("name"));
  const inOrder = cells.filter((cell) => fieldsOf(cell).length > 0).length;
  if (!names.includes(true) && inOrder < 2) return null;
  const found = findHeader(rows.slice(row, row + 2), known);
  if (found?.row === 0) {
    const again = { ...found, row };
    return isSame(again, before) ? "same" : again;
  }
  const isHeading = names[before.columns.indexOf("name")] || inOrder >= 2;
  return isHeading && cells.every((cell) => !isFigure(cell)) ? "unknown" : null;
}
