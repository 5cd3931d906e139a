import { ownManifest } from "../../prep/publish/own-manifest";
import { MANIFEST } from "../../prep/publish/output-folder";
import { runsOf, type TrendRun } from "../../prep/publish/trend";
import { TREND } from "../../prep/publish/write-build";
import type { GivenFile } from "../messages";
import { piecesOf } from "./sha256";

/**
 * The runs that an earlier output among the files knows of: none where there is none, null where
 * they cannot be read.
 */
export async function earlierRuns(files: readonly GivenFile[]): Promise<TrendRun[] | null> {
  for (const { path, file } of files) {
    if (!path.endsWith(`/${TREND}`)) continue;
    const manifest = `${path.slice(0, -TREND.length)}${MANIFEST}`;
    const text = await files.find((other) => other.path === manifest)?.file.text();
    if (text !== undefined && ownManifest(text)) return runsOf(piecesOf(file)).catch(() => null);
  }
  return [];
}
