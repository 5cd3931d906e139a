import { besideLastYear } from "../../compare/beside-last-year";
import type { CatalogueEntry } from "../../indicators/catalogue-entry";
import type { InputFile } from "../../input-file";
import type { BuildResult, Rehearsal } from "../../results";
import type { Settings } from "../../settings";
import { sen2Mappings } from "../../sources/published/sen2-mapping";
import { kpiValueRows } from "../../star/kpi-value-row";
import { version } from "../../version";
import { rulesCsv } from "../check-files";
import { findingsCsv, tasksOf, worklistCsv, type Task } from "../findings";
import { listChunks } from "../list";
import { inputKey, settingsHash } from "../manifest";
import { MANIFEST, type OutputFolder } from "../output-folder";
import { packManifestText } from "../pack-manifest";
import { workPlaces, type WorkPlaces } from "../work-places";
import { worklistFiles } from "../worklists";
import { figuresCsv, namedFigures, neighboursCsv, type NamedComparison } from "./figures";
import { runsCsv, withRun } from "../run-list";
import { changesOf, dryRuns, RUNS, type Change, type MeasuredRun } from "./runs";
import { workOfTeams, type TeamWork } from "./teams";

/** A return as it stands, weeks before it is sent. */
export interface DryRun {
  readonly rehearsal: Rehearsal;
  readonly figures: readonly NamedComparison[];
  readonly teams: readonly TeamWork[];
  /** With what is called what: rules by their message, figures by their name. */
  readonly changes: readonly NamedChange[] | null;
  readonly runs: readonly MeasuredRun[];
  readonly tasks: readonly Task[];
  readonly places: WorkPlaces;
}

interface NamedChange extends Change {
  readonly name: string;
}

const timesBroken = ({ found }: Rehearsal, id: string): number =>
  found.summary.filter(({ rule }) => rule === id).reduce((sum, { count }) => sum + count, 0);

/** Looks at the return of a build. `earlier` are the runs that the folder knows of. */
export async function dryRunOf(
  { star, schools }: Pick<BuildResult, "star" | "schools">,
  rehearsal: Rehearsal,
  {
    inputs,
    settings,
    catalogue,
    earlier,
  }: {
    readonly inputs: readonly InputFile[];
    readonly settings: Settings;
    readonly catalogue: readonly CatalogueEntry[];
    readonly earlier: readonly MeasuredRun[];
  },
): Promise<DryRun> {
  const { found, rules, source } = rehearsal;
  const values = star.get("kpi_value");
  const rows = values ? kpiValueRows(values) : [];
  const figures = namedFigures(besideLastYear(rehearsal, rows, sen2Mappings), catalogue);
  const places = workPlaces(schools, settings.teams);
  const tasks = tasksOf(found.findings, places);
  const input = await inputKey(inputs, settings);
  const ids = [
    ...new Set([...rules, ...found.summary.map(({ rule }) => ({ id: rule }))].map(({ id }) => id)),
  ];
  const runs = withRun(earlier, {
    dataDate: source.newest,
    input,
    product: version,
    found: [
      ...ids.map((id) => ({ kind: "rule" as const, id, value: timesBroken(rehearsal, id) })),
      ...figures.map(({ indicator, now }) => ({
        kind: "figure" as const,
        id: indicator,
        value: now.value,
      })),
    ],
  });
  const nameOf = ({ kind, id }: Change): string =>
    (kind === "rule"
      ? [...found.findings, ...rules].find((one) => ("rule" in one ? one.rule : one.id) === id)
          ?.message
      : figures.find(({ indicator }) => indicator === id)?.name) ?? id;
  return {
    rehearsal,
    figures,
    places,
    tasks,
    runs,
    teams: workOfTeams(tasks, found.bySchool, places),
    changes: changesOf(runs, input)?.map((one) => ({ ...one, name: nameOf(one) })) ?? null,
  };
}

/** changes.csv: what is another number than in the run before. */
const changesCsv = (changes: readonly NamedChange[]): Generator<Uint8Array> =>
  listChunks(
    "changes",
    [
      { name: "kind", type: "text", value: ({ kind }) => kind },
      { name: "id", type: "text", value: ({ id }) => id },
      { name: "name", type: "text", value: ({ name }) => name },
      { name: "before", type: "double", value: ({ before }) => before },
      { name: "now", type: "double", value: ({ now }) => now },
    ],
    changes,
  );

/** Writes the folder of a dry run. */
export async function writeDryRun(
  output: OutputFolder,
  { rehearsal, figures, changes, runs, tasks, places }: DryRun,
  { inputs, settings }: { readonly inputs: readonly InputFile[]; readonly settings: Settings },
): Promise<void> {
  const { found, rules } = rehearsal;
  await output.write("figures.csv", figuresCsv(figures));
  await output.write("neighbours.csv", neighboursCsv(figures));
  await output.write("changes.csv", changesCsv(changes ?? []));
  await output.write(RUNS, runsCsv(dryRuns, runs));
  await output.write("checks/rules.csv", rulesCsv(rules, found.summary));
  await output.write("checks/findings.csv", findingsCsv(found.findings));
  await output.write("checks/worklist.csv", worklistCsv(tasks));
  for (const { path, chunks } of worklistFiles(tasks, found.bySchool, places))
    await output.write(path, chunks);
  const manifest = packManifestText({
    product: { name: "send-scorecard", version },
    content: "dry_run",
    name: "sen2",
    disclosure: "internal",
    configurationHash: await settingsHash({ ...settings, inputs: null }),
    inputs,
    files: output.files,
    builtAt: new Date().toISOString(),
  });
  await output.write(MANIFEST, [new TextEncoder().encode(manifest)]);
}
