import { boardCopies } from "./board-copies";
import type { Severity } from "../check/finding";
import type { InputFile } from "../input-file";
import type { Progress } from "../progress";
import type { BuildResult } from "../results";
import type { Settings } from "../settings";
import { kpiBreakdown } from "../star/kpi-tables";
import { version } from "../version";
import { checkListCsv, linkageCsv, rulesCsv } from "./check-files";
import { disclosureCsv } from "./disclosure/disclosure-list";
import type { ForPublishing } from "./disclosure/for-publishing";
import { METHOD, type DisclosureRules, type ProfileName } from "./disclosure/profile";
import { RELEASED, releasedCsv } from "./disclosure/released-figures";
import { exceptionsCsv } from "./exceptions/list";
import { exceptionsHtml } from "./exceptions/page";
import { exceptionReport, type ExceptionReport, type ReportedKpi } from "./exceptions/report";
import { findingsCsv, rowsCsv, tasksOf, worklistCsv } from "./findings";
import { lakehouseFiles, type Access } from "./lakehouse-files";
import { inputKey, manifestText, settingsHash, type ManifestDisclosure } from "./manifest";
import { MANIFEST, type OutputFolder } from "./output-folder";
import { loadParquetEngine } from "./parquet";
import { checkedProject } from "./power-bi/checked-project";
import type { PowerBiInputs } from "./power-bi/checked-project";
import type { DataPlace } from "./power-bi/model/place";
import type { Project } from "./power-bi/project";
import { reconciliationCsv } from "./reconciliation";
import { starFiles } from "./star-files";
import { runsCsv, withRun } from "./run-list";
import { totalsBefore, trend, trendRows, type TrendRun } from "./trend";
import { workPlaces } from "./work-places";
import { worklistFiles } from "./worklists";

/** Where the error counts of all runs stand, below the output folder. */
export const TREND = "checks/trend.csv";

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

/** A Power BI project, ready to be written. */
interface OutputProject {
  /** Below the output folder. */
  readonly folder: string;
  readonly files: Project["files"];
  /** Seconds that its making took. */
  readonly seconds: number;
}

