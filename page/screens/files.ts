import { profileNames, type ProfileName } from "../../prep/publish/disclosure/profile";
import { html } from "../../src/views/element";
import type { BuildWish, GivenFile } from "../messages";
import { button, choiceField, textField } from "../parts/field";
import { Stopped } from "../parts/worker-calls";
import { fileIntake } from "./file-intake";
import { givenList, type GivenList } from "./given-list";
import { keyChoice } from "./key-choice";
import type { Way } from "./ways";

/** What the user asks to be built, and the key file to keep where it is new. */
export interface Order {
  readonly wish: BuildWish;
  readonly keyToKeep: string | null;
}

export interface FilesScreen extends Pick<GivenList, "add" | "replace"> {
  readonly element: HTMLElement;
  /** Says what is wrong, above all, and puts the focus there. */
  fault(message: string): void;
}

interface Doing {
  readonly build: (order: Order) => void;
  readonly back: () => void;
  /** Called with files that were chosen; they come back by `add`. */
  readonly take: (files: Promise<GivenFile[]>) => void;
}

const PROFILE_LABELS: Readonly<Record<ProfileName, string>> = {
  internal: "My own team (everything, restricted)",
  public: "The public (small numbers hidden by the rules of the DfE)",
  nhs: "The public (small numbers hidden by the rules of the NHS)",
};

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

/** Files and choices before a build. */
export function filesScreen(way: Way | null, { build, back, take }: Doing): FilesScreen {
  const given = choices(way);
  const errors = html("div", { class: "errors", role: "alert", tabindex: "-1", hidden: true });
  const list = givenList(fault);
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
    const files = await list.all();
    if (!files) return;
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
  const element = html(
    "section",
    { class: "screen" },
    button("Back", back, "link"),
    html("h1", {}, way?.title ?? "Your files"),
    errors,
    html("p", { class: "lead" }, way?.bring ?? "Add all files that belong together."),
    fileIntake(take),
    list.element,
    ...given.rows,
    html("div", { class: "buttons" }, start),
  );
  return { element, fault, add: list.add, replace: list.replace };
}
