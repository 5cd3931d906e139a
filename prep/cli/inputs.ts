import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { InputFile, InputRole } from "../input-file";
import type { Progress } from "../progress";
import type { Settings } from "../settings";
import { isExtract } from "../settings-file/is-extract";
import { codeOf } from "../publish/output-error";
import { ownedFiles, sha256OfFile } from "./files/owned-files";
import { openFile } from "./files/open-file";
import { realPlace } from "./output-place";
import { Stop } from "../stop";

const unreadable = (path: string, error: unknown): never => {
  const code = codeOf(error);
  if (code === null) throw error;
  throw new Stop(
    "input",
    `${path} could not be read: ${code === "ENOENT" ? "it is not there" : code === "ENOTDIR" ? "it is not a folder" : code}.`,
    { cause: error },
  );
};

/** A file to read, with the place where it lies. */
export interface FileOnDisk extends InputFile {
  readonly path: string;
}

/** What is known of a file on the disk, beside its content. */
export type FileRecord = Omit<FileOnDisk, "chunks">;

/** The file of a record, whose content is read when it is asked for. */
export const fileOnDisk = (record: FileRecord): FileOnDisk => ({
  ...record,
  chunks: () => contentOf(record.path),
});

/** The content of a file, unpacked where it is gzip. */
async function* contentOf(path: string): AsyncGenerator<Uint8Array> {
  yield* (await openFile(path, { hashed: false })).chunks;
}

/**
 * Paths below a folder, with `/`, in the order of their names on every system. An earlier output of
 * ours is not read.
 */
async function pathsBelow(root: string, below: string, except: string | null): Promise<string[]> {
  const folder = join(root, below);
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    unreadable(folder, error),
  );
  const found: string[] = [];
  for (const entry of entries
    .filter(({ name }) => isExtract(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      const absolute = await realPlace(join(root, path));
      if (absolute !== except && (await ownedFiles(absolute)) === null)
        found.push(...(await pathsBelow(root, path, except)));
    } else found.push(path);
  }
  return found;
}

/**
 * The files to read: all below the folder but hidden ones, the settings file and our own outputs,
 * then those named in the settings.
 * Each is read once for its SHA-256, which is null for an extract that cannot be read or is no file
 * (a pipe, a device, a link that leads nowhere). Throws `Stop` (input) when the folder or a file
 * that the settings
 * name cannot be read, or there is none.
 * `out` is left out where it lies in the folder.
 */
export async function collectInputs(
  folder: string,
  settings: Settings,
  progress: Progress,
  out: string | null = null,
): Promise<FileOnDisk[]> {
  const named = Object.entries(settings.inputs).flatMap(([role, path]) =>
    path === null ? [] : [{ role: role as InputRole, path, name: basename(path) }],
  );
  const below = (await pathsBelow(folder, "", out === null ? null : await realPlace(out))).map(
    (name) => ({
      role: "extract" as InputRole,
      path: resolve(folder, name),
      name,
    }),
  );
  const extracts = below.filter(({ path }) => !named.some((other) => other.path === path));
  if (extracts.length === 0)
    throw new Stop(
      "input",
      `There are no files in ${folder}. Put your extracts there: SEN2 returns as XML, COLLECT CSV export or Excel template.`,
    );
  const wanted = [...extracts, ...named];
  const files: FileOnDisk[] = [];
  for (const { role, path, name } of wanted) {
    progress("Finding files", files.length, wanted.length);
    const failed = (error: unknown): null =>
      role === "extract" && codeOf(error) !== null ? null : unreadable(path, error);
    // Opening a pipe or a device may wait for ever.
    const found = await stat(path).catch(failed);
    const sha256 = found?.isFile() ? await sha256OfFile(path).catch(failed) : null;
    const bytes = found?.isFile() ? found.size : 0;
    if (sha256 === null && role !== "extract") throw new Stop("input", `${path} is no file.`);
    files.push(fileOnDisk({ name, role, path, bytes, sha256 }));
  }
  progress("Finding files", files.length, wanted.length);
  return files;
}
