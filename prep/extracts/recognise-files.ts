import type { InputFile } from "../input-file";
import { folderOf } from "./collect-groups";
import { fileFinding } from "./file-rules";
import type { Reading } from "./reading";
import { openingOf, recognise, type FileKind, type Recognise } from "./recognise";
import { unpackExtracts } from "./unpack-extracts";

export interface RecognisedInput extends FileKind {
  readonly file: InputFile;
}

/**
 * How files are told apart: those who know them, in their order, and the kinds of which two in
 * different folders may be alike, such as empty tables of two exports.
 */
interface Recognisers {
  readonly recognise: readonly Recognise[];
  readonly alike: readonly string[];
}

/** Kinds that are held in memory as a whole while they are read; what is larger is none of ours. */
const READ_WHOLE: ReadonlySet<string> = new Set([
  "workbook",
  "release",
  "own-indicators",
  "bank-holidays",
]);
const MOST_WHOLE = 1 << 28;

/**
 * Finds what each file is. One that cannot be read, or repeats another one byte for byte, is left
 * out with a finding; of a zip of extracts the files in it are found.
 */
export async function recogniseFiles(
  files: readonly InputFile[],
  reading: Reading,
  { recognise: recognisers, alike }: Recognisers,
): Promise<RecognisedInput[]> {
  const { findings, takenFor } = reading;
  const waiting = [...files];
  const bySha = new Map<string, InputFile>();
  const found: RecognisedInput[] = [];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const opening = file.sha256 === null ? null : await openingOf(file).catch(() => null);
    if (opening === null || file.sha256 === null) {
      takenFor.set(file.name, null);
      findings.push(
        fileFinding(
          "F03",
          file.name,
          "The file could not be opened, or is no file but a pipe, a device or a link that leads to none; it was left out.",
        ),
      );
      continue;
    }
    const kind = recognise(file, opening, recognisers);
    if (READ_WHOLE.has(kind.kind) && file.bytes > MOST_WHOLE) {
      takenFor.set(file.name, null);
      findings.push(
        fileFinding(
          "F03",
          file.name,
          "The file is larger than any workbook or release of figures can be; it was not read. Take it out of the folder, or unpack it and give its files.",
        ),
      );
      continue;
    }
    const twin = bySha.get(file.sha256);
    const isOtherExport =
      alike.includes(kind.kind) &&
      twin !== undefined &&
      folderOf(twin.name) !== folderOf(file.name);
    if (twin && file.role === "extract" && !isOtherExport) {
      takenFor.set(file.name, `the same file as ${twin.name}`);
      findings.push(
        fileFinding(
          "F02",
          file.name,
          `The file is the same, byte for byte, as ${twin.name}; it was read once.`,
        ),
      );
      continue;
    }
    bySha.set(file.sha256, file);
    const inside =
      kind.kind === "release" ? await unpackExtracts(file, recognisers, reading) : null;
    if (inside === null) found.push({ file, ...kind });
    else waiting.unshift(...inside);
  }
  return found;
}
