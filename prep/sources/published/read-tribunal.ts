import type { PrintedCell } from "../../scan/workbook/printed-rows";
import type { Finding } from "../../check/finding";
import { dayOf } from "../../calendar/day";
import { ENGLAND } from "../../reference/authorities";
import { authorityOf, type PublishedArea } from "./area";
import {
  UNREADABLE,
  type PublishedFile,
  type PublishedRow,
  type PublishedSource,
} from "./published";
import { defaultSymbols, readFigure, type PublishedFigure, type SymbolMap } from "./symbols";

type Cell = PrintedCell;

/** In this table " - " is none at all. */
const symbols: SymbolMap = {
  ...defaultSymbols,
  "-": { status: "ok", words: "none", value: 0 },
};

/** Headings of the columns of one year, footnote digits left out. */
const COLUMNS: readonly (readonly [RegExp, string])[] = [
  [/^appeals\s+registered/i, "appeals"],
  [/^total\s+appealable\s+decisions/i, "decisions"],
  [/^send\s+tribunal\s+appeal\s+rate/i, "rate"],
  [/^in\s+development:\s+total/i, "decisions_new"],
  [/^in\s+development:\s+send/i, "rate_new"],
];

/**
 * Whether a line is the headings of the table, which stand below a line of years: appeals and
 * decisions. "Appeals registered" alone is a KPI of many boards.
 */
export const isTribunalHeading = (cells: readonly Cell[]): boolean =>
  COLUMNS.slice(0, 2).every(([form]) => cells.some((cell) => form.test(textOf(cell))));

const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();

const areaOf = (name: string, code: string): PublishedArea | null => {
  if (/^england total\d/i.test(name)) return { level: "england", code: ENGLAND };
  const authority = authorityOf(code, "");
  return authority === null ? null : { level: "authority", code: authority };
};

const NO_HEADINGS = {
  rule: "E20",
  severity: "error",
  message: "The headings of the tribunal table were not found.",
  action: "Load the table of appeal rates by local authority as a CSV file.",
  refuses: "file",
} as const;
const NO_AUTHORITY = {
  rule: "E21",
  severity: "warning",
  message: "The row has no number of an authority; it is left out.",
  action: "Nothing, for totals of regions and abolished authorities.",
} as const;

/** What each column holds: a year stands over its first column. */
function columnsOf(
  headings: readonly Cell[],
  years: readonly Cell[],
): ({ readonly column: string; readonly year: number } | null)[] {
  let year = 0;
  return headings.map((cell, i) => {
    const above = /^(19|20)\d{2}/.exec(textOf(years[i]));
    if (above) year = Number(above[0]);
    const column = COLUMNS.find(([form]) => form.test(textOf(cell)))?.[1];
    return column === undefined || year === 0 ? null : { column, year };
  });
}

/** The figures of a row by year, then by column. */
function figuresByYear(
  cells: readonly Cell[],
  columns: ReturnType<typeof columnsOf>,
): Map<number, Map<string, PublishedFigure>> {
  const byYear = new Map<number, Map<string, PublishedFigure>>();
  columns.forEach((at, i) => {
    if (at === null) return;
    const figures = byYear.get(at.year) ?? new Map<string, PublishedFigure>();
    byYear.set(at.year, figures);
    figures.set(at.column, readFigure(textOf(cells[i]), symbols) ?? UNREADABLE);
  });
  return byYear;
}

/**
 * Reads the table "SEND tribunal: appeal rate by local authority" of the Ministry of Justice: a
 * title, a row of years over a row of headings, then
 * authorities, region headings and totals. Columns: `appeals`, `decisions`, `rate` (printed
 * rounded: work it out from the two), and the two in development.
 * Authorities without a number (abolished ones) and totals of regions, which carry no code, are
 * left out and counted.
 */
export function readTribunal(
  cells: readonly (readonly Cell[])[],
  { file, release, sourceKey }: PublishedSource,
): PublishedFile {
  const findings: Finding[] = [];
  const header = cells.findIndex(isTribunalHeading);
  const rows: PublishedRow[] = [];
  const figures: Map<string, PublishedFigure>[] = [];
  let [rowsIn, rejected] = [0, 0];
  if (header < 1)
    findings.push({ ...NO_HEADINGS, file, table: "", record: "", line: null, field: null });
  const columns = columnsOf(cells[header] ?? [], cells[header - 1] ?? []);
  for (let i = Math.max(0, header) + 1; header >= 1 && i < cells.length; i++) {
    if (cells[i].slice(2).every((cell) => textOf(cell) === "")) continue;
    rowsIn += 1;
    const area = areaOf(textOf(cells[i][0]), textOf(cells[i][1]));
    if (area === null) {
      rejected += 1;
      findings.push({
        ...NO_AUTHORITY,
        file,
        table: "",
        record: `row ${i + 1}`,
        line: i + 1,
        field: null,
      });
      continue;
    }
    for (const [year, found] of figuresByYear(cells[i], columns)) {
      rows.push({
        line: i + 1,
        area,
        period: {
          start: dayOf(year, 1, 1),
          end: dayOf(year, 12, 31),
          frequency: "calendar_year",
          label: String(year),
        },
      });
      figures.push(found);
    }
  }
  return {
    file,
    dataset: "send_tribunal",
    release,
    sourceKey,
    rows,
    columns: COLUMNS.map(([, column]) => column),
    text: () => null,
    figure: (index, column) => figures[index].get(column) ?? UNREADABLE,
    findings,
    unplaced: 0,
    count: {
      file,
      table: "send_tribunal",
      rowsIn,
      rowsOut: rowsIn - rejected,
      rowsRejected: rejected,
    },
  };
}
