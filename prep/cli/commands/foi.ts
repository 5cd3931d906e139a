import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { dayFromIso, type Day } from "../../calendar/day";
import type { Pipeline } from "../../pipeline-contract";
import { narrowLines } from "../../publish/disclosure/for-publishing";
import { publishFolder } from "../files/folder";
import type { FoiRequest } from "../../publish/foi/foi-pack";
import { foiMaker, refuseSpan, writePack } from "../../publish/foi/write-pack";
import { foiProfiles } from "../../publish/foi/foi-rules";
import { readSettings, type ConfigOptions } from "../config";
import { exitCodeOf } from "../exit-code-of";
import { collectInputs } from "../inputs";
import { examples, settingOptions } from "../options";
import { refuseSharedPlace } from "../output-place";
import type { Finish } from "../program";
import { readReleases, registerLines } from "../release-register";
import { openScreen, type ScreenOptions } from "../screen";

type Options = ConfigOptions & ScreenOptions & FoiRequest & { readonly out: string };

const isoDay = (text: string): Day => {
  const day = dayFromIso(text);
  if (day === null) throw new InvalidArgumentError("It must be a date such as 2024-04-01.");
  return day;
};

const count = new Intl.NumberFormat("en-GB");

async function foi(
  folder: string,
  options: Options,
  pipeline: Pick<Pipeline, "foi">,
  finish: Finish,
): Promise<void> {
  const { out, from, to, by, profile } = options;
  refuseSpan(options);
  const screen = openScreen(options);
  const settings = await readSettings(folder, options);
  await refuseSharedPlace(out, folder, { content: "foi_pack", name: profile });
  const register = profile === "internal" ? null : await readReleases(folder, options.config);
  const inputs = await collectInputs(folder, settings, screen.progress, out);
  const builtAt = new Date().toISOString();
  const result = await pipeline.foi(
    inputs,
    settings,
    {
      request: { from, to, by, profile },
      maker: foiMaker(builtAt),
      known: register?.known ?? [],
    },
    screen.progress,
  );
  const { pack } = result;
  const exitCode = exitCodeOf(result);
  const { files, kept } = await publishFolder(resolve(out), (output) =>
    writePack(output, pack, { settings, inputs, profile, builtAt }),
  );
  const { numbers, hidden, notKnown, narrow, rows } = pack;
  screen.result(
    {
      ...{ out: resolve(out), exitCode, profile, numbers, hidden, notKnown, narrow, rows },
      ...{ written: files, kept },
    },
    [
      `Written to ${resolve(out)}: ${pack.files.map(({ path }) => path).join(", ")}.`,
      `${count.format(numbers)} numbers, of which ${count.format(hidden)} are hidden and ${count.format(notKnown)} not known.`,
      ...(notKnown > 0
        ? [
            "Not known: the extracts do not cover those days. The covering note says up to when they do.",
          ]
        : []),
      ...(register
        ? [
            "Read the covering note before you release it.",
            ...registerLines(register),
            ...(profile === "internal" ? [] : narrowLines(narrow, settings.disclosure[profile])),
          ]
        : ["NOT FOR RELEASE: nothing is hidden."]),
      ...(exitCode === 0 ? [] : ["The extracts have errors: 'send-scorecard check' names them."]),
      ...(kept.length > 0
        ? [`Kept, for they are not ours or were changed: ${kept.join(", ")}.`]
        : []),
    ],
  );
  finish(exitCode);
}

/** `foi`: answers a request for numbers by week or month, with a covering note, safe to release. */
export const foiCommand =
  (pipeline: Pick<Pipeline, "foi">) =>
  (finish: Finish): Command =>
    settingOptions(
      new Command("foi")
        .description(
          "counts by week or month with a covering note, for freedom of information requests; needs no key",
        )
        .argument("<folder>", "folder of extracts"),
    )
      .requiredOption("--from <date>", "first day, such as 2024-04-01", isoDay)
      .requiredOption("--to <date>", "last day", isoDay)
      .addOption(
        new Option("--by <period>", "length of the periods")
          .choices(["week", "month"])
          .default("month"),
      )
      .addOption(
        new Option("--profile <profile>", "how small numbers are hidden; internal hides nothing")
          .choices(foiProfiles)
          .default("public"),
      )
      .requiredOption(
        "--out <folder>",
        "folder for this pack alone: not in the extracts, not in a build",
      )
      .addHelpText(
        "after",
        examples(
          "foi send-data --from 2024-04-01 --to 2025-03-31 --by week --out foi-pack",
          "foi send-data --from 2024-01-01 --to 2024-12-31 --by month --profile nhs --out foi-pack",
        ),
      )
      .action((folder: string, _: unknown, command: Command) =>
        foi(folder, command.optsWithGlobals<Options>(), pipeline, finish),
      );
