import type { InputFile } from "../input-file";
import { unpackZip } from "../scan/unpack-zip";
import { bytesOf } from "./bytes-of";
import { fileFinding } from "./file-rules";
import type { Reading } from "./reading";
import { OPENING, recognise, type Recognise } from "./recognise";

/** Kinds that a release of published statistics has too. */
const OF_RELEASES: ReadonlySet<string> = new Set(["other-csv", "unknown", "release"]);

const hashOf = async (bytes: Uint8Array): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.slice().buffer as ArrayBuffer))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");

/**
 * A file of a zip lies in the zip as in a folder; one that is packed alone lies where its zip does,
 * as its table of an export may.
 */
const nameIn = (zip: InputFile, name: string, isAlone: boolean): string =>
  isAlone ? `${zip.name} > ${name.slice(name.lastIndexOf("/") + 1)}` : `${zip.name}/${name}`;

async function inputOf(name: string, bytes: Uint8Array): Promise<InputFile> {
  return {
    name,
    role: "extract",
    bytes: bytes.length,
    sha256: await hashOf(bytes),
    async *chunks() {
      yield bytes;
    },
  };
}

/**
 * The files of a zip that holds extracts, each to be read as if it lay in the folder; null where it
 * is none, such as a release of published statistics.
 */
export async function unpackExtracts(
  zip: InputFile,
  recognisers: readonly Recognise[],
  { findings, takenFor }: Reading,
): Promise<InputFile[] | null> {
  const unpacked = unpackZip(await bytesOf(zip.chunks()));
  if (unpacked === "damaged" || unpacked === "too-large") return null;
  const inputs = await Promise.all(
    unpacked.entries.map(({ name, bytes }) =>
      inputOf(nameIn(zip, name, unpacked.entries.length === 1), bytes),
    ),
  );
  const kinds = inputs.map(
    (input, i) =>
      recognise(input, unpacked.entries[i].bytes.subarray(0, OPENING), recognisers).kind,
  );
  if (kinds.every((kind) => OF_RELEASES.has(kind))) return null;
  takenFor.set(zip.name, `zip (files: ${inputs.length})`);
  for (const name of unpacked.repeated)
    findings.push(
      fileFinding("F03", zip.name, `The zip holds more than one file ${name}; each was read.`),
    );
  return inputs.filter((input, i) => {
    if (kinds[i] !== "release") return true;
    takenFor.set(input.name, null);
    findings.push(
      fileFinding(
        "F03",
        input.name,
        "A zip within a zip is not read: unpack it and give its files.",
      ),
    );
    return false;
  });
}
