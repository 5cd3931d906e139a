import { CONFIG_NAME } from "../../prep/settings-file/config-name";
import { html } from "../../src/views/element";
import type { BuildAnswer, GivenFile } from "../messages";
import { button } from "../parts/field";
import { saveFile } from "../parts/save";
import { sizeWords } from "../parts/sizes";

/** Single files that people ask for, by their path, with what they are. */
const WANTED: readonly (readonly [wanted: string, words: string])[] = [
  ["checks/worklist.csv", "Worklist: what to correct, record by record"],
  ["checks/worklists/overview.csv", "Worklists by school: overview"],
  ["checks/findings.csv", "All findings"],
  ["checks/disclosure.csv", "What is hidden"],
  ["exceptions/exceptions.html", "Missed and worsening KPIs, one page to print"],
  ["exceptions/exceptions.csv", "Missed and worsening KPIs, list"],
  ["star/kpi_board.csv", "The figures of the board"],
  ["manifest.json", "What was read and written"],
];

/** Single files of the output to download. */
export function downloadsPanel(
  { output, settingsFile }: BuildAnswer,
  save: (path: string) => void,
): HTMLElement {
  const wanted = WANTED.flatMap(([name, words]) =>
    output.filter(({ path }) => path === name).map((file) => ({ ...file, words })),
  );
  const schools = output.filter(
    ({ path }) => path.startsWith("checks/worklists/") && !path.endsWith("/overview.csv"),
  );
  const row = ({ path, bytes, words }: (typeof wanted)[number]): HTMLElement => {
    const made = button("Download", () => save(path), "link");
    made.append(html("span", { class: "visually-hidden" }, ` ${path}`));
    return html(
      "tr",
      {},
      html("th", { scope: "row" }, words),
      html("td", {}, path),
      html("td", { class: "numeric" }, sizeWords(bytes)),
      html("td", {}, made),
    );
  };
  return html(
    "div",
    {},
    html(
      "table",
      { class: "list" },
      html("caption", {}, "Single files"),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          html("th", { scope: "col" }, "What it is"),
          html("th", { scope: "col" }, "File"),
          html("th", { scope: "col", class: "numeric" }, "Size"),
          html("td", {}),
        ),
      ),
      html("tbody", {}, ...wanted.map(row)),
    ),
    html(
      "p",
      {},
      button("Download the settings", () => saveFile(CONFIG_NAME, settingsFile), "link"),
      ` (${CONFIG_NAME}): give them with next month’s files, and everything is counted alike.`,
    ),
    schools.length > 0 &&
      html(
        "details",
        {},
        html("summary", {}, `Worklists by school and team (${schools.length})`),
        html(
          "ul",
          {},
          ...schools.map(({ path }) =>
            html(
              "li",
              {},
              button(path, () => save(path), "link"),
            ),
          ),
        ),
      ),
  );
}

/** A file of the output by its path. */
export const fileOf = (files: readonly GivenFile[], path: string): Blob =>
  files.find((one) => one.path === path)!.file;
