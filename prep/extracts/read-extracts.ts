import type { Finding, RowCount } from "../check/finding";
import { isDirectoryColumn, postcodeDirectory, type PostcodeDirectory } from "../collections/postcode-directory/directory";
import { readRegister, registerColumns, type SchoolRegister } from "../collections/school-register/register";
import type { InputFile, Progress, RecognisedFile } from "../pipeline-contract";
import type { RawTable } from "../scan/raw-table";
import { scanCsv } from "../scan/scan";
import { readWorkbook } from "../scan/workbook";
import { collectGroups } from "./collect-groups";
import { fileFinding, scanFinding } from "./file-rules";
import { openingOf, recognise, type FileKind } from "./recognise";
import { describeReturn, readSen2Collect, readSen2Sheets, readSen2Xml, type ReadReturn } from "./read-sen2";

export interface Extracts {
  readonly files: readonly RecognisedFile[];
  readonly returns: readonly ReadReturn[];
  readonly register: SchoolRegister | null;
  readonly directory: PostcodeDirectory | null;
  /** Identifiers of people who have opted out, cleaned; null when no list was given. */
  readonly optedOut: ReadonlySet<string> | null;
  readonly findings: readonly Finding[];
  readonly rows: readonly RowCount[];
}

type Recognised = { readonly file: InputFile } & FileKind;

async function bytesOf(file: InputFile): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.bytes);
  let length = 0;
  for await (const chunk of file.chunks()) {
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
}

/** Counts the bytes of a file as they pass. */
async function* counted(file: InputFile, tell: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of file.chunks()) {
    tell(chunk.length);
    yield chunk;
  }
}

/** Reads all files: what each is, is found by its content. Nothing here throws for what a file holds; it becomes a finding. */
export async function readExtracts(inputs: readonly InputFile[], progress: Progress): Promise<Extracts> {
  const findings: Finding[] = [];
  const rows: RowCount[] = [];
  const returns: ReadReturn[] = [];
  const names = new Map<string, string | null>();
  const total = inputs.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const chunksOf = (file: InputFile) => counted(file, (bytes) => progress("Reading", (done += bytes), total));

  const bySha = new Map<string, InputFile>();
  const kinds: Recognised[] = [];
  for (const file of inputs) {
    const twin = bySha.get(file.sha256);
    if (twin && file.role === "extract") {
      names.set(file.name, `the same file as ${twin.name}`);
      findings.push(fileFinding("F02", file.name, `The file is the same, byte for byte, as ${twin.name}; it was read once.`));
      continue;
    }
    bySha.set(file.sha256, file);
    kinds.push({ file, ...recognise(file, await openingOf(file)) });
  }
  const take = (read: ReadReturn | null): boolean => {
    if (read === null) return false;
    returns.push(read);
    findings.push(...read.findings);
    rows.push(...read.rows);
    for (const name of read.ret.files) names.set(name, describeReturn(read.ret));
    return true;
  };
  const scanned = async (file: InputFile, table: string, columns?: (name: string) => boolean): Promise<{ raw: RawTable | null; rowsIn: number }> => {
    const scan = await scanCsv(chunksOf(file), { table, ...(columns ? { columns } : {}) });
    findings.push(...scan.problems.map((problem) => scanFinding(file.name, table, problem)));
    const raw = scan.tables[0] ?? null;
    return { raw, rowsIn: scan.rowsSeen.get(table) ?? raw?.rowCount ?? 0 };
  };
  const counts = (file: InputFile, table: string, rowsIn: number, rowsOut: number): void => void rows.push({ file: file.name, table, rowsIn, rowsOut, rowsRejected: rowsIn - rowsOut });
  /** The file of a kind that counts: one that the settings name, else the first by name. */
  const only = (kind: FileKind["kind"], label: string): InputFile | null => {
    const found = kinds.filter((candidate) => candidate.kind === kind).sort((a, b) => Number(a.file.role === "extract") - Number(b.file.role === "extract"));
    for (const [i, { file }] of found.entries()) {
      names.set(file.name, label);
      if (i > 0) findings.push(fileFinding("F06", file.name));
    }
    return found[0]?.file ?? null;
  };

  for (const { file, kind } of kinds) {
    if (kind === "sen2-xml") take(await readSen2Xml(file, chunksOf(file)));
    else if (kind === "workbook") {
      const { sheets, problems } = await readWorkbook(await bytesOf(file));
      findings.push(...problems.map((problem) => scanFinding(file.name, "", problem)));
      if (!take(readSen2Sheets(file, sheets))) names.set(file.name, null);
    } else if (kind === "sample-answers") names.set(file.name, "answers of a sample, not read");
    else if (kind === "unknown") names.set(file.name, null);
  }
  const collect = kinds.flatMap((candidate) => (candidate.kind === "sen2-csv" ? [{ file: candidate.file, name: candidate.file.name, table: candidate.table }] : []));
  for (const group of collectGroups(collect)) take(await readSen2Collect(group, chunksOf));

  const [registerFile, linksFile, directoryFile, optOutFile] = [only("school-register", "school register"), only("school-links", "school register links"), only("postcode-directory", "postcode directory"), only("opt-out", "opt-out list")];
  let register: SchoolRegister | null = null;
  if (registerFile) {
    const table = await scanned(registerFile, "school_register", (name) => registerColumns.has(name));
    const links = linksFile ? await scanned(linksFile, "school_links") : null;
    if (linksFile && links) counts(linksFile, "school_links", links.rowsIn, links.raw?.rowCount ?? 0);
    if (table.raw) {
      const read = readRegister(registerFile.name, table.raw, links?.raw ?? null);
      register = read.register;
      counts(registerFile, "school_register", table.rowsIn, table.raw.rowCount - read.rejected);
    }
  }
  let directory: PostcodeDirectory | null = null;
  if (directoryFile) {
    const table = await scanned(directoryFile, "postcode_directory", isDirectoryColumn);
    counts(directoryFile, "postcode_directory", table.rowsIn, table.raw?.rowCount ?? 0);
    if (table.raw) directory = postcodeDirectory(directoryFile.name, table.raw);
  }
  let optedOut: Set<string> | null = null;
  if (optOutFile) {
    const { raw, rowsIn } = await scanned(optOutFile, "opt_out");
    optedOut = new Set([...(raw?.columns ?? [])].flatMap(([heading, column]) => [heading, ...column.dictionary]).map((id) => id.toUpperCase().replace(/\s+/g, "")).filter((id) => id !== ""));
    counts(optOutFile, "opt_out", rowsIn, raw?.rowCount ?? 0);
  }
  const files = inputs.map(({ name }) => ({ name, recognisedAs: names.get(name) ?? null }));
  for (const { name, recognisedAs } of files) if (recognisedAs === null) findings.push(fileFinding("F01", name));
  return { files, returns, register, directory, optedOut, findings, rows };
}
