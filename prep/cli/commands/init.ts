import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import type { Pipeline } from "../../pipeline-contract";
import { BOARD_NAME, emptyBoard } from "./board";
import { kpiTemplate } from "../../sources/kpi-sheet/template";
import { attempt, codeOf } from "../../publish/output-error";
import { CONFIG_NAME } from "../../settings-file/config-name";
import { exitCodes } from "../exit-codes";
import { makeKey } from "../key";
import { examples } from "../options";
import type { Finish } from "../program";
import { settingsJsonSchema } from "../settings-json-schema";
import { openScreen } from "../screen";
import type { ScreenOptions } from "../screen";
import { settingsDeclaration } from "../../settings-file/declaration";
import { settingsExample } from "../settings-example";

const FOLDERS = ["extracts", "reference", "kpi-sheets"];
const KPI_TEMPLATE = join("kpi-sheets", "kpi-template.xlsx");
const SCHEMA = ".send-scorecard.schema.json";

/** With CRLF, for Notepad. */
const READ_ME = [
  "What goes where",
  "",
  "extracts      Your SEN2 returns, one or several years: XML, COLLECT CSV export or the Excel template. File names do not matter.",
  "reference     Where you have them: the school register (edubasealldata CSV of Get Information About Schools) and its links file,",
  "              a postcode directory (ONSPD or NSPL CSV), a list of people who are to be left out.",
  "kpi-sheets    The KPI sheets of your board, with targets: kpi-template.xlsx shows our own form (take it away when you do not use it);",
  "              sheets of twelve months and board papers are read as they are. Published statistics (CSV files or zips) go here too,",
  "              and so do a neighbour model of your own (la_code, neighbour_code, rank) and a JSON list of indicators of your own.",
  "board.xlsx    Your board: its KPIs in order, with sections, targets by date, owners and words. 'send-scorecard board suggest .'",
  "              fills it with every KPI that your sheets print, for you to correct.",
  "send-scorecard.json    The settings, each with a comment.",
  "",
  "Then, from this folder:",
  "",
  "  send-scorecard check .",
  "  send-scorecard build . --out star",
  "",
  "The key of the pseudonyms is not here but in your user profile, because this folder may be shared.",
  "",
].join("\r\n");

/** Writes a file where there is none; true when it was written. */
async function writeNew(path: string, text: string | Uint8Array): Promise<boolean> {
  const written = writeFile(path, text, { flag: "wx" }).then(
    () => true,
    (error: unknown) => (codeOf(error) === "EEXIST" ? false : Promise.reject(error)),
  );
  return attempt(path, written);
}

async function init(
  folder: string,
  options: ScreenOptions,
  { catalogue }: Pick<Pipeline, "catalogue">,
  finish: Finish,
): Promise<void> {
  const screen = openScreen(options);
  for (const name of FOLDERS)
    await attempt(join(folder, name), mkdir(join(folder, name), { recursive: true }));
  const texts: Record<string, string> = {
    [CONFIG_NAME]: settingsExample(settingsDeclaration, `./${SCHEMA}`),
    [SCHEMA]: `${JSON.stringify(settingsJsonSchema(settingsDeclaration), null, 2)}\n`,
    "READ-ME.txt": READ_ME,
  };
  const written: string[] = [];
  const kept: string[] = [];
  for (const [name, text] of Object.entries(texts))
    ((await writeNew(join(folder, name), text)) ? written : kept).push(name);
  ((await writeNew(join(folder, KPI_TEMPLATE), kpiTemplate())) ? written : kept).push(KPI_TEMPLATE);
  const board = await emptyBoard(catalogue);
  ((await writeNew(join(folder, BOARD_NAME), board)) ? written : kept).push(BOARD_NAME);
  const key = await makeKey();
  screen.result({ folder: resolve(folder), written, kept, keyFile: key.file, keyMade: key.made }, [
    `Ready: ${resolve(folder)}. Put your extracts into ${join(folder, "extracts")}; READ-ME.txt says what goes where.`,
    ...(kept.length > 0 ? [`Already there and left as they are: ${kept.join(", ")}.`] : []),
    ...(key.made
      ? [
          `Made the key of the pseudonyms: ${key.file}`,
          "Keep a copy in a safe place that is not beside the data. Whoever has it can find people again; without it, new builds get other pseudonyms and no longer match earlier ones.",
        ]
      : [`The key of the pseudonyms is already there: ${key.file}`]),
  ]);
  finish(exitCodes.ok.code);
}

/**
 * `init`: writes a commented settings file, empty folders and, where there is none, the key. Never
 * overwrites.
 */
export const initCommand =
  (pipeline: Pick<Pipeline, "catalogue">) =>
  (finish: Finish): Command =>
    new Command("init")
      .description(
        "prepare a folder: settings with comments, empty folders, and the key in your user profile",
      )
      .argument("<folder>", "folder to prepare; what is there is left as it is")
      .addHelpText("after", examples("init send-data"))
      .action((folder: string, _: unknown, command: Command) =>
        init(folder, command.optsWithGlobals(), pipeline, finish),
      );
