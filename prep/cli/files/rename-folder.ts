import { open, readdir, rename as systemRename } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { attempt, codeOf, OutputError } from "../../publish/output-error";

export interface RenameOptions {
  readonly rename?: (from: string, to: string) => Promise<void>;
  /**
   * Milliseconds to wait before each further try: some 6 seconds in all, which outlasts a virus
   * scanner.
   */
  readonly delays?: readonly number[];
}

const PATIENCE = [50, 100, 200, 400, 800, 1600, 3200];
const BUSY = ["EBUSY", "EPERM", "EACCES", "ENOTEMPTY"];

/**
 * Windows refuses to open for writing what another program holds open; elsewhere nothing is found
 * here.
 */
async function openFilesIn(folder: string): Promise<string[]> {
  const held = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    try {
      await (await open(path, "r+")).close();
    } catch {
      held.push(path);
    }
  }
  return held;
}

/**
 * Renames a folder. On Windows this fails while any program has the folder or a file in it open: it
 * is tried again for some seconds,
 * then an `OutputError` names the files that are open.
 */
export async function renameFolder(
  from: string,
  to: string,
  { rename = systemRename, delays = PATIENCE }: RenameOptions = {},
): Promise<void> {
  for (const delay of [...delays, null]) {
    try {
      return await rename(from, to);
    } catch (error) {
      const code = codeOf(error);
      if (code === null || !BUSY.includes(code)) return attempt(to, Promise.reject(error));
      if (delay !== null) await wait(delay);
      else {
        const held = await openFilesIn(from);
        const what =
          held.length > 0
            ? `Open in another program: ${held.slice(0, 5).join(", ")}${held.length > 5 ? ` and ${held.length - 5} more` : ""}.`
            : "A program has the folder open, or you may not rename it.";
        throw new OutputError(
          `${from} could not be replaced and is as it was. ${what} Close it (Excel, Power BI Desktop, a file window, a sync client) and run again.`,
          { cause: error },
        );
      }
    }
  }
}
