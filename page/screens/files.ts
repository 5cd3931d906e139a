import { profileNames, type ProfileName } from "../../prep/publish/disclosure/profile";
import { CONFIG_NAME } from "../../prep/settings-file/config-name";
import { html } from "../../src/views/element";
import type { BuildWish, GivenFile } from "../messages";
import { estimateWords } from "../parts/estimate";
import { button, choiceField, textField } from "../parts/field";
import { countWords, sizeWords } from "../parts/sizes";
import { Stopped } from "../parts/worker-calls";
import { fileIntake } from "./file-intake";
import { keyChoice } from "./key-choice";
import type { Way } from "./ways";

/** What the user asks to be built, and the key file to keep where it is new. */
export interface Order {
  readonly wish: BuildWish;
  readonly keyToKeep: string | null;
}

export interface FilesScreen {
  readonly element: HTMLElement;
  add(files: readonly GivenFile[]): void;
  /** Takes files in place of those that are there. */
  replace(files: readonly GivenFile[]): void;
  /** Says what is wrong, above all, and puts the focus there. */
  fault(message: string): void;
}

interface Doing {
  readonly build: (order: Order) => void;
  readonly back: () => void;
  /** Called with files that were chosen; they come back by `add`. */
  readonly take: (files: GivenFile[]) => void;
}

/** Files that are listed by name; more are counted. */
const MOST_LISTED = 30;

const PROFILE_LABELS: Readonly<Record<ProfileName, string>> = {
  internal: "My own team (everything, restricted)",
  public: "The public (small numbers hidden by the rules of the DfE)",
  nhs: "The public (small numbers hidden by the rules of the NHS)",
};

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

/** The choices of a build beside its files. */
function choices(way: Way | null) {
  const authority = textField("authority", "Number of your authority", {
    hint: "Three digits, such as 839, or several: 838, 839. Leave it empty where your files say it.",
    inputmode: "numeric",
  });
  const asAt = textField("as-at", "Count up to this day", {
    type: "date",
    hint: "Leave it empty to count up to the newest day of your files.",
  });
  const key = keyChoice();
  const profile = choiceField(
    "profile",
    "Who is it for?",
    profileNames.map((value) => ({ value, label: PROFILE_LABELS[value] })),
  );
  const folder = textField("folder", "Folder that you will keep the results in", {
    value: "C:\\SEND\\star",
    hint: "The Power BI project reads them there. You can change it in Power BI later.",
  });
  const more = html(
    "details",
    { open: way?.id === "published" },
    html("summary", {}, "Authority, day and folder"),
    authority.row,
    asAt.row,
    folder.row,
  );
  key.row.hidden = way !== null && !way.hasChildren;
  return { rows: [key.row, profile.row, more], authority, asAt, key, profile, folder };
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

/** Files and choices before a build. */
export function filesScreen(way: Way | null, { build, back, take }: Doing): FilesScreen {
  let files: GivenFile[] = [];
  const given = choices(way);
  const errors = html("div", { class: "errors", role: "alert", tabindex: "-1", hidden: true });
  const list = html("div", { class: "files", "aria-live": "polite" });
  const start = button("Build", () => void order());

  function fault(message: string): void {
    errors.replaceChildren(
      html("h2", {}, "There is a problem"),
      ...message.split("\n").map((line) => html("p", {}, line)),
    );
    errors.hidden = false;
    errors.focus();
  }
  async function order(): Promise<void> {
    errors.hidden = true;
    if (files.length === 0) return fault("Add your files first.");
    try {
      const { authority, asAt, key, profile, folder } = given;
      const chosen = await key.chosen();
      build({
        keyToKeep: chosen.toKeep,
        wish: {
          files,
          authority: authority.input.value.trim() || null,
          asAt: asAt.input.value || null,
          profile: profile.value(),
          key: chosen.wish,
          dataFolder: folder.input.value.trim(),
        },
      });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      fault(error.message);
    }
  }
  function show(): void {
    list.replaceChildren(
      ...(files.length === 0
        ? [html("p", { class: "hint" }, "No files yet.")]
        : [
            fileList(files, (one) => {
              files = files.filter((other) => other !== one);
              show();
            }),
            ...hints(files),
          ]),
    );
  }
  function add(more: readonly GivenFile[]): void {
    const paths = new Set(more.map(({ path }) => path));
    files = [...files.filter(({ path }) => !paths.has(path)), ...more];
    show();
  }

  const element = html(
    "section",
    { class: "screen" },
    button("Back", back, "link"),
    html("h1", {}, way?.title ?? "Your files"),
    errors,
    html("p", { class: "lead" }, way?.bring ?? "Add all files that belong together."),
    fileIntake(take),
    list,
    ...given.rows,
    html("div", { class: "buttons" }, start),
  );
  show();
  return {
    element,
    add,
    fault,
    replace(other) {
      files = [...other];
      show();
    },
  };
}
