import { readFile } from "node:fs/promises";
import { Command, InvalidArgumentError } from "commander";
import { dayFromIso, isoOf, type Day } from "../../calendar/day";
import { sheetName } from "../../lists/annex-a/columns";
import { readLists, type ReadList } from "../../lists/annex-a/read-lists";
import { checkList, type AnnexFinding } from "../../lists/annex-a/run-checks";
import { codeOf } from "../../publish/output-error";
import { problemList } from "../../scan/problems";
import { readWorkbook } from "../../scan/workbook/read-workbook";
import { sheetRows } from "../../scan/workbook/sheet-rows";
import { visibleSheets } from "../../scan/workbook/visible-sheets";
import { exitCodes } from "../exit-codes";
import { examples } from "../options";
import type { Finish } from "../program";
import { openScreen, type ScreenOptions } from "../screen";
import { Stop } from "../../stop";
import { tableLines } from "../summary";

type Options = ScreenOptions & { readonly asAt: Day };

/** Rows that are named on the screen; `--json` has all. */
const SHOWN = 12;

const dayOption = (text: string): Day => {
  const day = dayFromIso(text);
  if (day === null) throw new InvalidArgumentError("It must be a date such as 2026-09-30.");
  return day;
};

const today = (): Day => Math.floor(Date.now() / 86_400_000);

/** The lists of a workbook, and what is odd about it as a whole, such as formulas. */
async function listsIn(file: string): Promise<{ lists: ReadList[]; oddities: string[] }> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Stop(
      "input",
      `${file} could not be read: ${codeOf(error) === "ENOENT" ? "it is not there" : codeOf(error)}.`,
      { cause: error },
    );
  });
  const { sheets, problems } = await readWorkbook(bytes);
  if (sheets.length === 0)
    throw new Stop(
      "input",
      `${file} could not be read as a workbook: ${problems.map(({ message }) => message).join(" ")}`,
    );
  const hidden = problemList();
  const lists = readLists(visibleSheets(sheets, hidden).map(sheetRows));
  if (lists.length === 0)
    throw new Stop("input", `${file} has neither a sheet List_1 nor a sheet List_2.`);
  return { lists, oddities: [...problems, ...hidden.finish()].map(({ message }) => message) };
}

interface Failed {
  readonly list: string;
  readonly check: string;
  readonly severity: string;
  readonly message: string;
  /** Rows of the sheet. */
  readonly rows: readonly number[];
}

function failedChecks({ list, lines }: ReadList, findings: readonly AnnexFinding[]): Failed[] {
  const failed = new Map<string, Failed>();
  for (const { check, row } of findings)
    failed.set(check.id, {
      list: sheetName(list),
      check: check.id,
      severity: check.severity,
      message: check.message,
      rows: [...(failed.get(check.id)?.rows ?? []), lines[row]],
    });
  return [...failed.values()];
}

const rowsShown = (rows: readonly number[]): string =>
  `${rows.slice(0, SHOWN).join(", ")}${rows.length > SHOWN ? " …" : ""}`;

async function checkAnnexA(
  file: string,
  { asAt, ...options }: Options,
  finish: Finish,
): Promise<void> {
  const screen = openScreen(options);
  const { lists, oddities } = await listsIn(file);
  const failed = lists.flatMap((one) => failedChecks(one, checkList(one.list, one.rows, asAt)));
  const gaps = [
    ...oddities,
    ...lists.flatMap(({ list, missing, unreadable }) => [
      ...missing.map(
        (heading) => `${sheetName(list)} has no column "${heading}": it is read as empty.`,
      ),
      ...unreadable.map(
        ({ line, heading }) =>
          `${sheetName(list)} row ${line}: "${heading}" holds no date or number; it is read as empty.`,
      ),
    ]),
  ];
  const exitCode =
    failed.some(({ severity }) => severity === "error") || gaps.length > 0
      ? exitCodes.findings.code
      : exitCodes.ok.code;
  screen.result(
    {
      exitCode,
      asAt: isoOf(asAt),
      lists: lists.map(({ list, rows }) => ({ list: sheetName(list), rows: rows.length })),
      failed,
      gaps,
    },
    [
      ...lists.map(
        ({ list, rows }) => `${sheetName(list)}: ${rows.length} rows, as at ${isoOf(asAt)}.`,
      ),
      ...gaps.slice(0, SHOWN),
      ...(gaps.length > SHOWN ? [`… and ${gaps.length - SHOWN} more of these.`] : []),
      "",
      ...(failed.length === 0
        ? ["None of the 29 checks found anything."]
        : tableLines([
            ["Check", "Severity", "Times", "What is wrong", "Rows of the sheet"],
            ...failed.map(({ check, severity, rows, message }) => [
              check,
              severity,
              String(rows.length),
              message,
              rowsShown(rows),
            ]),
          ])),
    ],
  );
  finish(exitCode);
}

/**
 * `check-annex-a`: runs the 29 checks on Annex A lists that somebody filled in; names rows, shows
 * no values and writes nothing.
 */
export const checkAnnexACommand = (finish: Finish): Command =>
  new Command("check-annex-a")
    .description("run the 29 checks on a filled-in Annex A workbook; writes nothing")
    .argument("<file>", "workbook with the sheets List_1 and List_2")
    .option("--as-at <date>", "day that ages are of; else today", dayOption, today())
    .addHelpText(
      "after",
      examples(
        "check-annex-a annex-a/annex-a.xlsx",
        "check-annex-a filled-in.xlsx --as-at 2026-09-30 --json > checks.json",
      ),
    )
    .action((file: string, _: unknown, command: Command) =>
      checkAnnexA(file, command.optsWithGlobals<Options>(), finish),
    );
