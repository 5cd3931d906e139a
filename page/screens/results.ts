import { html } from "../../src/views/element";
import type { Built, GivenFile } from "../messages";
import { button } from "../parts/field";
import { canWriteFolder, saveFile, saveIntoFolder } from "../parts/save";
import { countWords } from "../parts/sizes";
import { tabs } from "../parts/tabs";
import { Stopped } from "../parts/worker-calls";
import { boardPanel } from "./board-panel";
import { downloadsPanel, fileOf } from "./downloads-panel";
import { filesPanel } from "./files-panel";
import { findingsPanel } from "./findings-panel";

export interface Results {
  readonly built: Built;
  /** Text of a new key file that is to be kept; null where there is none. */
  readonly keyToKeep: string | null;
  readonly zip: () => Promise<Blob>;
  readonly output: () => Promise<readonly GivenFile[]>;
  readonly again: () => void;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function headline({ rules, board, seconds }: Built): string {
  const found = (wanted: string): number =>
    rules.filter(({ severity }) => severity === wanted).reduce((sum, { count }) => sum + count, 0);
  const kpis = new Set(board.map(({ indicator }) => indicator)).size;
  return `${countWords(kpis, "KPI")}; ${countWords(found("error"), "error")} and ${countWords(found("warning"), "warning")} found; ready in ${countWords(Math.ceil(seconds), "second")}.`;
}

/** What came of a build, to look at and to save. */
export function resultsScreen({ built, keyToKeep, zip, output, again }: Results): {
  readonly element: HTMLElement;
  shown(): void;
} {
  const said = html("p", { class: "hint", role: "status" });
  const doing = (words: string, work: () => Promise<string>) => async () => {
    said.textContent = words;
    try {
      said.textContent = await work();
    } catch (error) {
      said.textContent =
        error instanceof Stopped ? error.message : "It could not be saved. Try another folder.";
    }
  };
  const saveZip = doing("Packing…", async () => {
    saveFile("send-scorecard.zip", await zip());
    return "Saved as send-scorecard.zip among your downloads. Unpack it into the folder of your results.";
  });
  const saveFolder = doing("Saving…", async () => {
    const name = await saveIntoFolder(await output());
    return name === null ? "Nothing was saved." : `Saved into the folder ${name}.`;
  });
  const saveKey = doing("", async () => {
    saveFile("send-scorecard-key.txt", keyToKeep!);
    return "Saved the key. Keep it in a safe place that is not beside the data.";
  });
  const save = (path: string) =>
    void doing("", async () => {
      saveFile(nameOf(path), fileOf(await output(), path));
      return `Saved ${nameOf(path)} among your downloads.`;
    })();

  const board = boardPanel(built);
  const { element: panels, open } = tabs("Results", [
    { id: "board", name: "Scorecard", ...board },
    { id: "findings", name: `Findings (${built.rules.length})`, panel: findingsPanel(built) },
    { id: "files", name: `Files (${built.files.length})`, panel: filesPanel(built) },
    { id: "downloads", name: "Downloads", panel: downloadsPanel(built, save) },
  ]);
  const element = html(
    "section",
    { class: "screen results" },
    html("h1", {}, "Your scorecard"),
    html("p", {}, headline(built)),
    built.profile === "internal" &&
      html(
        "p",
        { class: "restricted" },
        html("strong", {}, "Restricted. "),
        "It holds small numbers and is not for publishing.",
      ),
    ...built.notes.map((note) => html("p", { class: "hint" }, note)),
    html(
      "div",
      { class: "buttons" },
      button("Save everything as a zip", () => void saveZip()),
      canWriteFolder() && button("Save into a folder", () => void saveFolder(), "button secondary"),
      keyToKeep !== null && button("Save the key", () => void saveKey(), "button secondary"),
      button("Start again", again, "link"),
    ),
    said,
    panels,
  );
  return { element, shown: () => open("board") };
}
