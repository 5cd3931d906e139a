import { BANK_HOLIDAYS, isBankHolidays, readBankHolidays } from "./bank-holidays/bank-holidays";
import { isBoardJson } from "./board-file/board-json";
import { isBoardHeading } from "./board-file/find-headings";
import { BOARD_CSV, BOARD_JSON, readBoardFiles } from "./board-file/read-board-files";
import { isLinkageHeader } from "./health-linkage";
import type { ExtractFiles } from "../extracts/read-workbooks";
import type { Reading } from "../extracts/reading";
import type { FileKind, Opening } from "../extracts/recognise";
import type { CatalogueEntry } from "../indicators/catalogue-entry";
import type { KpiSheetOptions } from "./kpi-sheet/read-kpi-sheet";
import { knownNames } from "./kpi-sheet/identity/identify";
import { isLocalityHeader } from "./localities/localities";
import { isOptOutList } from "./opt-out/opt-out";
import { readOwnIndicators } from "./own-indicators/read";
import { isDirectoryHeader } from "./postcode-directory/directory";
import { readBoard } from "./read-board";
import {
  readHealthLinkage,
  readLocalityTable,
  readOptOuts,
  readPostcodes,
  readSchoolRegister,
} from "./read-look-ups";
import { isLinksHeader, isRegisterHeader } from "./school-register/register";
import type { SourceData } from "./source-data";

/** The kinds of tables by their headings, in the order that they are asked. */
const byHeader: readonly (readonly [kind: string, is: (header: readonly string[]) => boolean])[] = [
  ["school-register", isRegisterHeader],
  ["school-links", isLinksHeader],
  ["postcode-directory", isDirectoryHeader],
  ["localities", isLocalityHeader],
  ["health-linkage", isLinkageHeader],
  [BOARD_CSV, isBoardHeading],
];

/** Tells the files that are no collection of people. */
export function recogniseSource({ text, isXml, header }: Opening): FileKind | null {
  if (isXml) return null;
  if (/^\s*\[/.test(text)) return { kind: "own-indicators" };
  if (isBankHolidays(text)) return { kind: BANK_HOLIDAYS };
  if (isBoardJson(text)) return { kind: BOARD_JSON };
  const found = byHeader.find(([, is]) => is(header));
  if (found) return { kind: found[0] };
  return isOptOutList(text, header) ? { kind: "opt-out" } : null;
}

/**
 * Reads what is no collection of people. Workbooks and CSV files that nobody has taken are offered
 * to the board.
 */
export async function readSources(
  { files, workbooks }: ExtractFiles,
  options: { readonly kpiSheets: KpiSheetOptions; readonly indicators: readonly CatalogueEntry[] },
  reading: Reading,
): Promise<SourceData> {
  const boards = await readBoardFiles({ files, workbooks }, reading);
  return {
    boardSheets: boards.boardSheets,
    ...(await readBoard(
      files,
      boards.workbooks,
      { ...options.kpiSheets, names: knownNames(options.indicators) },
      reading,
    )),
    ownIndicators: await readOwnIndicators(files, options.indicators, reading),
    register: await readSchoolRegister(files, reading),
    directory: await readPostcodes(files, reading),
    localities: await readLocalityTable(files, reading),
    linkageTable: await readHealthLinkage(files, reading),
    bankHolidays: await readBankHolidays(files, reading),
    optedOut: await readOptOuts(files, reading),
  };
}
