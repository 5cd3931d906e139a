import { readdir, realpath } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { codeOf } from "../publish/output-error";
import { folderContent, type FolderContent } from "./files/owned-files";
import { Stop } from "../stop";

/** Whether a path is a folder or lies below it. */
export function isWithin(path: string, folder: string): boolean {
  const down = relative(folder, path);
  return down !== ".." && !down.startsWith(`..${sep}`) && !isAbsolute(down);
}

/**
 * A path with its links followed as far as it exists, so that a link cannot lead into another
 * folder unseen.
 */
export async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  const real = await realpath(whole).catch(() => null);
  if (real !== null || whole === dirname(whole)) return real ?? whole;
  return join(await realPlace(dirname(whole)), basename(whole));
}

const isSame = (found: FolderContent, wanted: FolderContent): boolean =>
  found.content === wanted.content && found.name === wanted.name;

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw new Stop("output", `${folder} could not be looked into: ${codeOf(error)}.`, {
      cause: error,
    });
  });
}

const kinds: Readonly<Record<string, string>> = {
  build: "a build",
  identifiable_list: "a list",
  foi_pack: "a freedom of information pack",
  dry_run: "a dry run",
};

/**
 * Refuses, with `Stop` (usage), to write what is not a build anywhere but into a folder of its own:
 * not into the folder of extracts, not into or
 * around another output of ours, and not over files of others. A folder that holds the same thing
 * from an earlier run is replaced.
 */
export async function refuseSharedPlace(
  out: string,
  extracts: string,
  wanted: FolderContent,
): Promise<void> {
  const [place, input] = [await realPlace(out), await realPlace(extracts)];
  const another = "Name a folder of its own with --out.";
  if (isWithin(place, input))
    throw new Stop("usage", `${out} lies in the folder of extracts ${extracts}. ${another}`);
  if (isWithin(input, place)) throw new Stop("usage", `${out} holds the extracts. ${another}`);
  const own = await folderContent(place);
  if (own !== null && !isSame(own, wanted))
    throw new Stop(
      "usage",
      `${out} holds ${kinds[own.content] ?? "another output"}${own.name === null ? "" : ` (${own.name})`}. ${another}`,
    );
  for (let above = dirname(place); ; above = dirname(above)) {
    const found = await folderContent(above);
    if (found !== null)
      throw new Stop(
        "usage",
        `${out} lies in ${kinds[found.content] ?? "another output"}, ${above}. ${another}`,
      );
    if (above === dirname(above)) break;
  }
  if (own === null && (await namesIn(place)).length > 0)
    throw new Stop("usage", `${out} holds files that are not ours. ${another}`);
}
