import { isLocalityHeader, readLocalities, type Localities } from "./localities/localities";
import {
  isDirectoryColumn,
  postcodeDirectory,
  type PostcodeDirectory,
} from "./postcode-directory/directory";
import { readLinkageTable, type LinkageTable } from "../collections/mhsds/linkage";
import { readRegister, registerColumns, type SchoolRegister } from "./school-register/register";
import type { InputFile } from "../input-file";
import type { RawTable } from "../scan/raw-table";
import { scanCsv } from "../scan/scan";
import { fileFinding, scanFinding } from "../extracts/file-rules";
import type { Reading } from "../extracts/reading";
import type { RecognisedInput } from "../extracts/recognise-files";

interface ScannedFile {
  readonly raw: RawTable | null;
  /** Notes how many of the file's rows are used. */
  counted(rowsOut: number): void;
}

/** The file of a kind that counts: one that the settings name, else the first by name; null when there is none. */
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

async function scanned(
  file: InputFile,
  table: string,
  { findings, rows, content }: Reading,
  columns?: (name: string) => boolean,
): Promise<ScannedFile> {
  const scan = await scanCsv(content(file), { table, ...(columns ? { columns } : {}) });
  findings.push(...scan.problems.map((problem) => scanFinding(file.name, table, problem)));
  const raw = scan.tables[0] ?? null;
  const rowsIn = scan.rowsSeen.get(table) ?? raw?.rowCount ?? 0;
  return {
    raw,
    counted: (rowsOut) =>
      void rows.push({ file: file.name, table, rowsIn, rowsOut, rowsRejected: rowsIn - rowsOut }),
  };
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
  if (!file) return null;
  const table = await scanned(file, "school_register", reading, (name) =>
    registerColumns.has(name),
  );
  const links = linksFile && (await scanned(linksFile, "school_links", reading));
  links?.counted(links.raw?.rowCount ?? 0);
  if (!table.raw) return null;
  const { register, rejected } = readRegister(file.name, table.raw, links?.raw ?? null);
  table.counted(table.raw.rowCount - rejected);
  return register;
}

/** Reads the postcode directory; null when there is none. */
export async function readPostcodes(
  files: readonly RecognisedInput[],
  reading: Reading,
): Promise<PostcodeDirectory | null> {
  const file = only(files, "postcode-directory", "postcode directory", reading);
  if (!file) return null;
  const { raw, counted } = await scanned(file, "postcode_directory", reading, isDirectoryColumn);
  counted(raw?.rowCount ?? 0);
  return raw && postcodeDirectory(file.name, raw);
}

/** Reads the look-up from wards to localities; null when there is none. */
export async function readLocalityTable(
  files: readonly RecognisedInput[],
  reading: Reading,
): Promise<Localities | null> {
  const file = only(files, "localities", "localities of wards", reading);
  if (!file) return null;
  const { raw, counted } = await scanned(file, "localities", reading);
  if (!raw || !isLocalityHeader([...raw.columns.keys()])) {
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
  const { raw, counted } = await scanned(file, "health_linkage", reading);
  const table = raw && readLinkageTable(file.name, raw);
  counted(raw && table ? raw.rowCount - table.rejected : 0);
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

/** Reads the identifiers of the opt-out list, with or without a heading; null when there is none. */
export async function readOptOuts(
  files: readonly RecognisedInput[],
  reading: Reading,
): Promise<ReadonlySet<string> | null> {
  const file = only(files, "opt-out", "opt-out list", reading);
  if (!file) return null;
  const { raw, counted } = await scanned(file, "opt_out", reading);
  counted(raw?.rowCount ?? 0);
  const texts = [...(raw?.columns ?? [])].flatMap(([heading, column]) => [
    heading,
    ...column.dictionary,
  ]);
  return new Set(
    texts.map((text) => text.toUpperCase().replace(/\s+/g, "")).filter((id) => id !== ""),
  );
}
