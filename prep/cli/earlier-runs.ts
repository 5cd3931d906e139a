import { join } from "node:path";
import { isoOf } from "../calendar/day";
import type { InputFile } from "../input-file";
import type { Settings } from "../settings";
import { settingsHash } from "../publish/manifest";
import { codeOf } from "../publish/output-error";
import { readTrend, type TrendRun } from "../publish/trend";
import { openFile } from "../scan/file";
import { scanCsv } from "../scan/scan";

/** Where the error counts of all runs stand, below the output folder. */
export const TREND = "checks/trend.csv";

/**
 * The runs that an output folder knows of: none where it has no trend, null where its trend cannot
 * be read.
 */
export async function earlierRuns(out: string): Promise<TrendRun[] | null> {
  try {
    const { tables, problems } = await scanCsv((await openFile(join(out, TREND))).chunks, {
      table: "trend",
    });
    return problems.some(({ severity }) => severity === "error") || !tables[0]
      ? null
      : readTrend(tables[0]);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    if (codeOf(error) !== null) return null;
    throw error;
  }
}

/**
 * Tells one state of the extracts from another: by what the files hold, whatever they are called,
 * and by what the settings take of them.
 */
export async function inputKey(
  inputs: readonly Pick<InputFile, "sha256">[],
  { authority, asAt }: Pick<Settings, "authority" | "asAt">,
): Promise<string> {
  const files = inputs.map(({ sha256 }) => sha256 ?? "unreadable").sort();
  return `in-${(await settingsHash({ files, authority, asAt: asAt === null ? null : isoOf(asAt) })).slice(0, 12)}`;
}
