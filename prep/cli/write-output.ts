import type { BuildResult, InputFile, Progress, Settings } from "../pipeline-contract";
import { findingsCsv, rowsCsv, worklistCsv } from "../publish/findings";
import { publishFolder, type FolderReport, type OutputFolder } from "../publish/folder";
import { healthLinkageCsv } from "../publish/health-linkage";
import { linkageCsv } from "../publish/linkage";
import { manifestText, settingsHash } from "../publish/manifest";
import { MANIFEST } from "../publish/owned-files";
import { loadParquetEngine } from "../publish/parquet";
import { reconciliationCsv } from "../publish/reconciliation";
import { rulesCsv } from "../publish/rules";
import { starFiles } from "../publish/star-files";
import { checkedProject, type PowerBiInputs } from "./power-bi";
import { changedProjects, projectFolder, type ProjectFolder } from "../publish/power-bi/project-folder";
import { version } from "./version";

export interface Output {
  /** Folder to write, replaced as a whole. */
  readonly out: string;
  readonly result: BuildResult;
  readonly inputs: readonly InputFile[];
  readonly settings: Settings;
  /** Null with --no-report. */
  readonly powerBi: PowerBiInputs | null;
  readonly progress: Progress;
}

export interface Written extends FolderReport {
  /** Where the Power BI project is; null when there is none. */
  readonly place: ProjectFolder | null;
}

async function writeChecks(output: OutputFolder, { findings, rows, rules, summary, linkage, healthLinkage, reconciliation }: BuildResult): Promise<void> {
  await output.write("checks/findings.csv", findingsCsv(findings));
  await output.write("checks/worklist.csv", worklistCsv(findings));
  await output.write("checks/rows.csv", rowsCsv(rows));
  await output.write("checks/rules.csv", rulesCsv(rules, summary));
  await output.write("checks/linkage.csv", linkageCsv(linkage));
  if (healthLinkage.length > 0) await output.write("checks/health-linkage.csv", healthLinkageCsv(healthLinkage));
  if (reconciliation.length > 0) await output.write("checks/reconciliation.csv", reconciliationCsv(reconciliation));
}

/** Writes the tables, the checks, the Power BI project and the manifest, all or nothing. Throws `OutputError` when the folder cannot be written. */
export async function writeOutput({ out, result, inputs, settings, powerBi, progress }: Output): Promise<Written> {
  const { star, rows, schemaVersion, timings } = result;
  const { formats } = settings.output;
  const parquet = formats.includes("parquet") ? await loadParquetEngine() : null;
  const started = performance.now();
  const total = star.size * formats.length;
  const project = (powerBi && checkedProject(star, powerBi))?.files ?? null;
  const place = project && (await projectFolder(out, project));
  const projectSeconds = (performance.now() - started) / 1000;
  const fill = async (output: OutputFolder): Promise<void> => {
    let written = 0;
    for (const { path, chunks } of starFiles(star, { parquet, csv: formats.includes("csv") })) {
      progress("Writing tables", written++, total);
      await output.write(path, chunks);
    }
    await writeChecks(output, result);
    for (const [path, content] of project ?? []) await output.write(`${place!.folder}/${path}`, [typeof content === "string" ? new TextEncoder().encode(content) : content]);
    const manifest = manifestText({
      product: { name: "send-scorecard", version },
      schemaVersion,
      // Where the named inputs lie differs between machines; what they hold is in their own hashes.
      configurationHash: await settingsHash({ ...settings, inputs: null }),
      inputs,
      rows,
      star,
      files: output.files,
      run: { builtAt: new Date().toISOString(), timings: { ...timings, powerBi: projectSeconds, write: (performance.now() - started) / 1000 - projectSeconds } },
    });
    await output.write(MANIFEST, [new TextEncoder().encode(manifest)]);
  };
  const report = await publishFolder(out, fill, { keep: place ? place.kept.map((other) => other.folder) : await changedProjects(out) });
  return { ...report, place };
}
