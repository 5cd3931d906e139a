import { isLocalityHeader, readLocalities, type Localities } from "./localities/localities";
import {
  isDirectoryColumn,
  isDirectoryHeader,
  postcodeDirectory,
  type PostcodeDirectory,
} from "./postcode-directory/directory";
import { isLinkageHeader, readLinkageTable, type LinkageTable } from "./health-linkage";
import {
  isLinksHeader,
  isRegisterHeader,
  readRegister,
  registerColumns,
  type SchoolRegister,
} from "./school-register/register";
import type { InputFile } from "../input-file";
import type { RawTable } from "../columns/raw-table";
import type { CsvOptions } from "../scan/csv";
import { scanCsv } from "../scan/scan";
import { readOptOutList } from "./opt-out/opt-out";
import { fileFinding, fileRules, scanFinding } from "../extracts/file-rules";
import type { Reading } from "../extracts/reading";
import type { RecognisedInput } from "../extracts/recognise-files";

interface ScannedFile {
  readonly raw: RawTable | null;
  /**
   * Notes how many of the file's rows are used, and how many there are beside those that the reader
   * of text saw.
   */
  counted(rowsOut: number, beside?: number): void;
}

/**
 * The file of a kind that counts: one that the settings name, else the first by name; null when
 * there is none.
 */
function only(
  files: readonly RecognisedInput[],
  kind: string,
  label: string,
  { findings, takenFor }: Reading,
): InputFile | null {
  const found = files
    .filter((candidate) => candidate.kind === kind)
    .sort((a, b) => Number(a.file.role === "extract") - Number(b.file.role === "extract"));
  for (const [i, { file }] of found.entries()) {
    takenFor.set(file.name, label);
    if (i > 0) findings.push(fileFinding("F06", file.name));
  }
  return found[0]?.file ?? null;
}

/**
 * Reads a table that others are looked up in. One that breaks off is left out whole: what it lacks
 * would count as not recorded, where nobody looked.
 */
async function scanned(
  file: InputFile,
  table: string,
  { findings, rows, content }: Reading,
  {
    inPart = false,
    ...options
  }: Pick<CsvOptions, "columns" | "exported" | "typed" | "isHeading"> & {
    /** What was read is used also of a file that breaks off. */
    readonly inPart?: boolean;
  },
): Promise<ScannedFile> {
  const scan = await scanCsv(content(file), { table, ...options });
  findings.push(...scan.problems.map((problem) => scanFinding(file.name, table, problem)));
  const raw = scan.tables[0] ?? null;
  const rowsSeen = scan.rowsSeen.get(table) ?? raw?.rowCount ?? 0;
  const counted: ScannedFile["counted"] = (rowsOut, beside = 0) => {
    const rowsIn = rowsSeen + beside;
    rows.push({ file: file.name, table, rowsIn, rowsOut, rowsRejected: rowsIn - rowsOut });
  };
  if (!scan.brokenOff || inPart) return { raw, counted };
  findings.push(fileFinding("F21", file.name));
  counted(0);
  return { raw: null, counted: () => undefined };
}

/** Reads the school register with its links to successors; null when there is none. */
export async function readSchoolRegister(
  files: readonly RecognisedInput[],
  reading: Reading,
): Promise<SchoolRegister | null> {
  const [file, linksFile] = [
    only(files, "school-register", "school register", reading),
    only(files, "school-links", "school register links", reading),
  ];
  const links =
    linksFile &&
    (await scanned(linksFile, "school_links", reading, {
      exported: true,
      isHeading: isLinksHeader,
    }));
  if (!file) {
    links?.counted(0);
    if (linksFile) reading.findings.push(fileFinding("F18", linksFile.name));
    return null;
  }
  const table = await scanned(file, "school_register", reading, {
    columns: (name) => registerColumns.has(name),
    typed: true,
    isHeading: isRegisterHeader,
  });
  if (!table.raw) return null;
  const { register, rejected, linksUsed } = readRegister(file.name, table.raw, links?.raw ?? null);
  table.counted(table.raw.rowCount - rejected);
  tellRejected(file, rejected, reading);
  if (linksFile && links?.raw) {
    links.counted(linksUsed);
    tellRejected(linksFile, links.raw.rowCount - linksUsed, reading);
  }
  return register;
}

