import type { Command } from "commander";

/** The options that override settings, the same in `build` and `check`. */
export const settingOptions = (command: Command): Command =>
  command
    .option(
      "--authority <number>",
      "three-digit number of your authority; else taken from the returns",
    )
    .option("--as-at <date>", "count up to this day, such as 2026-09-30")
    .option(
      "--config <file>",
      "settings file; else send-scorecard.json in the folder, where there is one",
    );

/** Examples for the end of a command's help. */
export const examples = (...commands: readonly string[]): string =>
  `\nExamples:\n${commands.map((command) => `  $ send-scorecard ${command}`).join("\n")}`;
