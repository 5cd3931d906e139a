import { join, resolve } from "node:path";
import { Command, Option } from "commander";
import { dialectNames, type DialectName } from "../../sql/dialect";
import { holdings, sqlJob } from "../../sql/job";
import { readSettings, type ConfigOptions } from "../config";
import { exitCodes } from "../exit-codes";
import { requireEmpty } from "../files/empty-folder";
import { publishFolder } from "../files/folder";
import { examples } from "../options";
import type { Finish } from "../program";
import { openScreen, type ScreenOptions } from "../screen";

interface SqlOptions extends Pick<ConfigOptions, "config"> {
  readonly dialect: DialectName;
  readonly out: string;
}

async function sql({ dialect, out, config, ...shown }: SqlOptions & ScreenOptions, finish: Finish) {
  const screen = openScreen(shown);
  const { coverage } = await readSettings(".", { config });
  await requireEmpty(out, "a job is printed whole.");
  const { files } = await publishFolder(out, async (output) => {
    for (const [path, text] of sqlJob(dialect, coverage))
      await output.write(path, [new TextEncoder().encode(text)]);
  });
  const { counted, notCounted } = holdings;
  screen.result({ folder: resolve(out), dialect, counted, notCounted, files }, [
    `Printed the mental health figures for ${dialect}: ${files.length} files in ${resolve(out)}.`,
    `Counted: ${counted.length} indicators. Not counted: ${notCounted.join(", ")}.`,
    `How to run it: ${join(out, "READ-ME.md")}. Its figures are internal: nothing is suppressed.`,
  ]);
  finish(exitCodes.ok.code);
}

/** `sql`: prints the mental health figures as a job for an engine that has the tables. */
export const sqlCommand = (finish: Finish): Command =>
  new Command("sql")
    .description("print the mental health figures as SQL, for DuckDB or for Spark")
    .addOption(
      new Option("--dialect <engine>", "what runs it").choices(dialectNames).makeOptionMandatory(),
    )
    .requiredOption("--out <folder>", "new or empty folder")
    .option("--config <file>", "settings file, for the limits of what may be left out")
    .addHelpText(
      "after",
      examples("sql --dialect duckdb --out job", "sql --dialect spark --out job"),
    )
    .action((_: unknown, command: Command) =>
      sql(command.optsWithGlobals<SqlOptions & ScreenOptions>(), finish),
    );
