import { isDirectoryColumn, postcodeDirectory, type PostcodeDirectory } from "../collections/postcode-directory/directory";
import { readRegister, registerColumns, type SchoolRegister } from "../collections/school-register/register";
import type { InputFile } from "../pipeline-contract";
import { fileFinding } from "./file-rules";
import type { ReadingLog } from "./reading-log";
import type { FileKind } from "./recognise";

/** Files that stand beside the extracts. */
export interface ReferenceFiles {
  readonly register: SchoolRegister | null;
  readonly directory: PostcodeDirectory | null;
  /** Identifiers of people who have opted out, cleaned; null when no list was given. */
  readonly optedOut: ReadonlySet<string> | null;
}

type Kinds = readonly ({ readonly file: InputFile } & FileKind)[];

/** The file of a kind that counts: one that the settings name, else the first by name; the others give a finding. */
function only(kinds: Kinds, kind: FileKind["kind"], label: string, log: ReadingLog): InputFile | null {
  const found = kinds.filter((candidate) => candidate.kind === kind).sort((a, b) => Number(a.file.role === "extract") - Number(b.file.role === "extract"));
  for (const [i, { file }] of found.entries()) {
    log.taken.set(file.name, label);
    if (i > 0) log.findings.push(fileFinding("F06", file.name));
  }
  return found[0]?.file ?? null;
}

async function schoolRegister(kinds: Kinds, log: ReadingLog): Promise<SchoolRegister | null> {
  const file = only(kinds, "school-register", "school register", log);
  const linksFile = only(kinds, "school-links", "school register links", log);
  if (!file) return null;
  const { raw, rowsIn } = await log.tableOf(file, "school_register", (name) => registerColumns.has(name));
  const links = linksFile ? await log.tableOf(linksFile, "school_links") : null;
  if (linksFile && links) log.count(linksFile, "school_links", links.rowsIn, links.raw?.rowCount ?? 0);
  if (!raw) return null;
  const { register, rejected } = readRegister(file.name, raw, links?.raw ?? null);
  log.count(file, "school_register", rowsIn, raw.rowCount - rejected);
  return register;
}

async function directoryOf(kinds: Kinds, log: ReadingLog): Promise<PostcodeDirectory | null> {
  const file = only(kinds, "postcode-directory", "postcode directory", log);
  if (!file) return null;
  const { raw, rowsIn } = await log.tableOf(file, "postcode_directory", isDirectoryColumn);
  log.count(file, "postcode_directory", rowsIn, raw?.rowCount ?? 0);
  return raw && postcodeDirectory(file.name, raw);
}

/** One identifier a line; a list without a heading has its first identifier there, so that the heading counts too. */
async function optOutList(kinds: Kinds, log: ReadingLog): Promise<Set<string> | null> {
  const file = only(kinds, "opt-out", "opt-out list", log);
  if (!file) return null;
  const { raw, rowsIn } = await log.tableOf(file, "opt_out");
  log.count(file, "opt_out", rowsIn, raw?.rowCount ?? 0);
  const texts = [...(raw?.columns ?? [])].flatMap(([heading, column]) => [heading, ...column.dictionary]);
  return new Set(texts.map((id) => id.toUpperCase().replace(/\s+/g, "")).filter((id) => id !== ""));
}

/** Reads the school register, the postcode directory and the opt-out list, where they are given. */
export async function readReference(kinds: Kinds, log: ReadingLog): Promise<ReferenceFiles> {
  return { register: await schoolRegister(kinds, log), directory: await directoryOf(kinds, log), optedOut: await optOutList(kinds, log) };
}
