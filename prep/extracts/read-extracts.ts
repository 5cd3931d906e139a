import type { KpiSheet, KpiSheetOptions } from "../collections/kpi-sheet/read-kpi-sheet";
import type { PublishedFile } from "../collections/published/published";
import { readReleaseZip } from "../collections/published/read-release";
import type { InputFile, Progress, RecognisedFile } from "../pipeline-contract";
import { readWorkbook } from "../scan/workbook";
import { collectGroups } from "./collect-groups";
import { fileFinding, scanFinding } from "./file-rules";
import { kpiSheetOfTable, kpiSheetsOf, publishedOf, releaseOf } from "./read-kpi";
import { readReference, type ReferenceFiles } from "./read-reference";
import { describeReturn, readSen2Collect, readSen2Sheets, readSen2Xml, type ReadReturn } from "./read-sen2";
import { readingLog, type ReadingLog } from "./reading-log";
import { openingOf, recognise, type FileKind } from "./recognise";

export interface Extracts extends ReferenceFiles {
  readonly files: readonly RecognisedFile[];
  readonly returns: readonly ReadReturn[];
  readonly kpiSheets: readonly KpiSheet[];
  /** Source keys count up from 1 in this list; the caller moves them behind its own sources. */
  readonly published: readonly PublishedFile[];
  readonly findings: ReadingLog["findings"];
  readonly rows: ReadingLog["rows"];
}

type Recognised = { readonly file: InputFile } & FileKind;

async function bytesOf(file: InputFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.chunks()) chunks.push(chunk.slice());
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Finds what each file is; the same file given twice is read once. */
async function sortInputs(inputs: readonly InputFile[], log: ReadingLog): Promise<Recognised[]> {
  const bySha = new Map<string, InputFile>();
  const kinds: Recognised[] = [];
  for (const file of inputs) {
    const twin = bySha.get(file.sha256);
    if (twin && file.role === "extract") {
      log.taken.set(file.name, `the same file as ${twin.name}`);
      log.findings.push(fileFinding("F02", file.name, `The file is the same, byte for byte, as ${twin.name}; it was read once.`));
      continue;
    }
    bySha.set(file.sha256, file);
    kinds.push({ file, ...recognise(file, await openingOf(file)) });
  }
  return kinds;
}

/** Reads all files: what each is, is found by its content. Nothing here throws for what a file holds; it becomes a finding. */
export async function readExtracts(inputs: readonly InputFile[], kpiOptions: KpiSheetOptions, progress: Progress): Promise<Extracts> {
  const log = readingLog(inputs, progress);
  const returns: ReadReturn[] = [];
  const kpiSheets: KpiSheet[] = [];
  const published: PublishedFile[] = [];
  const takeReturn = (read: ReadReturn): void => {
    returns.push(read);
    log.findings.push(...read.findings);
    log.rows.push(...read.rows);
    for (const name of read.ret.files) log.taken.set(name, describeReturn(read.ret));
  };
  const takeSheets = (file: InputFile, sheets: readonly KpiSheet[]): void => {
    kpiSheets.push(...sheets);
    log.taken.set(file.name, sheets.length === 0 ? null : `KPI sheet${sheets.length > 1 ? "s" : ""} (${sheets.map(({ layout }) => String(layout).replace("_", " ")).join(", ")} layout)`);
    for (const sheet of sheets) {
      log.findings.push(...sheet.findings);
      log.rows.push(sheet.count);
    }
  };
  const takePublished = (file: InputFile, found: readonly PublishedFile[]): void => {
    published.push(...found);
    log.taken.set(file.name, `published statistics (${found.map(({ dataset }) => dataset.replace(/_/g, " ")).join(", ")})`);
    for (const { findings, count } of found) {
      log.findings.push(...findings);
      log.rows.push({ ...count, file: file.name });
    }
  };

  const kinds = await sortInputs(inputs, log);
  for (const { file, kind } of kinds) {
    log.taken.set(file.name, kind === "sample-answers" ? "answers of a sample, not read" : null);
    if (kind === "sen2-xml") takeReturn(await readSen2Xml(file, log.chunksOf(file)));
    else if (kind === "release") {
      const release = await readReleaseZip(file.name, await bytesOf(file), releaseOf(`${file.name.replace(/\.zip$/i, "")}/x`), published.length + 1);
      log.findings.push(...release.findings);
      if (release.files.length > 0) takePublished(file, release.files);
    } else if (kind === "workbook") {
      const { sheets, problems } = await readWorkbook(await bytesOf(file));
      log.findings.push(...problems.map((problem) => scanFinding(file.name, "", problem)));
      const read = readSen2Sheets(file, sheets);
      if (read) takeReturn(read);
      else takeSheets(file, kpiSheetsOf(file.name, sheets, kpiOptions));
    } else if (kind === "other-csv") {
      const before = log.findings.length;
      const { raw } = await log.tableOf(file, "");
      const statistics = raw && publishedOf(raw, { file: file.name, release: releaseOf(file.name), sourceKey: published.length + 1 });
      const sheet = raw && !statistics ? kpiSheetOfTable(file.name, raw, kpiOptions) : null;
      if (statistics) takePublished(file, [statistics]);
      else if (sheet) takeSheets(file, [sheet]);
      // A file of some other kind is said to be that, not to be a bad table.
      else log.findings.length = before;
    }
  }
  const collect = kinds.flatMap((candidate) => (candidate.kind === "sen2-csv" ? [{ file: candidate.file, name: candidate.file.name, table: candidate.table }] : []));
  for (const group of collectGroups(collect)) takeReturn(await readSen2Collect(group, log.chunksOf));
  const reference = await readReference(kinds, log);

  const files = inputs.map(({ name }) => ({ name, recognisedAs: log.taken.get(name) ?? null }));
  for (const { name, recognisedAs } of files) if (recognisedAs === null) log.findings.push(fileFinding("F01", name));
  return { ...reference, files, returns, kpiSheets, published, findings: log.findings, rows: log.rows };
}
