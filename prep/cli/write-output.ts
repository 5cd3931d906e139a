import type { Severity } from "../check/finding";
import type { BuildResult } from "../results";
import type { InputFile } from "../input-file";
import type { Progress } from "../progress";
import type { Settings } from "../settings";
import { exceptionsCsv } from "../publish/exceptions/list";
import { exceptionsHtml } from "../publish/exceptions/page";
import { exceptionReport } from "../publish/exceptions/report";
import { findingsCsv, rowsCsv, tasksOf, worklistCsv } from "../publish/findings";
import { disclosureCsv } from "../publish/disclosure/disclosure-list";
import { METHOD, type DisclosureRules, type ProfileName } from "../publish/disclosure/profile";
import type { PublishedStar } from "../publish/disclosure/published-star";
import { RELEASED, releasedCsv } from "../publish/disclosure/released-figures";
import { publishFolder, type FolderReport, type OutputFolder } from "../publish/folder";
import { refuseOtherProfile } from "../publish/folder-profile";
import { linkageCsv } from "../publish/linkage";
import { checkListCsv } from "../publish/check-list";
import { manifestText, settingsHash, type ManifestDisclosure } from "../publish/manifest";
import { MANIFEST } from "../publish/owned-files";
import { loadParquetEngine } from "../publish/parquet";
import {
  changedProjects,
  projectFolder,
  type ProjectFolder,
} from "../publish/power-bi/project-folder";
import { reconciliationCsv } from "../publish/reconciliation";
import { rulesCsv } from "../publish/rules";
import { starFiles } from "../publish/star-files";
import { totalsBefore, trendCsv, trendRows, withRun } from "../publish/trend";
import { workPlaces } from "../publish/work-places";
import { worklistFiles } from "../publish/worklists";
import { earlierRuns, inputKey, TREND } from "./earlier-runs";
import { kpiBreakdown } from "../star/kpi-tables";
import { checkedProject, type PowerBiInputs } from "./power-bi";
import { version } from "./version";

/** The file that marks a folder which is not for publishing. */
const RESTRICTED = "RESTRICTED.txt";

const restrictedText = [
  "RESTRICTED",
  "",
  "This folder holds small numbers and records of children and young people under pseudonyms.",
  "It is not for publishing, in whole or in part, nor for sending to anybody who may not see case data.",
  "",
  "For figures that may be published: send-scorecard build <folder> --profile public --out <another folder>",
  "",
].join("\r\n");

/** What every page of the report says of who may see it. */
function markingOf(profile: ProfileName, rules: DisclosureRules | null): string {
  if (rules === null) return "RESTRICTED: not for publishing";
  const small = `${rules.showZeros ? 1 : 0} to ${rules.threshold - 1} hidden`;
  return `Profile ${profile}: ${small}${rules.roundTo > 1 ? `, rounded to ${rules.roundTo}` : ""}`;
}

/** What is written for publishing: the profile with its rules, and the star that is left. */
export interface ForPublishing {
  readonly profile: Exclude<ProfileName, "internal">;
  readonly rules: DisclosureRules;
  readonly published: PublishedStar;
}

