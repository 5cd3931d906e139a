import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesBelow } from "./files-below";
import { isUnchanged, ownedFiles } from "./owned-files";

/** A project that somebody changed: where it is, and in which files it differs from the new one. */
interface KeptProject {
  readonly folder: string;
  readonly differsIn: readonly string[];
}

export interface ProjectFolder {
  /** Folder of the new project, below the output folder. */
  readonly folder: string;
  readonly kept: readonly KeptProject[];
}

/** What Power BI Desktop keeps for itself beside a project: not somebody's work. */
const isLocal = (path: string): boolean => path.split("/").includes(".pbi");

/** True when a project is as an earlier build wrote it: no file changed, added or removed. */
async function isUntouched(out: string, folder: string): Promise<boolean> {
  const owned = (await ownedFiles(out)) ?? new Map();
  const ours = [...owned.values()].filter(({ path }) => path.startsWith(`${folder}/`));
  const there = (await filesBelow(join(out, folder)))
    .filter((path) => !isLocal(path))
    .map((path) => `${folder}/${path}`);
  if (there.length !== ours.length || there.some((path) => !owned.has(path))) return false;
  for (const file of ours) if (!(await isUnchanged(join(out, file.path), file))) return false;
  return true;
}

/** The text of a file with the line ends of any system, for Power BI Desktop writes its own. */
const plain = (content: string): string => content.replaceAll("\r\n", "\n");

async function differences(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string[]> {
  const there = (await filesBelow(folder)).filter((path) => !isLocal(path));
  const differs = async (path: string): Promise<boolean> => {
    const content = files.get(path);
    if (content === undefined || !there.includes(path)) return true;
    const old = await readFile(join(folder, path));
    return typeof content === "string"
      ? plain(old.toString("utf8")) !== content
      : !old.equals(content);
  };
  const found: string[] = [];
  for (const path of [...new Set([...files.keys(), ...there])].sort())
    if (await differs(path)) found.push(path);
  return found;
}

/**
 * Folders of projects in the output folder that somebody changed. They are to be kept whole: a
 * project of two makers would be neither's.
 */
export async function changedProjects(out: string): Promise<string[]> {
  const folders = (await readdir(out).catch(() => []))
    .filter((name) => /^power-bi(?:-\d+)?$/.test(name))
    .sort();
  const untouched = await Promise.all(folders.map((folder) => isUntouched(out, folder)));
  return folders.filter((_, i) => !untouched[i]);
}

/**
 * Where a new project goes: `power-bi`, or `power-bi-2` and so on beside those that somebody
 * changed.
 */
export async function projectFolder(
  out: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<ProjectFolder> {
  const changed = await changedProjects(out);
  const kept = await Promise.all(
    changed.map(async (folder) => ({
      folder,
      differsIn: await differences(join(out, folder), files),
    })),
  );
  for (let n = 1; ; n++) {
    const folder = n === 1 ? "power-bi" : `power-bi-${n}`;
    if (!changed.includes(folder)) return { folder, kept };
  }
}
