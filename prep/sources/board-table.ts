import type { Finding } from "../check/finding";
import { scanFinding } from "../extracts/file-rules";
import { scanCsv, scanGrid } from "../scan/scan";
import type { IsHeading } from "../scan/text-table";
import { sheetOfTable } from "./kpi-sheet/sheet-of-table";
import type { KpiSheet, KpiSheetOptions } from "./kpi-sheet/read-kpi-sheet";
import type { SheetRow } from "./kpi-sheet/sheet";
import { isPeerHeading } from "./neighbours/read-peers";
import { isNeighbourTable } from "./neighbours/read-model";
import { datasetOf, repeatedHeadings } from "./published/datasets";
import { withReading, type PublishedFile, type PublishedSource } from "./published/published";
import { readEes } from "./published/read-ees";
import { areFigures, isFigureHeading, readFigures } from "./published/read-figures";
import { isPopulationHeading, readPopulation } from "./published/read-ons";
import { isMonthlyHeading, readNhsMonthly } from "./published/read-nhs";
import { isTribunalHeading, readTribunal } from "./published/read-tribunal";
import { areOfOthers } from "./headings-of-others";
import { kpiSheetOfLines, kpiSheetOfTable } from "./read-kpi";
import { gapsOfText, readingOf, withLost, type TextReading } from "./text-reading";

/** What a CSV file may be that nobody else has taken. */
type BoardKind =
  | "open data"
  | "population"
  | "monthly"
  | "figures"
  | "tribunal"
  | "neighbours"
  | "peers"
  | "KPI sheet";

/** What was read of one, with what the reader of text found. */
type BoardTable = { readonly findings: readonly Finding[] } & (
  | { readonly published: PublishedFile }
  | { readonly sheet: KpiSheet }
  | { readonly neighbours: readonly SheetRow[]; readonly rowsLost: number }
  | { readonly peers: readonly SheetRow[]; readonly rowsLost: number }
);

/** The content of a file from its beginning; may be asked for more than once. */
export type Content = () => AsyncIterable<Uint8Array>;

const isOpenData: IsHeading = (cells) =>
  datasetOf(new Set(cells.map((cell) => cell.trim().toLowerCase())), "") !== null;

/** Titles above a table have a cell or two; headings have more. */
const isWide: IsHeading = (cells) => cells.filter((cell) => cell !== "").length > 2;

/** Kinds that are known by their headings alone. */
const byHeadings: readonly (readonly [BoardKind, IsHeading])[] = [
  ["open data", isOpenData],
  ["monthly", isMonthlyHeading],
  ["figures", isFigureHeading],
  ["tribunal", isTribunalHeading],
  ["peers", isPeerHeading],
  ["population", isPopulationHeading],
];

/**
 * Finds by its first bytes what a CSV file is; null where it is none of those, and need not be read
 * on.
 */
export async function boardKindOf(
  opening: Uint8Array,
  options: KpiSheetOptions,
): Promise<BoardKind | null> {
  const content: Content = async function* () {
    yield opening;
  };
  const known: BoardKind[] = [];
  let isForeign = false;
  const isKnown: IsHeading = (cells) => {
    const found = byHeadings.find(([, is]) => is(cells));
    if (found) known.push(found[0]);
    isForeign ||= areOfOthers(cells);
    return found !== undefined;
  };
  const opened = await scanCsv(content(), { table: "", isHeading: isKnown });
  if (known.length > 0 && (known[0] !== "figures" || areFigures(opened.tables[0]))) return known[0];
  if (isForeign) return null;
  const { tables } = await scanCsv(content(), { table: "", isHeading: isWide });
  if (isNeighbourTable(sheetOfTable("", tables[0]).rows)) return "neighbours";
  if (kpiSheetOfTable("", tables[0], options) !== null) return "KPI sheet";
  const { rows } = await scanGrid(content(), isWide, { keepsTexts: true });
  return kpiSheetOfLines("", rows, options) === null ? null : "KPI sheet";
}

/** Readers of the kinds of published files that are plain tables. */
const readers: Readonly<Partial<Record<BoardKind, typeof readEes>>> = {
  "open data": readEes,
  monthly: readNhsMonthly,
  figures: readFigures,
  population: readPopulation,
};

async function readTribunalTable(content: Content, source: PublishedSource): Promise<BoardTable> {
  const { rows, rowsRejected, problems, brokenOff, mayBeCut } = await scanGrid(
    content(),
    isTribunalHeading,
  );
  const reading = { rowsLost: rowsRejected, brokenOff, mayBeCut };
  return {
    published: withReading(readTribunal(rows, source), reading),
    findings: problems.map((problem) => scanFinding(source.file, "", problem)),
  };
}

/**
 * Reads a CSV file as what it is. Every row that the reader of text left out is counted as
 * rejected.
 */
export async function readBoardTable(
  kind: BoardKind,
  content: Content,
  source: PublishedSource,
  options: KpiSheetOptions,
): Promise<BoardTable> {
  if (kind === "tribunal") return readTribunalTable(content, source);
  const reader = readers[kind];
  const isPublished = reader !== undefined;
  const scan = await scanCsv(content(), {
    table: "",
    isHeading: byHeadings.find(([one]) => one === kind)?.[1] ?? isWide,
    ...(isPublished ? { exported: true, repeated: repeatedHeadings } : { typed: true }),
  });
  const table = scan.tables[0];
  const findings = scan.problems.map((problem) => scanFinding(source.file, "", problem));
  const reading = readingOf(scan);
  if (reader) return { published: withReading(reader(table, source), reading), findings };
  if (kind === "peers")
    return {
      peers: sheetOfTable(source.file, table).rows,
      rowsLost: reading.rowsLost,
      findings,
    };
  if (kind === "neighbours")
    return {
      neighbours: sheetOfTable(source.file, table).rows,
      rowsLost: reading.rowsLost,
      findings,
    };
  const sheet = kpiSheetOfTable(source.file, table, options);
  return sheet
    ? { sheet: withGaps(sheet, reading), findings }
    : readBoardLines(content, source, options);
}

/**
 * A KPI sheet with what its text did not give. Where it breaks off, the rows above stand, in doubt:
 * each is a figure of its own.
 */
const withGaps = (sheet: KpiSheet, reading: TextReading): KpiSheet => ({
  ...sheet,
  gaps: gapsOfText("the KPI sheet", reading, sheet.count).map((gap) =>
    gap.kind === "unread" ? { ...gap, kind: "doubt" } : gap,
  ),
  count: withLost(sheet.count, reading.rowsLost),
});

/** Reads a CSV file that people laid out as a board: titles, sections, headings over two lines. */
async function readBoardLines(
  content: Content,
  { file }: PublishedSource,
  options: KpiSheetOptions,
): Promise<BoardTable> {
  const grid = await scanGrid(content(), isWide, { keepsTexts: true });
  const { rows, rowsRejected: rowsLost, brokenOff, mayBeCut } = grid;
  const findings = grid.problems.map((problem) => scanFinding(file, "", problem));
  const sheet = kpiSheetOfLines(file, rows, options);
  return sheet
    ? { sheet: withGaps(sheet, { rowsLost, brokenOff, mayBeCut }), findings }
    : { neighbours: rows, rowsLost, findings };
}
