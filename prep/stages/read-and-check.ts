import type { CheckResult } from "../check/run";
import type { Extracts } from "../extracts/extracts";
import { readExtracts } from "../extracts/read-extracts";
import type { InputFile } from "../input-file";
import type { Progress } from "../progress";
import type { Settings } from "../settings";
import { kpiSheetOptions } from "../sources/read-kpi";
import { checkExtracts } from "./check-extracts";
import { chooseExtracts, type Chosen } from "./choose";
import type { Knowledge } from "./knowledge";

export interface ReadAndChecked {
  readonly extracts: Extracts;
  readonly chosen: Chosen;
  readonly found: CheckResult;
}

/** Reads the files, chooses the extracts of one authority and runs every rule on them. Throws `NothingToBuild` where they are of several. */
export async function readAndCheck(
  inputs: readonly InputFile[],
  knowledge: Knowledge,
  settings: Settings,
  progress: Progress,
  { casesOnly = false } = {},
): Promise<ReadAndChecked> {
  const { collections, indicators } = knowledge;
  const kpiSheets = kpiSheetOptions(settings.kpiSheets);
  const options = { collections, indicators, kpiSheets, casesOnly };
  const extracts = await readExtracts(inputs, options, progress);
  const chosen = chooseExtracts(collections, extracts, settings);
  const found = checkExtracts({ extracts, chosen, settings, knowledge, progress });
  return { extracts, chosen, found };
}
