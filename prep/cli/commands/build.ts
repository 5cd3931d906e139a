import { writeFile } from "node:fs/promises";
import { resolve, sep } from "node:path";
import { Command, Option } from "commander";
import type { BuildResult } from "../../results";
import type { Pipeline } from "../../pipeline-contract";
import { disclosureReasonsCsv } from "../../publish/disclosure/disclosure-list";
import {
  disclosureLines,
  forPublishingBy,
  type ForPublishing,
} from "../../publish/disclosure/for-publishing";
import { profileNames, type ProfileName } from "../../publish/disclosure/profile";
import { ungated } from "../../publish/disclosure/ungated";
import { refuseOtherProfile } from "../files/folder-profile";
import { attempt } from "../../publish/output-error";
import type { PowerBiInputs } from "../../publish/power-bi/checked-project";
import { PROJECT } from "../../publish/power-bi/project";
import type { ProjectFolder } from "../files/project-folder";
import { TREND } from "../../publish/write-build";
import type { Star } from "../../star/frame";
import { readSettings } from "../config";
import type { ConfigOptions } from "../config";
import { collectInputs } from "../inputs";
import { hashOfBuild } from "../keyed-hash";
import { headlineFigures } from "../headline";
import { examples, failOption, settingOptions, threadsOption, type FailOptions } from "../options";
import { powerBiInputs } from "../power-bi";
import type { PowerBiOptions } from "../power-bi";
import type { Finish } from "../program";
import { exitCodeOf } from "../exit-code-of";
import { isWithin, realPlace } from "../output-place";
import { readReleases, registerLines } from "../release-register";
import { openScreen } from "../screen";
import type { ScreenOptions } from "../screen";
import { Stop } from "../../stop";
import { checkLines, tableLines } from "../summary";
import { writeOutput } from "../write-output";

type Options = ConfigOptions &
  ScreenOptions &
  FailOptions &
  PowerBiOptions & {
    readonly out: string;
    readonly profile: ProfileName;
    readonly disclosureReasons?: string;
    readonly strict?: boolean;
  };

/**
 * The output must not take the place of the extracts, also not by a link: it is swapped in as a
 * whole.
 */
async function refuseOverInput(folder: string, out: string): Promise<void> {
  if (isWithin(await realPlace(folder), await realPlace(out)))
    throw new Stop(
      "usage",
      `The output folder ${out} holds the extracts. Name another with --out, such as ${folder}${sep}out.`,
    );
}

/** The reasons tell which hidden numbers are small: they must not lie in what is published. */
async function refuseReasons({ profile, disclosureReasons, out }: Options): Promise<void> {
  if (disclosureReasons === undefined) return;
  if (profile === "internal")
    throw new Stop(
      "usage",
      "--disclosure-reasons goes with --profile public or nhs: an internal build hides nothing.",
    );
  if (isWithin(await realPlace(disclosureReasons), await realPlace(out)))
    throw new Stop(
      "usage",
      "--disclosure-reasons must name a file outside the output folder: it is not for publishing.",
    );
}

/** With --strict: words of a KPI sheet that may name a person stop the build. */
function refuseNamedPersons({ findings }: BuildResult, { strict }: Options): void {
  const named = findings.filter(({ rule }) => rule === "B60");
  if (!strict || named.length === 0) return;
  const cells = named.slice(0, 10).map(({ file, line, field }) => `${file}, row ${line}: ${field}`);
  throw new Stop(
    "input",
    `Words of ${named.length} cells of KPI sheets may name a person, and nothing was written:\n  ${cells.join("\n  ")}\n'send-scorecard check' lists them all (rule B60).`,
  );
}

/** What became of the Power BI project, in words. */
function projectLines(
  { folder, kept }: ProjectFolder,
  { place, visual, name }: PowerBiInputs,
): string[] {
  const differ = (paths: readonly string[]): string =>
    `${paths.slice(0, 5).join(", ")}${paths.length > 5 ? ` and ${paths.length - 5} more` : ""}`;
  return [
    place.kind === "lakehouse"
      ? `Power BI project: ${folder} (for Fabric: docs/fabric.md says how to load its tables).`
      : `Power BI project: ${folder} (open ${name ?? PROJECT}.pbip, then Refresh).`,
    ...(visual !== null
      ? []
      : ["Native visuals replace our own, which is not packaged here: name it with --visual."]),
    ...kept.map(
      (project) =>
        `${project.folder} was changed by somebody and is left as it is. The new project ${project.differsIn.length > 0 ? `differs from it in: ${differ(project.differsIn)}` : "says the same"}.`,
    ),
  ];
}

/** What was written where, and what was left as it is. */
const writtenLines = (
  out: string,
  { files, kept, place, trend }: Awaited<ReturnType<typeof writeOutput>>,
  forPublishing: ForPublishing | null,
  powerBi: PowerBiInputs | null,
): string[] => [
  ...(forPublishing ? disclosureLines(forPublishing) : []),
  `Written to ${out}: star (the tables), ${forPublishing ? "checks (what is hidden)" : "checks (findings, work lists, trend, rows, rules, linkage), exceptions (missed and worsening KPIs, one page to print)"}${files.some(({ path }) => path.startsWith("boards/")) ? ", boards (your board files with the latest figures)" : ""}, manifest.json.`,
  ...(trend.begunAnew
    ? [`The error counts of earlier runs (${TREND}) could not be read: the trend starts again.`]
    : []),
  ...(place && powerBi ? projectLines(place, powerBi) : []),
  ...(kept.length > 0 ? [`Kept, for they are not ours or were changed: ${kept.join(", ")}.`] : []),
];

