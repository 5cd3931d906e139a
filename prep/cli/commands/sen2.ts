import { randomBytes } from "node:crypto";
import { join, resolve } from "node:path";
import { Command } from "commander";
import type { Pipeline } from "../../pipeline-contract";
import { codeOf } from "../../publish/output-error";
import { dryRuns, RUNS, type MeasuredRun } from "../../publish/dry-run/runs";
import { readRuns } from "../../publish/run-list";
import { noteOf, sourceOfBefore } from "../../publish/dry-run/figures";
import { dryRunOf, writeDryRun } from "../../publish/dry-run/write";
import { Stop } from "../../stop";
import { readSettings, type ConfigOptions } from "../config";
import { dryRunLines } from "../dry-run-lines";
import { exitCodeOf } from "../exit-code-of";
import { publishFolder } from "../files/folder";
import { openFile } from "../files/open-file";
import { collectInputs } from "../inputs";
import { keyedHash } from "../keyed-hash";
import { examples, failOption, settingOptions, type FailOptions } from "../options";
import { refuseSharedPlace } from "../output-place";
import type { Finish } from "../program";
import { openScreen, type ScreenOptions } from "../screen";

type Options = ConfigOptions & ScreenOptions & FailOptions & { readonly out: string };

/** The folder holds small numbers: it is for its owner alone, where the system has permissions. */
const OWNER_ONLY = 0o700;

/** The runs that a folder knows of: none where it has none, null where they cannot be read. */
async function earlierRuns(out: string): Promise<MeasuredRun[] | null> {
  try {
    return await readRuns(dryRuns, (await openFile(join(out, RUNS))).chunks);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return [];
    if (codeOf(error) !== null) return null;
    throw error;
  }
}

async function dryRun(
  folder: string,
  options: Options,
  pipeline: Pick<Pipeline, "rehearse" | "catalogue">,
): Promise<Parameters<Finish>[0]> {
  const screen = openScreen(options);
  const settings = await readSettings(folder, options);
  if (settings.allOf !== null || settings.authorities.length > 0)
    throw new Stop("usage", "A dry run is of one authority. Name it with --authority, once.");
  await refuseSharedPlace(options.out, folder, { content: "dry_run", name: "sen2" });
  const out = resolve(options.out);
  const inputs = await collectInputs(folder, settings, screen.progress, out);
  const earlier = await earlierRuns(out);
  // Nothing that is written holds a pseudonym, so that a key for this run alone will do.
  const hash = keyedHash(randomBytes(32));
  const wanted = { collection: "sen2", hash };
  const result = await pipeline.rehearse(inputs, settings, wanted, screen.progress);
  const { rehearsal } = result;
  if (rehearsal === null)
    throw new Stop("input", "A dry run needs a SEN2 return: none was recognised.");
  const { catalogue } = pipeline;
  const run = await dryRunOf(result, rehearsal, {
    inputs,
    settings,
    catalogue,
    earlier: earlier ?? [],
  });
  const { findings, summary } = rehearsal.found;
  const exitCode = exitCodeOf({ files: result.files, findings }, options.failOn);
  const { files, kept } = await publishFolder(
    out,
    (output) => writeDryRun(output, run, { inputs, settings }),
    { mode: OWNER_ONLY },
  );
  const { source } = rehearsal;
  screen.result(
    {
      out,
      exitCode,
      year: source.year,
      files: source.files,
      summary,
      teams: run.teams,
      figures: run.figures.map((one) => ({
        indicator: one.indicator,
        period: one.now.period_label,
        value: one.now.value,
        note: noteOf(one),
        lastYear: one.before?.value ?? null,
        lastYearSource: sourceOfBefore(one),
        neighbourAverage: one.neighbourAverage?.value ?? null,
        england: one.england?.value ?? null,
      })),
      changes: run.changes,
      written: files,
      kept,
    },
    [
      `Dry run of the SEN2 return ${source.year} (${source.files}).`,
      "",
      ...dryRunLines(run),
      ...(earlier === null
        ? [`The runs of before (${RUNS}) could not be read: the comparison starts again.`]
        : []),
      "",
      `Written to ${out}. It is RESTRICTED: it holds small numbers and keys of records.`,
      ...(kept.length > 0
        ? [`Kept, for they are not ours or were changed: ${kept.join(", ")}.`]
        : []),
    ],
  );
  return exitCode;
}

/** `sen2 dry-run`: what is wrong in the coming return, and what would be published of it. */
export const sen2Command =
  (pipeline: Pick<Pipeline, "rehearse" | "catalogue">) =>
  (finish: Finish): Command =>
    new Command("sen2").description("the SEN2 return before it is sent").addCommand(
      settingOptions(
        new Command("dry-run")
          .description(
            "check the newest SEN2 return and show what would be published of it, beside last year and the neighbours; needs no key",
          )
          .argument("<folder>", "folder of returns, and published statistics where you have them"),
      )
        .requiredOption(
          "--out <folder>",
          "folder for dry runs alone; the same each time, to see what changed",
        )
        .addOption(failOption("error"))
        .addHelpText(
          "after",
          examples(
            "sen2 dry-run send-data --out dry-run",
            "sen2 dry-run send-data --out dry-run --fail-on never",
          ),
        )
        .action(async (folder: string, _: unknown, command: Command) =>
          finish(await dryRun(folder, command.optsWithGlobals<Options>(), pipeline)),
        ),
    );
