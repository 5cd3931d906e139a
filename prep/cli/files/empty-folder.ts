import { readdir } from "node:fs/promises";
import { codeOf } from "../../publish/output-error";
import { Stop } from "../../stop";

/** Stops where a folder has something in it; `why` is told then. */
export async function requireEmpty(folder: string, why: string): Promise<void> {
  const there = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw new Stop("output", `${folder} could not be looked into: ${codeOf(error)}.`, {
      cause: error,
    });
  });
  if (there.length > 0)
    throw new Stop("usage", `${folder} is not empty. Name a new folder: ${why}`);
}
