import { html } from "../../src/views/element";
import type { BuildAnswer, CaseWish, Made } from "../messages";
import { button, choiceField, textField } from "../parts/field";
import { saveFile } from "../parts/save";
import { saidLine } from "../parts/say";
import type { WorkerCalls } from "../parts/worker-calls";

const DAYS_AHEAD = 14;

/** Counts of a list, under their headings. */
const countsTable = ([heads = [], ...rows]: Made["counts"]): HTMLElement =>
  html(
    "table",
    { class: "list" },
    html(
      "thead",
      {},
      html("tr", {}, ...heads.map((head) => html("th", { scope: "col" }, `${head}`))),
    ),
    html(
      "tbody",
      {},
      ...rows.map((row) => html("tr", {}, ...row.map((cell) => html("td", {}, `${cell}`)))),
    ),
  );

/** A form of its own: makes something, says what it is, and saves it as a zip. */
function maker(
  title: string,
  words: string,
  fields: readonly HTMLElement[],
  { make, name, label }: { make: () => Promise<Made>; name: string; label: string },
): HTMLElement {
  const said = saidLine();
  const shown = html("div", {});
  const run = () =>
    said.run("Working…", async () => {
      const { zip, notes, counts } = await make();
      saveFile(`${name}.zip`, zip);
      shown.replaceChildren(
        ...(counts.length > 1 ? [countsTable(counts)] : []),
        ...notes.map((note) => html("p", { class: "hint" }, note)),
      );
      return `Saved as ${name}.zip among your downloads.`;
    });
  return html(
    "section",
    { class: "maker" },
    html("h2", {}, title),
    html("p", {}, words),
    ...fields,
    button(label, () => void run(), "button secondary"),
    said.line,
    shown,
  );
}

const checkbox = (id: string, label: string): { row: HTMLElement; input: HTMLInputElement } => {
  const input = html("input", { type: "checkbox", id });
  return { input, row: html("div", { class: "choice" }, input, html("label", { for: id }, label)) };
};

function listMaker(
  { name, description }: BuildAnswer["lists"][number],
  given: CaseWish,
  ask: WorkerCalls["ask"],
): HTMLElement {
  const days = textField(`within-${name}`, "Days ahead", {
    inputmode: "numeric",
    maxlength: "3",
    value: String(DAYS_AHEAD),
  });
  const names = checkbox(`names-${name}`, "With names");
  const isDated = name === "alerts";
  const make = () =>
    ask("list", {
      ...given,
      list: name,
      names: names.input.checked,
      within: Number(/^\d+$/.test(days.input.value) ? days.input.value : DAYS_AHEAD),
    });
  const title = isDated ? "Statutory alerts" : "Annex A (inspection list)";
  return maker(
    title,
    `${description[0].toUpperCase()}${description.slice(1)}.`,
    [...(isDated ? [days.row] : []), names.row],
    {
      make,
      name: `IDENTIFIABLE-${name}`,
      label: "Make the list",
    },
  );
}

function packMaker(given: CaseWish, ask: WorkerCalls["ask"]): HTMLElement {
  const from = textField("foi-from", "First day", { type: "date" });
  const to = textField("foi-to", "Last day", { type: "date" });
  const by = choiceField("foi-by", "Counted by", [
    { value: "month", label: "Month" },
    { value: "week", label: "Week" },
  ]);
  const profile = choiceField("foi-profile", "Small numbers are hidden by the rules of", [
    { value: "public", label: "the DfE" },
    { value: "nhs", label: "the NHS" },
  ]);
  const make = () =>
    ask("pack", {
      ...given,
      from: from.input.value,
      to: to.input.value,
      by: by.value(),
      profile: profile.value(),
    });
  return maker(
    "Freedom of information pack",
    "Counts by week or month with a covering note, safe to release.",
    [from.row, to.row, by.row, profile.row],
    { make, name: "foi-pack", label: "Make the pack" },
  );
}

/** Lists that show who is meant, and packs for requests: made from the files when asked for. */
export const listsPanel = (
  { lists }: BuildAnswer,
  given: CaseWish,
  ask: WorkerCalls["ask"],
): HTMLElement =>
  html(
    "div",
    {},
    html(
      "p",
      { class: "restricted" },
      html("strong", {}, "Identifiable. "),
      "These lists show which children are meant. Keep them to those who work on the cases, and delete them when you are done.",
    ),
    ...lists.map((list) => listMaker(list, given, ask)),
    packMaker(given, ask),
  );
