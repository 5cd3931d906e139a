import { join } from "node:path";
import type { InputFile } from "../input-file";
import type { Progress } from "../progress";
import type { ForPublishing } from "../publish/disclosure/for-publishing";
import { codeOf } from "../publish/output-error";
import type { PowerBiInputs } from "../publish/power-bi/checked-project";
import { readRuns } from "../publish/run-list";
import { trend, type TrendRun } from "../publish/trend";
import { projectOf, TREND, writeBuild, type Trend } from "../publish/write-build";
import type { BuildResult } from "../results";
import type { Settings } from "../settings";
import { accessList } from "./access-list";
import { publishFolder, type FolderReport } from "./files/folder";
import { refuseOtherProfile } from "./files/folder-profile";
import { openFile } from "./files/open-file";
import { changedProjects, projectFolder, type ProjectFolder } from "./files/project-folder";

interface Output {
  /** Folder to write, replaced as a whole. */
  readonly out: string;
  readonly result: BuildResult;
  readonly inputs: readonly InputFile[];
  readonly settings: Settings;
  /** Null with --no-report. */
  readonly powerBi: PowerBiInputs | null;
  /** Null for an internal build, which holds everything. */
  readonly forPublishing: ForPublishing | null;
  readonly progress: Progress;
}

interface Written extends FolderReport {
  readonly trend: Trend;
  /** Where the Power BI project is; null when there is none. */
  readonly place: ProjectFolder | null;
}

/**
 * The runs that an output folder knows of: none where it has no trend, null where its trend cannot
 * be read.
 */
async function earlierRuns(out: string): Promise<TrendRun[] | null> {
  try {
    return await readRuns(trend, (await openFile(join(out, TREND))).chunks);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    if (codeOf(error) !== null) return null;
    throw error;
  }
}

/**
 * Writes the output folder of a build, all or nothing. Throws `OutputError` when the folder cannot
 * be written, or holds a build of another profile.
 */
export async function writeOutput(output: Output): Promise<Written> {
  const { out, result, powerBi, forPublishing } = output;
  await refuseOtherProfile(out, forPublishing?.profile ?? "internal");
  const started = performance.now();
  const files = powerBi && projectOf(result, powerBi, forPublishing);
  const place = files && (await projectFolder(out, files));
  const seconds = (performance.now() - started) / 1000;
  const project = files && place && { folder: place.folder, files, seconds };
  const reads = powerBi?.place ?? null;
  const access = reads?.kind === "lakehouse" ? await accessList(out) : [];
  const earlier = await earlierRuns(out);
  let trend: Trend = { before: null, begunAnew: false };
  const report = await publishFolder(
    out,
    async (folder) => {
      trend = await writeBuild(folder, { ...output, project, place: reads, access, earlier });
    },
    { keep: place ? place.kept.map((other) => other.folder) : await changedProjects(out) },
  );
  return { ...report, place, trend };
}
