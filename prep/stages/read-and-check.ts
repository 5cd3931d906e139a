import type { RulesResult } from "../check/run";
import type { Extracts } from "./extracts";
import { readExtracts, type ReadOptions } from "./read-extracts";
import type { InputFile } from "../input-file";
import { NothingToBuild } from "../nothing-to-build";
import type { Progress } from "../progress";
import type { Settings } from "../settings";
import { sheetsOfAuthority, withRowsLeft } from "../sources/kpi-sheet/sheets-of-authority";
import type { Boards } from "../sources/board-file/placed";
import { kpiSheetOptions } from "../sources/read-kpi";
import { checkExtracts } from "./check-extracts";
import { chooseExtracts, type Chosen } from "./choose";
import type { Knowledge } from "./knowledge";
import { boardsOver } from "./place-boards";

/** What was read of one authority, and found. */
export interface ReadAndChecked {
  readonly extracts: Extracts;
  readonly chosen: Chosen;
  readonly boards: Boards;
  readonly found: RulesResult;
}

/**
 * The extracts with the KPI sheets of the chosen authority alone; with all where nothing says
 * which. Throws `NothingToBuild` where there are but sheets of others.
 */
function withItsSheets(
  extracts: Extracts,
  chosen: Chosen,
): Pick<ReadAndChecked, "extracts" | "chosen"> {
  if (chosen.authority === null) return { extracts, chosen };
  const { sources } = extracts;
  const { kept, findings, left } = sheetsOfAuthority(sources.kpiSheets, chosen.authority);
  if (chosen.loaded.length === 0 && left.length > 0 && kept.length === 0)
    throw new NothingToBuild(findings.map(({ file, message }) => `${file}: ${message}`).join("\n"));
  return {
    extracts: { ...extracts, sources: { ...sources, kpiSheets: kept } },
    chosen: {
      ...chosen,
      findings: [...chosen.findings, ...findings],
      rows: withRowsLeft(chosen.rows, left),
    },
  };
}

/** The same with the boards of the folder, and the KPI sheets as those want them. */
function withBoards(
  { extracts, chosen }: Pick<ReadAndChecked, "extracts" | "chosen">,
  indicators: Knowledge["indicators"],
): Pick<ReadAndChecked, "extracts" | "chosen" | "boards"> {
  const { sources } = extracts;
  const { boards, kpiSheets, findings } = boardsOver(sources.boardSheets, sources.kpiSheets, {
    authority: chosen.authority,
    catalogue: [...indicators, ...sources.ownIndicators],
  });
  return {
    boards,
    extracts: { ...extracts, sources: { ...sources, kpiSheets } },
    chosen: { ...chosen, findings: [...chosen.findings, ...findings] },
  };
}

/** Reads the files of a build, of whatever authorities. */
export function readFiles(
  inputs: readonly InputFile[],
  { collections, indicators }: Knowledge,
  settings: Settings,
  { progress, ...how }: { progress: Progress } & Pick<ReadOptions, "casesOnly" | "onPeople">,
): Promise<Extracts> {
  const kpiSheets = kpiSheetOptions(settings.kpiSheets);
  return readExtracts(inputs, { collections, indicators, kpiSheets, ...how }, progress);
}

/**
 * Chooses the extracts of one authority and runs every rule on them. Throws `NothingToBuild` where
 * they are of several and the settings name none.
 */
export function chooseAndCheck(
  all: Extracts,
  knowledge: Knowledge,
  settings: Settings,
  { progress, withSettings = true }: { progress: Progress; withSettings?: boolean },
): ReadAndChecked {
  const { collections, indicators } = knowledge;
  const own = withItsSheets(all, chooseExtracts(collections, all, settings));
  const { extracts, chosen, boards } = withBoards(own, indicators);
  const toCheck = { extracts, chosen, boards, settings, knowledge, progress, withSettings };
  return { extracts, chosen, boards, found: checkExtracts(toCheck) };
}
