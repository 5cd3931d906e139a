import { pipeline } from "../../prep/pipeline";
import type { Progress } from "../../prep/progress";
import { boardWorkbook } from "../../prep/publish/board-workbook";
import { suggestBoard } from "../../prep/sources/board-file/suggest";
import { Stop } from "../../prep/stop";
import type { BoardDraft, CaseWish } from "../messages";
import { givenInputs } from "./given-files";
import { givenSettings } from "./given-settings";

/** A board of what the files hold, as `board suggest` of the command line makes it. */
export async function draftBoard(wish: CaseWish, progress: Progress): Promise<BoardDraft> {
  const { settings } = await givenSettings(wish);
  const inputs = await givenInputs(wish.files, settings, progress);
  const read = await pipeline.boards(inputs, settings, progress);
  const board = suggestBoard({
    boardSheets: read.boardSheets,
    boards: read.boards,
    sheets: read.kpiSheets,
    catalogue: new Map(read.catalogue.map((entry) => [entry.id, entry])),
    counted: read.counted,
  });
  if (board.kpis.length === 0)
    throw new Stop("input", "Nothing in these files has KPIs: add your board's spreadsheet.");
  return { board, replaces: read.boards.files, names: read.catalogue.map(({ name }) => name) };
}

/** A board as board.xlsx. */
export async function boardFile(board: BoardDraft["board"]): Promise<Blob> {
  return new Blob([new Uint8Array(await boardWorkbook(board, pipeline.catalogue))]);
}
