import type { Line } from "../../model/arrange";
import { countsOf } from "../counts";
import { html } from "../element";
import { disclosureIcon } from "../icon";
import type { Scene } from "../scene";

/** The heading of a section with its own count. */
export function sectionRow(
  line: Line & { kind: "section" },
  span: number,
  { words }: Scene,
  index: number,
): HTMLTableRowElement {
  const total = line.kpis.length;
  const parts = countsOf(line.kpis, words)
    .counts.filter(({ count }) => count > 0)
    .map(({ count, word }) => `${count} ${word}`);
  return html(
    "tr",
    {
      class: `section level-${line.level}`,
      "data-section": line.id,
      tabindex: -1,
      "aria-rowindex": index + 2,
    },
    html(
      "th",
      { scope: "colgroup", colspan: span },
      html(
        "div",
        {},
        html(
          "button",
          {
            type: "button",
            class: "disclosure",
            tabindex: -1,
            "data-act": "section",
            "aria-expanded": line.collapsed ? "false" : "true",
            "aria-label": line.name || words("no_section"),
          },
          disclosureIcon(),
        ),
        html("span", { class: "section-name" }, line.name || words("no_section")),
        html(
          "small",
          {},
          `${words(total === 1 ? "count_kpi" : "count_kpis", total)}: ${parts.join(", ")}`,
        ),
      ),
    ),
  );
}