/** The headline figures, in words. */
function headlineLines(star: Star): string[] {
  const figures = headlineFigures(star);
  const isOfSeveral = figures.some(({ area }) => area !== null);
  return tableLines([
    [...(isOfSeveral ? ["Area"] : []), "Indicator", "Period", "Figure"],
    ...figures.map(({ area, indicator, period, figure }) => [
      ...(area === null ? [] : [area]),
      indicator,
      period,
      figure,
    ]),
  ]);
}

async function build(
  folder: string,
  options: Options,
  pipeline: Pick<Pipeline, "build" | "buildOwn">,
  finish: Finish,
): Promise<void> {
  const { out, profile, disclosureReasons } = options;
  const screen = openScreen(options);
  const settings = await readSettings(folder, options);
  await refuseOverInput(folder, out);
  await refuseReasons(options);
  await refuseOtherProfile(out, profile);
  const powerBi = await powerBiInputs(options, settings, out);
  const key = await hashOfBuild();
  const register = profile === "internal" ? null : await readReleases(folder, options.config);
  const inputs = await collectInputs(folder, settings, screen.progress, out);
  const counted = profile === "internal" ? settings : ungated(settings);
  const make = profile === "internal" ? pipeline.buildOwn : pipeline.build;
  const result = await make(inputs, counted, key.hash, screen.progress);
  refuseNamedPersons(result, options);
  const exitCode = exitCodeOf(result, options.failOn);
  if (profile !== "internal") screen.progress("Making safe to publish", 0, null);
  const forPublishing = await forPublishingBy(profile, result, settings, register?.known ?? []);
  const written = await writeOutput({
    out: resolve(out),
    result,
    inputs,
    settings,
    powerBi,
    forPublishing,
    progress: screen.progress,
  });
  if (forPublishing && disclosureReasons !== undefined)
    await attempt(
      disclosureReasons,
      writeFile(
        disclosureReasons,
        Buffer.concat([...disclosureReasonsCsv(forPublishing.published.hidden)]),
      ),
    );
  const { files, kept, place, trend } = written;
  const { findings, summary, linkage, rows } = result;
  const star = forPublishing?.published.star ?? result.star;
  const tables = [...star.values()].map(({ declaration, frame }) => ({
    name: declaration.name,
    rows: frame.numRows(),
  }));
  screen.result(
    {
      out: resolve(out),
      exitCode,
      files: result.files,
      rows,
      tables,
      findings,
      summary,
      linkage,
      written: files,
      kept,
      powerBi: place,
      before: trend.before,
      keyFrom: key.from(),
      releasesBefore: register?.releases ?? null,
      hiddenButNarrow:
        forPublishing?.published.hidden.filter(({ isNarrow }) => isNarrow).length ?? null,
    },
    [
      ...checkLines(result, trend.before),
      "",
      ...tableLines([["Table", "Rows"], ...tables.map((table) => [table.name, table.rows])]),
      "",
      ...headlineLines(star),
      "",
      ...writtenLines(resolve(out), written, forPublishing, powerBi),
      ...(key.from() === null ? [] : [`Pseudonyms are made with the key from ${key.from()}.`]),
      ...(register ? registerLines(register) : []),
    ],
  );
  finish(exitCode);
}

/** `build`: reads a folder of extracts and writes the star schema. */
export const buildCommand =
  (pipeline: Pick<Pipeline, "build" | "buildOwn">) =>
  (finish: Finish): Command =>
    settingOptions(
      new Command("build")
        .description("read a folder of extracts and write the star schema")
        .argument("<folder>", "folder of extracts; what each file is, is found by its content"),
    )
      .requiredOption(
        "--out <folder>",
        "folder to write; replaced as a whole, files that are not ours are kept",
      )
      .addOption(
        new Option(
          "--profile <profile>",
          "internal: everything, restricted; public or nhs: figures alone, small numbers hidden, for a folder of their own",
        )
          .choices(profileNames)
          .default("internal"),
      )
      .option(
        "--disclosure-reasons <file>",
        "with --profile public or nhs: write why each figure is hidden to a file, which is not for publishing",
      )
      .addOption(failOption("refused"))
      .addOption(threadsOption())
      .option("--strict", "write nothing where words of a KPI sheet may name a person")
      .option("--no-report", "no Power BI project")
      .addOption(
        new Option(
          "--format <format>",
          "what the Power BI project reads; else parquet where it is written, from SharePoint csv",
        ).choices(["csv", "parquet"]),
      )
      .option(
        "--sharepoint <address>",
        "address of the SharePoint folder that you put the output in; the project reads it there",
      )
      .option(
        "--fabric",
        "the project reads Delta tables of a Fabric lakehouse (Direct Lake); docs/fabric.md says how to load them",
      )
      .option(
        "--visual <file>",
        "packaged visual (.pbiviz) to embed in the project; else the one that came with the program",
      )
      .addHelpText(
        "after",
        examples(
          "build extracts --out star",
          "build extracts --out star --authority 839 --as-at 2026-09-30",
          "build extracts --out published --profile public",
          "build extracts --out star --quiet --json > result.json",
        ),
      )
      .action((folder: string, _: unknown, command: Command) =>
        build(folder, command.optsWithGlobals<Options>(), pipeline, finish),
      );
