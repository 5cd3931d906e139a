import { Command } from "commander";
import type { Pipeline } from "../../pipeline-contract";
import { readSettings } from "../config";
import type { ConfigOptions } from "../config";
import { collectInputs } from "../inputs";
import { examples, failOption, settingOptions, type FailOptions } from "../options";
import type { Finish } from "../program";
import { exitCodeOf } from "../exit-code-of";
import { openScreen } from "../screen";
import type { ScreenOptions } from "../screen";
import { checkLines } from "../summary";

async function check(
  folder: string,
  options: ConfigOptions & ScreenOptions & FailOptions,
  pipeline: Pick<Pipeline, "check">,
  finish: Finish,
): Promise<void> {
  const screen = openScreen(options);
  const settings = await readSettings(folder, options);
  const inputs = await collectInputs(folder, settings, screen.progress);
  const result = await pipeline.check(inputs, settings, screen.progress);
  const exitCode = exitCodeOf(result, options.failOn);
  const { files, rows, findings, summary } = result;
  screen.result({ exitCode, files, rows, findings, summary }, checkLines(result));
  finish(exitCode);
}

/** `check`: reads and validates a folder of extracts; writes nothing and needs no key. */
export const checkCommand =
  (pipeline: Pick<Pipeline, "check">) =>
  (finish: Finish): Command =>
    settingOptions(
      new Command("check")
        .description("validate a folder of extracts; writes nothing, needs no key")
        .argument("<folder>", "folder of extracts"),
    )
      .addOption(failOption("error"))
      .addHelpText("after", examples("check extracts", "check extracts --json > findings.json"))
      .action((folder: string, _: unknown, command: Command) =>
        check(folder, command.optsWithGlobals(), pipeline, finish),
      );
