import type { InputFile, InputRole } from "../../prep/input-file";
import type { Progress } from "../../prep/progress";
import { MANIFEST } from "../../prep/publish/output-folder";
import { ownManifest } from "../../prep/publish/own-manifest";
import { isGzip } from "../../prep/scan/gzip";
import type { Settings } from "../../prep/settings";
import { isExtract } from "../../prep/settings-file/is-extract";
import { Stop } from "../../prep/stop";
import type { GivenFile } from "../messages";
import { gunzip } from "./gunzip";
import { piecesOf, sha256Of } from "./sha256";

/** The content of a file, unpacked where it is gzip. */
async function* contentOf(file: Blob): AsyncGenerator<Uint8Array> {
  const opening = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  yield* isGzip(opening) ? gunzip(piecesOf(file), file.size) : piecesOf(file);
}

/** As a walk through folders meets files: the names of each folder in order. */
function byFolder({ path: a }: GivenFile, { path: b }: GivenFile): number {
  const [one, other] = [a.split("/"), b.split("/")];
  const at = one.findIndex((name, i) => name !== other[i]);
  return at < 0 ? 0 : one[at] < (other[at] ?? "") ? -1 : 1;
}

/** Folders that hold an earlier output of ours, each with `/` behind it. */
async function ownFolders(given: readonly GivenFile[]): Promise<string[]> {
  const manifests = given.filter(({ path }) => path.endsWith(`/${MANIFEST}`));
  const texts = await Promise.all(manifests.map(({ file }) => file.text().catch(() => "")));
  return manifests.flatMap(({ path }, i) =>
    ownManifest(texts[i]) ? [path.slice(0, -MANIFEST.length)] : [],
  );
}

/** A path with its `.` and `..` worked out, with `/`. */
function plainPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.replaceAll("\\", "/").split("/"))
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  return steps.join("/");
}

interface Wanted extends GivenFile {
  readonly role: InputRole;
}

/** The files that the settings name, found among those that were given. Throws `Stop` (input). */
const namedFiles = (given: readonly GivenFile[], { inputs }: Settings): Wanted[] =>
  Object.entries(inputs).flatMap(([role, named]) => {
    if (named === null) return [];
    const path = plainPath(named);
    const found = given.find((one) => one.path === path);
    if (!found)
      throw new Stop(
        "input",
        `${named} could not be read: the settings name it (inputs.${role}), and it is not among the files. Add it.`,
      );
    return [{ ...found, role: role as InputRole }];
  });

/**
 * The files to read, as the command line finds them in a folder: all that were given but hidden
 * ones, the settings and our own outputs, then those that the settings name. Each is read once for
 * its SHA-256, which is null for an extract that cannot be read. Throws `Stop` (input) where there
 * is none, or one that the settings name cannot be read.
 */
export async function givenInputs(
  given: readonly GivenFile[],
  settings: Settings,
  progress: Progress,
): Promise<InputFile[]> {
  const named = namedFiles(given, settings);
  const own = await ownFolders(given);
  const extracts = given
    .filter(
      ({ path }) =>
        path.split("/").every(isExtract) &&
        !own.some((folder) => path.startsWith(folder)) &&
        !named.some((other) => other.path === path),
    )
    .sort(byFolder)
    .map((one): Wanted => ({ ...one, role: "extract" }));
  if (extracts.length === 0)
    throw new Stop(
      "input",
      "There are no files to read. Add your extracts: SEN2 returns, school censuses, MHSDS, KPI spreadsheets or published statistics.",
    );
  const inputs: InputFile[] = [];
  const wanted = [...extracts, ...named];
  for (const { path, file, role } of wanted) {
    progress("Finding files", inputs.length, wanted.length);
    const sha256 = await sha256Of(file).catch(() => null);
    if (sha256 === null && role !== "extract")
      throw new Stop("input", `${path} could not be read: is it open in another program?`);
    inputs.push({
      name: role === "extract" ? path : path.slice(path.lastIndexOf("/") + 1),
      role,
      bytes: sha256 === null ? 0 : file.size,
      sha256,
      chunks: () => contentOf(file),
    });
  }
  progress("Finding files", inputs.length, wanted.length);
  return inputs;
}
