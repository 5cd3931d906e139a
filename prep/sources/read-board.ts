import type { Finding, RowCount } from "../check/finding";
import type { NeighbourModel } from "./neighbours/neighbour-models";
import { isNeighbourTable, readNeighbourModel } from "./neighbours/read-model";
import { readPeerTable } from "./neighbours/read-peers";
import type { KpiSheet, KpiSheetOptions } from "./kpi-sheet/read-kpi-sheet";
import { correctSheets } from "./kpi-sheet/correct-sheets";
import { identify } from "./kpi-sheet/identity/identify";
import { unreadBoard } from "./kpi-sheet/nearest-layout";
import type { KpiSheetInput, SheetRow } from "./kpi-sheet/sheet";
import { areOfOthers } from "./headings-of-others";
import type { PublishedFile } from "./published/published";
import { openRelease, releaseFinding } from "./published/read-release";
import { isTribunalHeading, readTribunal } from "./published/read-tribunal";
import type { InputFile } from "../input-file";
import { scanGrid } from "../scan/scan";
import { printedRows } from "../scan/workbook/printed-rows";
import { bytesOf } from "../extracts/bytes-of";
import { fileFinding } from "../extracts/file-rules";
import { boardKindOf, readBoardTable, type Content } from "./board-table";
import { withLost } from "./text-reading";
import { kpiSheetsOf, releaseOf } from "./read-kpi";
import type { OpenedWorkbook } from "../extracts/read-workbooks";
import type { Reading } from "../extracts/reading";
import { OPENING, openingOf } from "../extracts/recognise";
import type { RecognisedInput } from "../extracts/recognise-files";

/** What a board's scorecard is made from besides extracts. */
interface BoardFiles {
  readonly kpiSheets: readonly KpiSheet[];
  readonly published: readonly PublishedFile[];
  /** Neighbour models that the council supplies. */
  readonly neighbourModels: readonly NeighbourModel[];
}

const layoutsOf = (sheets: readonly KpiSheet[]): string =>
  `KPI sheet${sheets.length > 1 ? "s" : ""} (${sheets.map(({ layout }) => String(layout).replace("_", " ")).join(", ")} layout)`;

const datasetsOf = (found: readonly PublishedFile[], more = ""): string =>
  `published statistics (${found.map(({ dataset }) => dataset.replace(/_/g, " ")).join(", ")}${more})`;

/** `ehc.csv` of `folder/ehc.csv`, without its ending. */
const bareName = (path: string): string =>
  path
    .split("/")
    .at(-1)!
    .replace(/\.\w+$/, "");

/** Gathers what a board is made from, file by file, with its findings and its rows. */
class Board implements Omit<BoardFiles, "kpiSheets"> {
  readonly published: PublishedFile[] = [];
  readonly neighbourModels: NeighbourModel[] = [];
  private readonly taken: { readonly place: string; readonly sheet: KpiSheet }[] = [];

  constructor(
    private readonly options: KpiSheetOptions,
    private readonly reading: Reading,
  ) {}

  takeSheets(place: string, sheets: readonly KpiSheet[]): string | null {
    if (sheets.length === 0) return null;
    this.taken.push(...sheets.map((sheet) => ({ place, sheet })));
    return layoutsOf(sheets);
  }

  /** The KPI sheets that were taken, corrected as the settings say, their KPIs identified. */
  kpiSheets(): KpiSheet[] {
    const { names = new Map(), corrections = [] } = this.options;
    const printed = this.taken.map(({ sheet }) => sheet);
    const { sheets, findings: refused } = correctSheets(printed, corrections, names);
    this.reading.findings.push(...refused);
    return sheets.map((sheet, i) => {
      const { file, sheet: name, count } = sheet;
      const { rows, findings } = identify(sheet.rows, { names, file, sheet: name });
      this.note(this.taken[i].place, [...sheet.findings, ...findings], count);
      return { ...sheet, rows };
    });
  }

  takePublished(place: string, file: PublishedFile): PublishedFile {
    this.published.push(file);
    this.note(place, file.findings, file.count);
    return file;
  }

  takeModel(place: string, rows: readonly SheetRow[], rowsLost = 0): string {
    const version = bareName(place);
    const { model, findings, count } = readNeighbourModel({
      file: place,
      rows,
      version,
      name: version,
    });
    this.neighbourModels.push(model);
    this.note(place, findings, withLost(count, rowsLost));
    return `neighbour model (authorities: ${model.neighbours.size})`;
  }

  takePeers(place: string, rows: readonly SheetRow[], rowsLost = 0): string {
    const { models, findings, count } = readPeerTable(place, rows);
    this.neighbourModels.push(...models);
    this.note(place, findings, withLost(count, rowsLost));
    return `groups of peers (${models.map(({ name }) => name).join(", ")})`;
  }

  /**
   * Takes a CSV file for what its first bytes show; null where it is nothing that a board is made
   * from, and is read no further.
   */
  async takeCsv(
    place: string,
    opening: Uint8Array,
    content: Content,
    source: { readonly file: string; readonly release: string; readonly sourceKey: number },
  ): Promise<{ readonly takenFor: string; readonly published?: PublishedFile } | null> {
    const kind = await boardKindOf(opening, this.options);
    if (kind === null) return null;
    const read = await readBoardTable(kind, content, source, this.options);
    this.note(place, read.findings);
    if ("published" in read) {
      const published = this.takePublished(place, read.published);
      return { takenFor: datasetsOf([published]), published };
    }
    if ("sheet" in read) return { takenFor: this.takeSheets(place, [read.sheet])! };
    if ("peers" in read) return { takenFor: this.takePeers(place, read.peers, read.rowsLost) };
    return { takenFor: this.takeModel(place, read.neighbours, read.rowsLost) };
  }

