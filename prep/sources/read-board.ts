import { sheetOfTable } from "./kpi-sheet/read-kpi-file";
import type { SheetRow } from "./kpi-sheet/sheet";
import type { NeighbourModel } from "./neighbours/model";
import { isNeighbourTable, readNeighbourModel } from "./neighbours/read-model";
import type { KpiSheet, KpiSheetOptions } from "./kpi-sheet/read-kpi-sheet";
import type { PublishedFile } from "./published/published";
import { readReleaseZip } from "./published/read-release";
import type { InputFile } from "../input-file";
import { scanCsv } from "../scan/scan";
import { printedRows } from "../scan/workbook/printed-rows";
import { bytesOf } from "../extracts/bytes-of";
import { scanFinding } from "../extracts/file-rules";
import { kpiSheetOfTable, kpiSheetsOf, publishedOf, releaseOf } from "./read-kpi";
import type { OpenedWorkbook } from "../extracts/read-workbooks";
import type { Reading } from "../extracts/reading";
import type { RecognisedInput } from "../extracts/recognise-files";

/** What a board's scorecard is made from besides extracts. */
export interface BoardFiles {
  readonly kpiSheets: readonly KpiSheet[];
  readonly published: readonly PublishedFile[];
  /** Neighbour models that the council supplies. */
  readonly neighbourModels: readonly NeighbourModel[];
}

function noteSheets(
  file: InputFile,
  sheets: readonly KpiSheet[],
  { takenFor, findings, rows }: Reading,
): void {
  takenFor.set(
    file.name,
    `KPI sheet${sheets.length > 1 ? "s" : ""} (${sheets.map(({ layout }) => String(layout).replace("_", " ")).join(", ")} layout)`,
  );
  for (const sheet of sheets) {
    findings.push(...sheet.findings);
    rows.push({ ...sheet.count, file: file.name });
  }
}

function notePublished(
  file: InputFile,
  found: readonly PublishedFile[],
  { takenFor, findings, rows }: Reading,
): void {
  takenFor.set(
    file.name,
    `published statistics (${found.map(({ dataset }) => dataset.replace(/_/g, " ")).join(", ")})`,
  );
  for (const one of found) {
    findings.push(...one.findings);
    rows.push({ ...one.count, file: file.name });
  }
}

/** Titles above a table have a cell or two; headings have more. */
const isWide = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell !== "").length > 2;

/** Reads KPI sheets and published statistics: workbooks that are no return, CSV files that are nothing else, and zips of releases. */
export async function readBoard(
  files: readonly RecognisedInput[],
  workbooks: readonly OpenedWorkbook[],
  options: KpiSheetOptions,
  reading: Reading,
): Promise<BoardFiles> {
  const kpiSheets: KpiSheet[] = [];
  const published: PublishedFile[] = [];
  const takeSheets = (file: InputFile, sheets: readonly KpiSheet[]): void => {
    if (sheets.length === 0) return;
    kpiSheets.push(...sheets);
    noteSheets(file, sheets, reading);
  };
  const takePublished = (file: InputFile, found: readonly PublishedFile[]): void => {
    if (found.length === 0) return;
    published.push(...found);
    notePublished(file, found, reading);
  };
  const neighbourModels: NeighbourModel[] = [];
  const takeModel = (file: InputFile, rows: readonly SheetRow[]): boolean => {
    if (!isNeighbourTable(rows)) return false;
    const version = file.name
      .split("/")
      .at(-1)!
      .replace(/\.\w+$/, "");
    const { model, findings } = readNeighbourModel({
      file: file.name,
      rows,
      version,
      name: version,
    });
    neighbourModels.push(model);
    reading.findings.push(...findings);
    reading.takenFor.set(file.name, `neighbour model (authorities: ${model.neighbours.size})`);
    return true;
  };
  for (const { file, sheets } of workbooks)
    if (!reading.takenFor.has(file.name))
      sheets.some((sheet) => takeModel(file, printedRows(sheet).rows));
  for (const { file, sheets } of workbooks)
    if (!reading.takenFor.has(file.name)) takeSheets(file, kpiSheetsOf(file.name, sheets, options));
  for (const { file, kind } of files) {
    const sourceKey = published.length + 1;
    if (kind === "release") {
      const release = await readReleaseZip(
        file.name,
        await bytesOf(reading.content(file)),
        releaseOf(`${file.name.replace(/\.zip$/i, "")}/x`),
        sourceKey,
      );
      reading.findings.push(...release.findings);
      takePublished(file, release.files);
    } else if (kind === "other-csv") {
      const scan = await scanCsv(reading.content(file), { table: "", isHeading: isWide });
      const raw = scan.tables[0];
      const statistics = raw
        ? publishedOf(raw, { file: file.name, release: releaseOf(file.name), sourceKey })
        : null;
      const isModel =
        raw !== undefined && !statistics && takeModel(file, sheetOfTable(file.name, raw).rows);
      const sheet =
        raw && !statistics && !isModel ? kpiSheetOfTable(file.name, raw, options) : null;
      // A file of some other kind is only said not to be recognised, not to be a bad table.
      if (statistics || sheet || isModel)
        reading.findings.push(
          ...scan.problems.map((problem) => scanFinding(file.name, "", problem)),
        );
      if (statistics) takePublished(file, [statistics]);
      if (sheet) takeSheets(file, [sheet]);
    }
  }
  return { kpiSheets, published, neighbourModels };
}
