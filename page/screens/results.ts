import { html } from "../../src/views/element";
import type { BuildAnswer, CaseWish, GivenFile } from "../messages";
import { button } from "../parts/field";
import { canWriteFolder, saveFile, saveIntoFolder } from "../parts/save";
import { saidLine, type Said } from "../parts/say";
import { countWords } from "../parts/sizes";
import { tabs } from "../parts/tabs";
import type { WorkerCalls } from "../parts/worker-calls";
import { boardFilePanel } from "./board-file-panel";
import { boardPanel } from "./board-panel";
import { downloadsPanel, fileOf } from "./downloads-panel";
import { filesPanel } from "./files-panel";
import { findingsPanel } from "./findings-panel";
import { listsPanel } from "./lists-panel";

interface Results {
  readonly built: BuildAnswer;
  /** Text of a new key file that is to be kept; null where there is none. */
  readonly keyToKeep: string | null;
  /** What it was built from. */
  readonly given: CaseWish;
  readonly ask: WorkerCalls["ask"];
  /** Goes back to the files. */
  readonly again: () => void;
  /** Builds again, from other files. */
  readonly rebuild: (files: readonly GivenFile[]) => void;
  /** Begins with other files. */
  readonly anew: () => void;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

function headline({ rules, board, seconds }: BuildAnswer): string {
  const found = (wanted: string): number =>
    rules.filter(({ severity }) => severity === wanted).reduce((sum, { count }) => sum + count, 0);
  const kpis = new Set(board.map(({ indicator }) => indicator)).size;
  return `${countWords(kpis, "KPI")}; ${countWords(found("error"), "error")} and ${countWords(found("warning"), "warning")} found; ready in ${countWords(Math.ceil(seconds), "second")}.`;
}

/** Buttons that save what was built, each with what is said when it did. */
function saveButtons({ built, keyToKeep, ask }: Results, said: Said): HTMLElement[] {
  const saveZip = () =>
    said.run("Packing…", async () => {
      saveFile("send-scorecard.zip", await ask("zip", null));
      return "Saved as send-scorecard.zip among your downloads. Unpack it into the folder of your results.";
    });
  const saveFolder = () =>
    said.run("Saving…", async () => {
      const name = await saveIntoFolder(await ask("output", null));
      return name === null ? "Nothing was saved." : `Saved into the folder ${name}.`;
    });
  const saveKey = () =>
    said.run("", async () => {
      saveFile("send-scorecard-key.txt", keyToKeep!);
      return "Saved the key. Keep it in a safe place that is not beside the data.";
    });
  const saveRelease = () =>
    said.run("", async () => {
      const { path, file } = await ask("release", null);
      saveFile(path, file);
      return `Saved ${path}. Put it with the others in a folder “published” beside your data: later releases are made safe beside it.`;
    });
  const second = "button secondary";
  return [
    button("Save everything as a zip", () => void saveZip()),
    ...(canWriteFolder() ? [button("Save into a folder", () => void saveFolder(), second)] : []),
    ...(keyToKeep === null ? [] : [button("Save the key", () => void saveKey(), second)]),
    ...(built.profile === "internal"
      ? []
      : [button("I have published this", () => void saveRelease(), second)]),
  ];
}

/** What came of a build, to look at and to save. */
export function resultsScreen(results: Results): {
  readonly element: HTMLElement;
  shown(): void;
} {
  const { built, given, ask } = results;
  const said = saidLine();
  const save = (path: string) =>
    void said.run("", async () => {
      saveFile(nameOf(path), fileOf(await ask("output", null), path));
      return `Saved ${nameOf(path)} among your downloads.`;
    });
  const { element: panels, open } = tabs("Results", [
    { id: "board", name: "Scorecard", ...boardPanel(built) },
    { id: "findings", name: `Findings (${built.rules.length})`, panel: findingsPanel(built) },
    { id: "files", name: `Files (${built.files.length})`, panel: filesPanel(built) },
    { id: "downloads", name: "Downloads", panel: downloadsPanel(built, save) },
    { id: "board-file", name: "Board file", panel: boardFilePanel(given, ask, results.rebuild) },
    ...(built.keyUsed
      ? [{ id: "lists", name: "Lists and requests", panel: listsPanel(built, given, ask) }]
      : []),
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
      ...saveButtons(results, said),
      button("Change files", results.again, "link"),
      button("Start again", results.anew, "link"),
    ),
    said.line,
    panels,
  );
  return { element, shown: () => open("board") };
}