  /** Says why sheets that look like boards are none; the file is told as not recognised. */
  noteUnread(place: string, sheets: readonly KpiSheetInput[]): void {
    const isOwn = ({ rows }: KpiSheetInput): boolean =>
      !rows.slice(0, 30).some((row) => areOfOthers(row.map(String)));
    this.note(
      place,
      sheets.filter(isOwn).flatMap((sheet) => unreadBoard(sheet) ?? []),
    );
  }

  private note(place: string, findings: readonly Finding[], count?: RowCount): void {
    this.reading.findings.push(...findings.map((finding) => ({ ...finding, file: place })));
    if (count) this.reading.rows.push({ ...count, file: place });
  }
}

/**
 * Takes a workbook that is no return: a neighbour model, the tribunal table, and the KPI sheets that
 * stand beside them; null where it has none of these.
 */
function takeWorkbook(board: Board, { file, sheets }: OpenedWorkbook, options: KpiSheetOptions) {
  const printed = sheets.map((sheet) => ({ sheet, ...printedRows(sheet) }));
  const model = printed.find(({ rows }) => isNeighbourTable(rows));
  const tribunal = printed.find(({ rows }) => rows.slice(0, 30).some(isTribunalHeading));
  const others = printed.filter((one) => one !== model && one !== tribunal);
  const taken: string[] = [];
  if (model) taken.push(board.takeModel(file.name, model.rows));
  if (tribunal) taken.push(takeTribunal(board, file.name, tribunal.rows));
  const kpis = board.takeSheets(
    file.name,
    kpiSheetsOf(
      file.name,
      others.map(({ sheet }) => sheet),
      options,
    ),
  );
  if (kpis !== null) taken.push(kpis);
  if (taken.length > 0) return taken.join(", ");
  board.noteUnread(
    file.name,
    printed.map(({ name, rows }) => ({ file: file.name, sheet: name, rows })),
  );
  return null;
}

function takeTribunal(
  board: Board,
  file: string,
  rows: ReturnType<typeof printedRows>["rows"],
): string {
  const source = { file, release: releaseOf(file), sourceKey: board.published.length + 1 };
  return datasetsOf([board.takePublished(file, readTribunal(rows, source))]);
}

/** Takes the data files of a release's zip, all as one source, and accounts for the rest. */
async function takeRelease(board: Board, file: InputFile, reading: Reading): Promise<void> {
  const zip = openRelease(file.name, await bytesOf(reading.content(file)));
  reading.findings.push(...zip.findings);
  const [release, sourceKey] = [
    releaseOf(file.name.replace(/\.zip$/i, "/x")),
    board.published.length + 1,
  ];
  const taken: string[] = [];
  const published: PublishedFile[] = [];
  for (const { name, bytes } of zip.entries) {
    const place = `${file.name}/${name}`;
    const content: Content = async function* () {
      yield bytes;
    };
    const source = { file: name.split("/").at(-1)!, release, sourceKey };
    const found = await board.takeCsv(place, bytes.subarray(0, OPENING), content, source);
    if (found === null) reading.findings.push(fileFinding("F01", place));
    else if (found.published) published.push(found.published);
    else taken.push(found.takenFor);
  }
  const others = zip.beside > 0 ? `; files beside them: ${zip.beside}` : "";
  if (published.length > 0) taken.unshift(datasetsOf(published, others));
  if (taken.length > 0) reading.takenFor.set(file.name, taken.join(", "));
  else if (zip.findings.length === 0)
    reading.findings.push(
      releaseFinding(file.name, "The zip file holds no data file that is known."),
    );
}

/** The first lines of a CSV file as a sheet. */
async function openingSheet(file: string, opening: Uint8Array): Promise<KpiSheetInput> {
  const content: Content = async function* () {
    yield opening;
  };
  const { rows } = await scanGrid(content(), () => false, { keepsTexts: true });
  return { file, sheet: "", rows };
}

/**
 * Reads KPI sheets and published statistics: workbooks that are no return, CSV files that are
 * nothing else, and zips of releases.
 */
export async function readBoard(
  files: readonly RecognisedInput[],
  workbooks: readonly OpenedWorkbook[],
  options: KpiSheetOptions,
  reading: Reading,
): Promise<BoardFiles> {
  const board = new Board(options, reading);
  const { takenFor } = reading;
  for (const workbook of workbooks) {
    const { name } = workbook.file;
    const taken = workbook.sheets.length === 0 ? null : takeWorkbook(board, workbook, options);
    const before = takenFor.get(name);
    if (taken !== null) takenFor.set(name, before ? `${before}, ${taken}` : taken);
  }
  for (const { file, kind } of files) {
    if (kind === "release") await takeRelease(board, file, reading);
    else if (kind === "other-csv") {
      const source = {
        file: file.name,
        release: releaseOf(file.name),
        sourceKey: board.published.length + 1,
      };
      const opening = await openingOf(file);
      const taken = await board.takeCsv(file.name, opening, () => reading.content(file), source);
      if (taken !== null) takenFor.set(file.name, taken.takenFor);
      else board.noteUnread(file.name, [await openingSheet(file.name, opening)]);
    }
  }
  const { published, neighbourModels } = board;
  return { kpiSheets: board.kpiSheets(), published, neighbourModels };
}
