import { html } from "../../src/views/element";
import type { BuildAnswer } from "../messages";

/** What each file was taken for. */
export const filesPanel = ({ files }: BuildAnswer): HTMLElement =>
  html(
    "div",
    {},
    html(
      "table",
      { class: "list" },
      html("caption", {}, "What each file is"),
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          html("th", { scope: "col" }, "File"),
          html("th", { scope: "col" }, "Taken for"),
        ),
      ),
      html(
        "tbody",
        {},
        ...files.map(({ name, recognisedAs }) =>
          html(
            "tr",
            {},
            html("th", { scope: "row" }, name),
            recognisedAs === null
              ? html("td", { class: "left-out" }, "Not recognised, left out")
              : html("td", {}, recognisedAs),
          ),
        ),
      ),
    ),
  );
