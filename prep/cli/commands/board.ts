import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command } from "commander";
import type { Pipeline } from "../../pipeline-contract";
import { boardWorkbook } from "../../publish/board-workbook";
import { attempt, codeOf } from "../../publish/output-error";
import type { BoardsResult } from "../../results";
import { checkedBoard, type CheckedKpi } from "../../sources/board-file/check-board";
import { suggestBoard } from "../../sources/board-file/suggest";
import { Stop } from "../../stop";
import { readSettings, type ConfigOptions } from "../config";
import { exitCodeOf } from "../exit-code-of";
import { exitCodes } from "../exit-codes";
import { collectInputs } from "../inputs";
import { examples, failOption, settingOptions, type FailOptions } from "../options";
import type { Finish } from "../program";
import { openScreen, type ScreenOptions } from "../screen";
import { tableLines } from "../summary";

type BoardPipeline = Pick<Pipeline, "boards" | "catalogue">;

/** Name of the board file that `init` writes. */
export const BOARD_NAME = "board.xlsx";

/** An empty board file, as `init` writes it. */
export const emptyBoard = (catalogue: Pipeline["catalogue"]): Promise<Uint8Array> =>
  boardWorkbook({ kpis: [], notes: [] }, catalogue);

/** Whether a file may be written: it is not there, or is the empty board that `init` wrote. */
async function isFree(path: string, catalogue: Pipeline["catalogue"]): Promise<boolean> {
  const there = await readFile(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw new Stop("output", `${path} could not be read: ${codeOf(error)}.`, { cause: error });
  });
  return there === null || there.equals(await emptyBoard(catalogue));
}

interface SuggestOptions extends ConfigOptions, ScreenOptions {
  readonly out?: string;
}

/** What a suggested board holds, in words. */
function suggestLines(
  path: string,
  kpis: readonly { readonly result?: { readonly matched?: string } }[],
): string[] {
  const own = kpis.filter(({ result }) => result?.matched?.startsWith("no KPI")).length;
  return [
    `Wrote ${path}: ${kpis.length} KPIs, ${own} of them in no catalogue.`,
    "Correct it in Excel: the column Matched to says what each KPI was taken for. Then: send-scorecard board check <folder>",
  ];
}

async function suggest(
  folder: string,
  options: SuggestOptions,
  pipeline: BoardPipeline,
  finish: Finish,
): Promise<void> {
  const screen = openScreen(options);
  const path = options.out ?? join(folder, BOARD_NAME);
  if (!(await isFree(path, pipeline.catalogue)))
    throw new Stop("usage", `${path} is there already. Name another file with --out.`);
  const settings = await readSettings(folder, options);
  const inputs = await collectInputs(folder, settings, screen.progress);
  const read = await pipeline.boards(inputs, settings, screen.progress);
  const board = suggestBoard({
    boardSheets: read.boardSheets,
    boards: read.boards,
    sheets: read.kpiSheets,
    catalogue: new Map(read.catalogue.map((entry) => [entry.id, entry])),
    counted: read.counted,
  });
  if (board.kpis.length === 0)
    throw new Stop(
      "input",
      `Nothing in ${folder} has KPIs: put your board's sheet or your extracts there.`,
    );
  const bytes = await boardWorkbook(board, pipeline.catalogue);
  await attempt(path, writeFile(path, bytes));
  screen.result(
    { file: resolve(path), kpis: board.kpis, notes: board.notes.length },
    suggestLines(path, board.kpis),
  );
  finish(exitCodes.ok.code);
}

const kpiLine = ({ kpi, place, matched, figures }: CheckedKpi): readonly string[] => [
  place,
  kpi,
  matched,
  figures,
];

/** What each row of the boards was taken for, then what is wrong in them. */
function checkedLines(kpis: readonly CheckedKpi[], findings: BoardsResult["findings"]): string[] {
  const without = kpis.filter(({ figures }) => figures === "none").length;
  return [
    ...tableLines([["Row", "KPI", "Matched to", "Figures"], ...kpis.map(kpiLine)]),
    "",
    `${kpis.length} KPIs, ${kpis.length - without} with figures, ${without} without.`,
    ...findings.map(
      ({ severity, rule, file, line, field, message, action }) =>
        `${severity} ${rule} ${file}${line === null ? "" : `, row ${line}`}${field === null ? "" : `, ${field}`}: ${message} ${action}`,
    ),
  ];
}

async function check(
  folder: string,
  options: ConfigOptions & ScreenOptions & FailOptions,
  pipeline: BoardPipeline,
  finish: Finish,
): Promise<void> {
  const screen = openScreen(options);
  const settings = await readSettings(folder, options);
  const inputs = await collectInputs(folder, settings, screen.progress);
  const read = await pipeline.boards(inputs, settings, screen.progress);
  if (read.boards.files.length === 0)
    throw new Stop(
      "input",
      `There is no board file in ${folder}. 'send-scorecard board suggest ${folder}' makes one.`,
    );
  const files = new Set(read.boards.files);
  const findings = read.findings.filter(({ file }) => files.has(file));
  const kpis = checkedBoard(read);
  const exitCode = exitCodeOf({ files: read.files, findings }, options.failOn);
  screen.result({ exitCode, kpis, findings }, checkedLines(kpis, findings));
  finish(exitCode);
}

/** `board suggest` and `board check`. */
export const boardCommand =
  (pipeline: BoardPipeline) =>
  (finish: Finish): Command =>
    new Command("board")
      .description("make a board file from what is in a folder, or check the one that is there")
      .addCommand(
        settingOptions(
          new Command("suggest")
            .description("write a board file with every KPI that the sheets print, to correct")
            .argument("<folder>", "folder of sheets and extracts"),
        )
          .option("--out <file>", "file to write; else board.xlsx in the folder")
          .addHelpText("after", examples("board suggest send-data"))
          .action((folder: string, _: unknown, command: Command) =>
            suggest(folder, command.optsWithGlobals(), pipeline, finish),
          ),
      )
      .addCommand(
        settingOptions(
          new Command("check")
            .description("say what each KPI of the board files was matched to, and what is wrong")
            .argument("<folder>", "folder with the board file"),
        )
          .addOption(failOption("error"))
          .addHelpText("after", examples("board check send-data"))
          .action((folder: string, _: unknown, command: Command) =>
            check(folder, command.optsWithGlobals(), pipeline, finish),
          ),
      );
