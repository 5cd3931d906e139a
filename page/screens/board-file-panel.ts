import { html } from "../../src/views/element";
import type { CaseWish, GivenFile } from "../messages";
import { button } from "../parts/field";
import { saveFile } from "../parts/save";
import { saidLine } from "../parts/say";
import type { WorkerCalls } from "../parts/worker-calls";
import { boardRowsEditor } from "./board-rows-editor";

/** Name of the board file. */
const BOARD = "board.xlsx";

/**
 * Makes a board file of what the files hold, lets it be changed, and saves it or builds with it.
 * `rebuild` takes the files with the board among them.
 */
export function boardFilePanel(
  given: CaseWish,
  ask: WorkerCalls["ask"],
  rebuild: (files: readonly GivenFile[]) => void,
): HTMLElement {
  const said = saidLine();
  const place = html("div", {});
  const open = () =>
    said.run("Reading…", async () => {
      const { board, replaces, names } = await ask("draft", given);
      const editor = boardRowsEditor(board, names);
      const file = () => ask("boardFile", editor.board());
      const save = () =>
        said.run("Saving…", async () => {
          saveFile(BOARD, await file());
          return `Saved ${BOARD}. Put it with your files: next month it is read with them.`;
        });
      const use = () =>
        said.run("Working…", async () => {
          const written = { path: BOARD, file: await file() };
          const gone = new Set([...replaces, BOARD]);
          rebuild([...given.files.filter(({ path }) => !gone.has(path)), written]);
          return "";
        });
      place.replaceChildren(
        editor.element,
        html(
          "div",
          { class: "buttons" },
          button("Build with this board", () => void use()),
          button("Save board.xlsx", () => void save(), "button secondary"),
        ),
      );
      return `${board.kpis.length} KPIs. Change what is wrong, then build with it or save it.`;
    });
  return html(
    "div",
    {},
    html(
      "p",
      {},
      "A board file says which KPIs your board shows, in which order, with targets, tolerances, owners and commentary. It starts from what your files hold.",
    ),
    button("Make the board file", () => void open(), "button secondary"),
    said.line,
    place,
  );
}
