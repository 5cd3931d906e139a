import { join } from "node:path";
import { codeOf } from "../publish/output-error";
import { runsOf, type TrendRun } from "../publish/trend";
import { TREND } from "../publish/write-build";
import { openFile } from "./files/open-file";

/**
 * The runs that an output folder knows of: none where it has no trend, null where its trend cannot
 * be read.
 */
export async function earlierRuns(out: string): Promise<TrendRun[] | null> {
  try {
    return await runsOf((await openFile(join(out, TREND))).chunks);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    if (codeOf(error) !== null) return null;
    throw error;
  }
}
