import { createHash } from "node:crypto";
import { mkdir, open, readdir, realpath, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { lockFolder } from "./folder-lock";
import { attempt, OutputError } from "../../publish/output-error";
import { MANIFEST, type OutputFolder, type WrittenFile } from "../../publish/output-folder";
import { isUnchanged, ownedFiles } from "./owned-files";
import { renameFolder } from "./rename-folder";
import type { RenameOptions } from "./rename-folder";

export interface FolderReport {
  readonly files: readonly WrittenFile[];
  /**
   * Files in the folder that are not ours, or that someone changed: where they are now, below the
   * folder.
   */
  readonly kept: readonly string[];
}

interface PublishOptions extends RenameOptions {
  /**
   * Folders of the old output that stay whole, our files in them included: paths below the folder,
   * which `fill` must not write.
   */
  readonly keep?: readonly string[];
  /** Permissions of the folder where the system has them, such as 0o700 for its owner alone. */
  readonly mode?: number;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A path that nothing has yet: the path itself, else with `.kept`, `.kept2` and so on. */
async function freePath(path: string): Promise<string> {
  for (let n = 0; ; n++) {
    const candidate = n === 0 ? path : `${path}.kept${n === 1 ? "" : n}`;
    if (!(await exists(candidate))) return candidate;
  }
}

/**
 * Empties the replaced folder: our unchanged files go, everything else moves into the new folder,
 * and `whole` folders move as they are.
 * The manifest goes last, for it says what is ours.
 */
async function sweep(old: string, out: string, whole: readonly string[]): Promise<string[]> {
  const owned = await ownedFiles(old);
  const kept: string[] = [];
  const move = async (path: string): Promise<void> => {
    const to = await freePath(join(out, path));
    await mkdir(dirname(to), { recursive: true });
    await rename(join(old, path), to);
    kept.push(to.slice(out.length + 1).replaceAll("\\", "/"));
  };
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(old, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && whole.includes(path)) await move(path);
      else if (entry.isDirectory()) {
        const ours =
          owned !== null && [...owned.keys()].some((file) => file.startsWith(`${path}/`));
        if (ours || (await exists(join(out, path)))) await visit(path);
        else await move(path);
      } else if (owned === null || path !== MANIFEST) {
        const file = owned?.get(path);
        if (file !== undefined && (await isUnchanged(join(old, path), file)))
          await rm(join(old, path));
        else await move(path);
      }
    }
    if (folder !== "") await rmdir(join(old, folder));
  };
  await visit("");
  await rm(join(old, MANIFEST), { force: true });
  await rmdir(old);
  return kept.sort();
}

/**
 * Writes an output folder as a whole. `fill` writes into a folder beside it, which then takes the
 * final name; the old output stays whole
 * until then. A run that is killed leaves the old output whole: where it was or, in the instant
 * between two renames, beside it, from
 * where the next run brings it back. Files that are not ours are never deleted: they move along and
 * are reported; ours that were
 * changed since are kept as `<name>.kept`. What is ours is listed in the folder's manifest.json
 * (`files`), which `fill` writes last.
 * Throws `OutputError` (nothing changed) when something cannot be written, a program has the folder
 * open, or another run is writing it.
 * Paths beyond 260 characters work on Windows: Node's own file functions put them into the long
 * form.
 */
export async function publishFolder(
  folder: string,
  fill: (folder: OutputFolder) => Promise<void>,
  options: PublishOptions = {},
): Promise<FolderReport> {
  const { keep = [], mode = 0o777 } = options;
  const out = await realpath(folder).catch(() => resolve(folder));
  const beside = (suffix: string): string =>
    join(dirname(out), `.${basename(out)}.send-scorecard-${suffix}`);
  const [next, old] = [beside("new"), beside("old")];
  if (out === dirname(out))
    throw new OutputError(`${out} cannot be the output folder: name a folder in it.`);
  if ((await exists(out)) && !(await stat(out)).isDirectory())
    throw new OutputError(`${out} is a file: name a folder for the output.`);
  await attempt(dirname(out), mkdir(dirname(out), { recursive: true }));
  const unlock = await lockFolder(beside("lock"), out);
  try {
    const kept: string[] = [];
    if (await exists(old)) {
      if (await exists(out)) kept.push(...(await attempt(old, sweep(old, out, keep))));
      else await renameFolder(old, out, options);
    }
    await rm(next, { recursive: true, force: true });
    await attempt(next, mkdir(next, { mode }));
    const files: WrittenFile[] = [];
    await fill({
      files,
      write: (path, chunks) =>
        writeFile(next, path, chunks).then((file) => (files.push(file), file)),
    });
    if (await exists(out)) await renameFolder(out, old, options);
    try {
      await renameFolder(next, out, options);
    } catch (error) {
      if (await exists(old)) await renameFolder(old, out, options);
      throw error;
    }
    if (await exists(old)) kept.push(...(await attempt(old, sweep(old, out, keep))));
    return { files, kept };
  } finally {
    await rm(next, { recursive: true, force: true });
    await unlock();
  }
}

async function writeFile(
  root: string,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<WrittenFile> {
  const target = join(root, path);
  await attempt(path, mkdir(dirname(target), { recursive: true }));
  const handle = await attempt(path, open(target, "wx"));
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      await attempt(path, handle.writeFile(chunk));
      hash.update(chunk);
      bytes += chunk.length;
    }
  } finally {
    await handle.close();
  }
  return { path, bytes, sha256: hash.digest("hex") };
}
