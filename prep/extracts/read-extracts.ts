import type { KpiSheetOptions } from "../sources/kpi-sheet/read-kpi-sheet";
import type { InputFile } from "../input-file";
import type { Progress } from "../progress";
import type { Extracts } from "./extracts";
import { fileFinding } from "./file-rules";
import { readCensuses } from "./read-censuses";
import { readMhsds } from "./read-mhsds";
import { readBoard } from "./read-board";
import { readOwnIndicators } from "./read-own-indicators";
import {
  readHealthLinkage,
  readLocalityTable,
  readOptOuts,
  readPostcodes,
  readSchoolRegister,
} from "./read-reference";
import { readReturns } from "./read-returns";
import { readWorkbooks } from "./read-workbooks";
import { startReading } from "./reading";
import { recogniseFiles } from "./recognise-files";

/** Reads all files: what each is, is found by its content. Nothing here throws for what a file holds; it becomes a finding. Without `health`, MHSDS tables, which can be very large, are left unread. */
export async function readExtracts(
  inputs: readonly InputFile[],
  kpiOptions: KpiSheetOptions,
  progress: Progress,
  { health = true } = {},
): Promise<Extracts> {
  const reading = startReading(inputs, progress);
  const { findings, rows, takenFor } = reading;
  const recognised = await recogniseFiles(inputs, reading);
  const workbooks = await readWorkbooks(recognised, reading);
  const returns = await readReturns(recognised, workbooks, reading);
  const censuses = await readCensuses(recognised, reading);
  if (!health)
    for (const { file, kind } of recognised)
      if (kind === "mhsds-csv") takenFor.set(file.name, "MHSDS, not needed for this");
  const mhsds = health ? await readMhsds(recognised, reading) : null;
  const board = await readBoard(recognised, workbooks, kpiOptions, reading);
  const ownIndicators = await readOwnIndicators(recognised, reading);
  const register = await readSchoolRegister(recognised, reading);
  const directory = await readPostcodes(recognised, reading);
  const localities = await readLocalityTable(recognised, reading);
  const linkageTable = await readHealthLinkage(recognised, reading);
  const optedOut = await readOptOuts(recognised, reading);
  for (const { file } of recognised)
    if (!takenFor.has(file.name)) findings.push(fileFinding("F01", file.name));
  const files = inputs.map(({ name }) => ({ name, recognisedAs: takenFor.get(name) ?? null }));
  return {
    files,
    returns,
    censuses,
    mhsds: mhsds?.mhsds ?? null,
    linkageTable,
    ...board,
    ownIndicators,
    register,
    directory,
    localities,
    optedOut,
    findings,
    checks: mhsds ? [mhsds.checks] : [],
    rows,
  };
}