export interface Output {
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

export interface Written extends FolderReport {
  readonly trend: Trend;
  /** Where the Power BI project is; null when there is none. */
  readonly place: ProjectFolder | null;
}

const bytesOf = (text: string): Uint8Array[] => [new TextEncoder().encode(text)];

/** What became of the error counts since the run before; null where there was none. */
export interface Trend {
  readonly before: Readonly<Record<Severity, number>> | null;
  /** True when the earlier runs were there and could not be read, so that the trend begins anew. */
  readonly begunAnew: boolean;
}

/**
 * The findings as worklists, whole, by school and by team, and their counts after those of the
 * earlier runs in the folder.
 */
async function writeWorklists(
  output: OutputFolder,
  { out, result, inputs, settings }: Pick<Output, "out" | "result" | "inputs" | "settings">,
): Promise<Trend> {
  const places = workPlaces(result.schools, settings.teams);
  const tasks = tasksOf(result.findings, places);
  await output.write("checks/worklist.csv", worklistCsv(tasks));
  for (const { path, chunks } of worklistFiles(tasks, result.bySchool, places))
    await output.write(path, chunks);
  const earlier = await earlierRuns(out);
  const input = await inputKey(inputs, settings);
  const runs = withRun(earlier ?? [], {
    dataDate: result.dataDate,
    input,
    product: version,
    rows: trendRows(result, places),
  });
  await output.write(TREND, trendCsv(runs));
  return { before: totalsBefore(runs, input), begunAnew: earlier === null };
}

async function writeChecks(
  output: OutputFolder,
  { findings, rows, rules, summary, linkage, reconciliation, checkLists }: BuildResult,
): Promise<void> {
  await output.write("checks/findings.csv", findingsCsv(findings));
  await output.write("checks/rows.csv", rowsCsv(rows));
  await output.write("checks/rules.csv", rulesCsv(rules, summary));
  await output.write("checks/linkage.csv", linkageCsv(linkage));
  if (reconciliation.length > 0)
    await output.write("checks/reconciliation.csv", reconciliationCsv(reconciliation));
  for (const list of checkLists)
    if (list.rows.length > 0) await output.write(`checks/${list.name}.csv`, checkListCsv(list));
}

/**
 * The list and the page of exceptions name owners and hold small numbers: they are for the
 * council's own builds.
 */
async function writeExceptions(
  output: OutputFolder,
  { star, exceptions }: BuildResult,
): Promise<void> {
  const report = exceptionReport(star, exceptions);
  if (report === null) return;
  await output.write("exceptions/exceptions.html", [
    new TextEncoder().encode(exceptionsHtml(report)),
  ]);
  await output.write("exceptions/exceptions.csv", exceptionsCsv(report.exceptions));
  await output.write("exceptions/worsening-not-rated.csv", exceptionsCsv(report.notRated));
}

const disclosureOf = (forPublishing: ForPublishing | null): ManifestDisclosure =>
  forPublishing === null
    ? { profile: "internal", restricted: true }
    : { profile: forPublishing.profile, method: METHOD, ...forPublishing.rules };

/**
 * Writes the tables, the checks, the Power BI project and the manifest, all or nothing. Of what is
 * for publishing the checks are the list of hidden figures alone.
 * Throws `OutputError` when the folder cannot be written, or holds a build of another profile.
 */
export async function writeOutput({
  out,
  result,
  inputs,
  settings,
  powerBi,
  forPublishing,
  progress,
}: Output): Promise<Written> {
  const { rows, schemaVersion, timings } = result;
  const star = forPublishing?.published.star ?? result.star;
  const profile = forPublishing?.profile ?? "internal";
  await refuseOtherProfile(out, profile);
  const { formats } = settings.output;
  const parquet = formats.includes("parquet") ? await loadParquetEngine() : null;
  const started = performance.now();
  const total = star.size * formats.length;
  const marking = {
    marking: markingOf(profile, forPublishing?.rules ?? null),
    forPublishing: forPublishing !== null,
  };
  const project = (powerBi && checkedProject(star, powerBi, marking))?.files ?? null;
  const place = project && (await projectFolder(out, project));
  const projectSeconds = (performance.now() - started) / 1000;
  let trend: Trend = { before: null, begunAnew: false };
  const fill = async (output: OutputFolder): Promise<void> => {
    let written = 0;
    const files = starFiles(star, {
      parquet,
      csv: formats.includes("csv"),
      parquetAlone: powerBi?.place.format === "csv" ? [] : [kpiBreakdown.name],
    });
    for (const { path, chunks } of files) {
      progress("Writing tables", written++, total);
      await output.write(path, chunks);
    }
    if (forPublishing === null) {
      await writeChecks(output, result);
      await writeExceptions(output, result);
      trend = await writeWorklists(output, { out, result, inputs, settings });
      await output.write(RESTRICTED, bytesOf(restrictedText));
    } else {
      await output.write("checks/disclosure.csv", disclosureCsv(forPublishing.published.hidden));
      await output.write(RELEASED, releasedCsv(forPublishing.published.released));
    }
    for (const [path, content] of project ?? [])
      await output.write(
        `${place!.folder}/${path}`,
        typeof content === "string" ? bytesOf(content) : [content],
      );
    const manifest = manifestText({
      product: { name: "send-scorecard", version },
      schemaVersion,
      // Where the named inputs lie differs between machines; what they hold is in their own hashes.
      configurationHash: await settingsHash({ ...settings, inputs: null }),
      inputs: forPublishing === null ? inputs : null,
      rows: forPublishing === null ? rows : null,
      disclosure: disclosureOf(forPublishing),
      star,
      files: output.files,
      run: {
        builtAt: new Date().toISOString(),
        timings: {
          ...timings,
          powerBi: projectSeconds,
          write: (performance.now() - started) / 1000 - projectSeconds,
        },
      },
    });
    await output.write(MANIFEST, bytesOf(manifest));
  };
  const report = await publishFolder(out, fill, {
    keep: place ? place.kept.map((other) => other.folder) : await changedProjects(out),
  });
  return { ...report, place, trend };
}
