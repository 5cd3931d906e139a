import { InvalidArgumentError, Option, type Command } from "commander";
import { failOnChoices, type FailOn } from "./exit-code-of";

/** The options that override settings, the same in `build` and `check`. */
export const settingOptions = (command: Command): Command =>
  command
    .option(
      "--authority <number>",
      "three-digit number of your authority; else taken from the returns. Several, one after another, are built together",
      (number: string, before: readonly string[] = []) => [...before, number],
    )
    .option(
      "--all-of <area>",
      "all authorities of an integrated care board (such as QVV), a region or England, and that area",
    )
    .option("--as-at <date>", "count up to this day, such as 2026-09-30")
    .option(
      "--config <file>",
      "settings file; else send-scorecard.json in the folder, where there is one",
    );

export interface FailOptions {
  readonly failOn: FailOn;
}

/** What makes a command end with exit code 1 though it did its work. */
export const failOption = (usual: FailOn): Option =>
  new Option(
    "--fail-on <what>",
    "end with exit code 1 on: refused (a file, table or column left out whole), error, warning (any finding) or never",
  )
    .choices(failOnChoices)
    .default(usual);

/** A number of threads; settings say which numbers there may be. */
function threadsOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

/** How many threads a build may use. */
export const threadsOption = (): Option =>
  new Option(
    "--threads <number>",
    "processors that a build of several authorities uses at most; else as many as there are, where it pays",
  ).argParser(threadsOf);

/** Examples for the end of a command's help. */
export const examples = (...commands: readonly string[]): string =>
  `\nExamples:\n${commands.map((command) => `  $ send-scorecard ${command}`).join("\n")}`;