interface BuildOutput {
  readonly result: BuildResult;
  readonly inputs: readonly InputFile[];
  readonly settings: Settings;
  /** Null where no project is wanted, or the star has no figures. */
  readonly project: OutputProject | null;
  /** Where the project is to read its data; null where no project is wanted. */
  readonly place: DataPlace | null;
  /** The lines of access.csv in the output folder, for a lakehouse to hold. */
  readonly access: readonly Access[];
  /** Null for an internal build, which holds everything. */
  readonly forPublishing: ForPublishing | null;
  /** The runs that the output folder knew of; null where its trend could not be read. */
  readonly earlier: readonly TrendRun[] | null;
  readonly progress: Progress;
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
 * earlier runs.
 */
async function writeWorklists(
  output: OutputFolder,
  { result, inputs, settings, earlier }: BuildOutput,
): Promise<Trend> {
  const places = workPlaces(result.schools, settings.teams);
  const tasks = tasksOf(result.findings, places);
  await output.write("checks/worklist.csv", worklistCsv(tasks));
  for (const { path, chunks } of worklistFiles(tasks, result.bySchool, places))
    await output.write(path, chunks);
  const input = await inputKey(inputs, settings);
  const runs = withRun(earlier ?? [], {
    dataDate: result.dataDate,
    input,
    product: version,
    found: trendRows(result, places),
  });
  await output.write(TREND, runsCsv(trend, runs));
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
  { star, exceptions, exceptionsOfBoards: several }: BuildResult,
): Promise<void> {
  const reports = (several.length > 0 ? several : [exceptions]).flatMap(
    (one) => exceptionReport(star, one) ?? [],
  );
  if (reports.length === 0) return;
  const all = (rows: (report: ExceptionReport) => readonly ReportedKpi[]) =>
    exceptionsCsv(reports.flatMap(rows));
  await output.write("exceptions/exceptions.html", [
    new TextEncoder().encode(exceptionsHtml(...reports)),
  ]);
  await output.write(
    "exceptions/exceptions.csv",
    all((report) => report.exceptions),
  );
  await output.write(
    "exceptions/worsening-not-rated.csv",
    all((report) => report.notRated),
  );
}

const disclosureOf = (forPublishing: ForPublishing | null): ManifestDisclosure =>
  forPublishing === null
    ? { profile: "internal", restricted: true }
    : { profile: forPublishing.profile, method: METHOD, ...forPublishing.rules };

/** The files of the project of a build; null where its star has no figures. */
export function projectOf(
  result: BuildResult,
  powerBi: PowerBiInputs,
  forPublishing: ForPublishing | null,
): Project["files"] | null {
  const star = forPublishing?.published.star ?? result.star;
  const marking = {
    marking: markingOf(forPublishing?.profile ?? "internal", forPublishing?.rules ?? null),
    profile: forPublishing?.profile ?? "internal",
  } as const;
  return checkedProject(star, powerBi, marking)?.files ?? null;
}

/** The tables, as Parquet and CSV; Parquet alone of one that is large and nothing reads as CSV. */
async function writeTables(output: OutputFolder, build: BuildOutput): Promise<void> {
  const { result, forPublishing, settings, place, access, progress } = build;
  const star = forPublishing?.published.star ?? result.star;
  const { formats } = settings.output;
  const parquet = formats.includes("parquet") ? await loadParquetEngine() : null;
  const readsCsv = place !== null && place.kind !== "lakehouse" && place.format === "csv";
  const files = starFiles(star, {
    parquet,
    csv: formats.includes("csv"),
    parquetAlone: readsCsv ? [] : [kpiBreakdown.name],
  });
  let written = 0;
  for (const { path, chunks } of files) {
    progress("Writing tables", written++, star.size * formats.length);
    await output.write(path, chunks);
  }
  if (parquet === null || place?.kind !== "lakehouse") return;
  const beside = forPublishing === null ? { checks: result, access } : null;
  for (const { path, chunks } of lakehouseFiles(parquet, star, beside))
    await output.write(path, chunks);
}

/** The text of the manifest of what was written so far, in so many seconds. */
async function manifestSoFar(
  output: OutputFolder,
  { result, inputs, settings, forPublishing, project }: BuildOutput,
  seconds: number,
): Promise<string> {
  const { rows, schemaVersion, timings } = result;
  return manifestText({
    product: { name: "send-scorecard", version },
    schemaVersion,
    // Where the named inputs lie and how many threads there are differs between machines; what the
    // inputs hold is in their own hashes.
    configurationHash: await settingsHash({ ...settings, inputs: null, threads: null }),
    inputs: forPublishing === null ? inputs : null,
    rows: forPublishing === null ? rows : null,
    disclosure: disclosureOf(forPublishing),
    star: forPublishing?.published.star ?? result.star,
    files: output.files,
    run: {
      builtAt: new Date().toISOString(),
      timings: { ...timings, powerBi: project?.seconds ?? 0, write: seconds },
    },
  });
}

/**
 * Writes the tables, the checks, the Power BI project and, last, the manifest. Of what is for
 * publishing the checks are the list of hidden figures alone.
 */
export async function writeBuild(output: OutputFolder, build: BuildOutput): Promise<Trend> {
  const { result, forPublishing, project } = build;
  const started = performance.now();
  let trend: Trend = { before: null, begunAnew: false };
  await writeTables(output, build);
  if (forPublishing === null) {
    await writeChecks(output, result);
    await writeExceptions(output, result);
    for (const { path, bytes } of await boardCopies(result)) await output.write(path, [bytes]);
    trend = await writeWorklists(output, build);
    await output.write(RESTRICTED, bytesOf(restrictedText));
  } else {
    await output.write("checks/disclosure.csv", disclosureCsv(forPublishing.published.hidden));
    await output.write(RELEASED, releasedCsv(forPublishing.published.released));
  }
  for (const [path, content] of project?.files ?? [])
    await output.write(
      `${project!.folder}/${path}`,
      typeof content === "string" ? bytesOf(content) : [content],
    );
  const seconds = (performance.now() - started) / 1000;
  await output.write(MANIFEST, bytesOf(await manifestSoFar(output, build, seconds)));
  return trend;
}
