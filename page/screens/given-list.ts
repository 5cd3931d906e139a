import { CONFIG_NAME } from "../../prep/settings-file/config-name";
import { html } from "../../src/views/element";
import type { GivenFile } from "../messages";
import { estimateWords } from "../parts/estimate";
import { button } from "../parts/field";
import { countWords, sizeWords } from "../parts/sizes";
import { Stopped } from "../parts/worker-calls";

/** The files that were given for a build, and their list. */
export interface GivenList {
  readonly element: HTMLElement;
  /** All files, when those on their way have arrived; null where some could not be read. */
  all(): Promise<readonly GivenFile[] | null>;
  /** Adds files when they arrive, in place of those of the same path. */
  add(files: Promise<readonly GivenFile[]>): void;
  /** Takes files in place of those that are there. */
  replace(files: readonly GivenFile[]): void;
}

/** Files that are listed by name; more are counted. */
const MOST_LISTED = 30;

const UNREADABLE =
  "A file or folder that you added cannot be read. Close it in other programs, or copy it to your own disk; then use Choose files or Choose a folder.";

/** The list of files that were given, each with a button that takes it away. */
function fileList(files: readonly GivenFile[], remove: (file: GivenFile) => void): HTMLElement {
  const row = (one: GivenFile): HTMLElement => {
    const made = button("Remove", () => remove(one), "link");
    made.append(html("span", { class: "visually-hidden" }, ` ${one.path}`));
    return html(
      "tr",
      {},
      html("th", { scope: "row" }, one.path),
      html("td", { class: "numeric" }, sizeWords(one.file.size)),
      html("td", {}, made),
    );
  };
  const more = files.length - MOST_LISTED;
  return html(
    "table",
    { class: "list" },
    html("caption", {}, countWords(files.length, "file")),
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        html("th", { scope: "col" }, "File"),
        html("th", { scope: "col", class: "numeric" }, "Size"),
        html("td", {}),
      ),
    ),
    html(
      "tbody",
      {},
      ...files.slice(0, MOST_LISTED).map(row),
      more > 0 &&
        html("tr", {}, html("td", { colspan: 3 }, `… and ${countWords(more, "more file")}`)),
    ),
  );
}

/** What a build of files takes, and by which settings. */
const hints = (files: readonly GivenFile[]): HTMLElement[] => [
  html("p", { class: "hint" }, estimateWords(files)),
  html(
    "p",
    { class: "hint" },
    files.some(({ path }) => path.toLowerCase() === CONFIG_NAME)
      ? `Settings: ${CONFIG_NAME} is among the files.`
      : `Settings: the usual ones. To use last month's, add ${CONFIG_NAME}.`,
  ),
];

/** A list of given files, empty at first; `fault` says what cannot be read. */
export function givenList(fault: (message: string) => void): GivenList {
  let files: readonly GivenFile[] = [];
  /** Files on their way: whether all could be read. */
  let arriving: Promise<boolean> | null = null;
  const element = html("div", { class: "files", "aria-live": "polite" });

  function replace(others: readonly GivenFile[]): void {
    files = others;
    element.replaceChildren(
      ...(files.length === 0
        ? [html("p", { class: "hint" }, "No files yet.")]
        : [
            fileList(files, (one) => replace(files.filter((other) => other !== one))),
            ...hints(files),
          ]),
    );
  }
  function put(more: readonly GivenFile[]): void {
    const paths = new Set(more.map(({ path }) => path));
    replace([...files.filter(({ path }) => !paths.has(path)), ...more]);
  }
  function add(more: Promise<readonly GivenFile[]>): void {
    element.replaceChildren(html("p", { class: "hint" }, "Looking at your files…"));
    const arrived = more.then(put).then(
      () => true,
      (error: Error) => {
        replace(files);
        fault(error instanceof Stopped ? error.message : UNREADABLE);
        return false;
      },
    );
    const all = Promise.all([arriving ?? true, arrived]).then(([before, now]) => before && now);
    arriving = all;
    void all.then(() => {
      if (arriving === all) arriving = null;
    });
  }
  replace([]);
  return {
    element,
    add,
    replace,
    async all() {
      return arriving && !(await arriving) ? null : files;
    },
  };
}
