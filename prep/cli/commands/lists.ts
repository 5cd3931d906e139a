import { resolve } from "node:path";
import { Argument, Command, InvalidArgumentError } from "commander";
import type { CaseList, CaseListOptions } from "../../lists/case-list";
import { writeList } from "../../lists/write-list";
import type { Pipeline } from "../../pipeline-contract";
import { publishFolder } from "../files/folder";
import { readSettings, type ConfigOptions } from "../config";
import { exitCodeOf } from "../exit-code-of";
import { collectInputs } from "../inputs";
import { examples, settingOptions } from "../options";
import { refuseSharedPlace } from "../output-place";
import type { Finish } from "../program";
import { openScreen, type ScreenOptions } from "../screen";
import { tableLines } from "../summary";

type Options = ConfigOptions & ScreenOptions & CaseListOptions & { readonly out: string };

/** The folder of a list is for its owner alone, where the system has permissions. */
const OWNER_ONLY = 0o700;

const daysAhead = (text: string): number => {
  if (!/^\d{1,3}$/.test(text))
    throw new InvalidArgumentError("It must be a whole number of days from 0 to 999.");
  return Number(text);
};

async function lists(
  list: CaseList,
  folder: string,
  options: Options,
  pipeline: Pick<Pipeline, "list">,
): Promise<Parameters<Finish>[0]> {
  const { out, names, within } = options;
  const { name } = list;
  const screen = openScreen(options);
  const settings = await readSettings(folder, options);
  await refuseSharedPlace(out, folder, { content: "identifiable_list", name });
  const inputs = await collectInputs(folder, settings, screen.progress, out);
  const result = await pipeline.list(
    inputs,
    settings,
    { list, options: { names, within } },
    screen.progress,
  );
  const { made } = result;
  const exitCode = exitCodeOf(result);
  const { files, kept } = await publishFolder(
    resolve(out),
    (output) => writeList(output, list, { options, settings, inputs, result }),
    { mode: OWNER_ONLY },
  );
  screen.result(
    {
      out: resolve(out),
      exitCode,
      list: name,
      rows: made.rows,
      counts: made.counts,
      notes: made.notes,
      written: files,
      kept,
    },
    [
      ...tableLines(made.counts),
      "",
      ...made.notes,
      `Written to ${resolve(out)}. It is IDENTIFIABLE: keep it to those who work on these cases, and delete the folder when you are done.`,
      ...(exitCode === 0
        ? []
        : [
            "The extracts have errors: 'send-scorecard check' names them. What they spoil can be missing from the list.",
          ]),
      ...(kept.length > 0
        ? [`Kept, for they are not ours or were changed: ${kept.join(", ")}.`]
        : []),
    ],
  );
  return exitCode;
}

/**
 * `lists`: writes a list of people or cases, on request, to a folder of its own. `known` are the
 * lists that there are.
 */
export const listsCommand =
  (pipeline: Pick<Pipeline, "list">, known: readonly CaseList[]) =>
  (finish: Finish): Command =>
    settingOptions(
      new Command("lists")
        .description("write a list that shows who is meant, to a folder of its own; needs no key")
        .addArgument(new Argument("<list>", "which list").choices(known.map(({ name }) => name)))
        .argument("<folder>", "folder of extracts"),
    )
      .requiredOption(
        "--out <folder>",
        "folder for this list alone: not in the extracts, not in a build",
      )
      .option("--within <days>", "alerts: how many days ahead to look", daysAhead, 14)
      .option("--names", "surname and forename beside the identifiers", false)
      .addHelpText(
        "after",
        `\nLists:\n${known.map(({ name, description }) => `  ${name.padEnd(12)} ${description}`).join("\n")}\n${examples("lists annex-a send-data --out annex-a", "lists alerts send-data --within 14 --out alerts", "lists alerts send-data --as-at 2026-09-30 --within 28 --names --out alerts")}`,
      )
      .action(async (name: string, folder: string, _: unknown, command: Command) => {
        const list = known.find((one) => one.name === name)!;
        finish(await lists(list, folder, command.optsWithGlobals<Options>(), pipeline));
      });