/** Tells of rows that were read and cannot be used. */
function tellRejected(file: InputFile, rejected: number, { findings }: Reading): void {
  if (rejected === 0) return;
  const { message } = fileRules.F17;
  findings.push(fileFinding("F17", file.name, `${message} (rows: ${rejected})`));
}

/** Reads the postcode directory; null when there is none. */
export async function readPostcodes(
  files: readonly RecognisedInput[],
  reading: Reading,
): Promise<PostcodeDirectory | null> {
  const file = only(files, "postcode-directory", "postcode directory", reading);
  if (!file) return null;
  const { raw, counted } = await scanned(file, "postcode_directory", reading, {
    columns: isDirectoryColumn,
    exported: true,
    isHeading: isDirectoryHeader,
  });
  if (!raw) return null;
  const directory = postcodeDirectory(file.name, raw);
  counted(directory.count);
  tellRejected(file, raw.rowCount - directory.count, reading);
  return directory;
}

/** Reads the look-up from wards to localities; null when there is none. */
export async function readLocalityTable(
  files: readonly RecognisedInput[],
  reading: Reading,
): Promise<Localities | null> {
  const file = only(files, "localities", "localities of wards", reading);
  if (!file) return null;
  const { raw, counted } = await scanned(file, "localities", reading, {
    exported: true,
    isHeading: isLocalityHeader,
  });
  if (!raw) return null;
  if (!isLocalityHeader([...raw.columns.keys()])) {
    counted(0);
    reading.findings.push(
      fileFinding(
        "F03",
        file.name,
        "The file has no column with the GSS codes of wards, or none with localities; it was left out.",
      ),
    );
    return null;
  }
  const localities = readLocalities(file.name, raw);
  counted(raw.rowCount - localities.problems.length);
  reading.findings.push(
    ...localities.problems.map(({ line, why }) => ({
      ...fileFinding("F10", file.name, why),
      line,
    })),
  );
  return localities;
}

/** Reads the linkage table between mental health data and children; null when there is none. */
export async function readHealthLinkage(
  files: readonly RecognisedInput[],
  reading: Reading,
): Promise<LinkageTable | null> {
  const file = only(files, "health-linkage", "linkage table of mental health data", reading);
  if (!file) return null;
  const { raw, counted } = await scanned(file, "health_linkage", reading, {
    exported: true,
    isHeading: isLinkageHeader,
  });
  if (!raw) return null;
  const table = readLinkageTable(file.name, raw);
  counted(table ? raw.rowCount - table.rejected : 0);
  if (!table)
    reading.findings.push(
      fileFinding(
        "F03",
        file.name,
        "The linkage table needs a column person_id or nhs_number and a column upn, uln or person_pseudonym.",
      ),
    );
  else if (table.rejected > 0) reading.findings.push(fileFinding("F09", file.name));
  return table;
}

/**
 * Reads the identifiers of the opt-out lists, all of them together, with or without a heading; null
 * when there is none.
 */
export async function readOptOuts(
  files: readonly RecognisedInput[],
  reading: Reading,
): Promise<ReadonlySet<string> | null> {
  const lists = files.filter(({ kind }) => kind === "opt-out");
  const identifiers = new Set<string>();
  for (const { file } of lists) {
    reading.takenFor.set(file.name, "opt-out list");
    if (file.role === "extract") reading.findings.push(fileFinding("F15", file.name));
    const { raw, counted } = await scanned(file, "opt_out", reading, {
      exported: true,
      inPart: true,
    });
    if (!raw) continue;
    const list = readOptOutList(raw);
    for (const identifier of list.identifiers) identifiers.add(identifier);
    counted(list.rowsOut, Number(list.isUnheaded));
    for (const line of list.without)
      reading.findings.push({ ...fileFinding("F16", file.name), line });
  }
  return lists.length === 0 ? null : identifiers;
}
