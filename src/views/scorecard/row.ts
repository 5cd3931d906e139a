import { absenceText, rowName } from "../../model/display";
import type { Kpi } from "../../model/kpi";
import type { Line } from "../../model/arrange";
import { countsOf } from "../counts";
import { html } from "../element";
import { disclosureIcon } from "../icon";
import type { Scene } from "../scene";
import { kpiDetail } from "../detail/detail";
import type { PlacedColumn } from "./lay-out-columns";

/**
 * The row of a KPI. A KPI without a value says its words across the columns that would hold
 * figures, and nothing else of it is drawn but its status and its date.
 */
export function kpiRow(
  kpi: Kpi,
  columns: readonly PlacedColumn[],
  scene: Scene,
  height: number,
  index: number,
): HTMLTableRowElement {
  const { words, selected, state } = scene;
  const absent = kpi.latest.value === null;
  const row = html("tr", {
    class: `kpi${absent ? " absent" : ""}${kpi.lit ? "" : " dimmed"}`,
    "data-key": kpi.key,
    tabindex: -1,
    "aria-rowindex": index + 2,
    style: kpi.background === null ? null : `background:${kpi.background}`,
    "aria-label": rowName(kpi, words),
    "aria-selected": selected.has(kpi.key) ? "true" : "false",
  });
  let spread = 0;
  columns.forEach((column, place) => {
    if (spread > 0) return void (spread -= 1);
    if (column.id === "indicator") {
      const open = state.open === kpi.key;
      row.append(
        html(
          "th",
          { scope: "row", class: "c-indicator" },
          html(
            "div",
            {},
            html(
              "button",
              {
                class: "disclosure",
                type: "button",
                tabindex: -1,
                "data-act": "open",
                "aria-expanded": open ? "true" : "false",
                "aria-label": words("detail_of", kpi.name),
              },
              disclosureIcon(),
            ),
            html(
              "span",
              { class: "name" },
              kpi.name,
              kpi.notes.footprint === null ? "" : " ",
              kpi.notes.footprint === null ? "" : html("small", {}, kpi.notes.footprint),
            ),
          ),
        ),
      );
      return;
    }
    const cell = html("td", { class: `c-${column.id}${column.numeric ? " numeric" : ""}` });
    if (absent && column.id === "value") {
      spread = widthOfWords(columns, place) - 1;
      cell.colSpan = spread + 1;
      cell.classList.remove("numeric");
      cell.append(html("span", { class: "words" }, absenceText(kpi, words)));
    } else if (!absent || KEPT_WITHOUT_VALUE.has(column.id))
      column.fill(cell, kpi, scene, { width: column.room, height });
    row.append(cell);
  });
  return row;
}

const KEPT_WITHOUT_VALUE: ReadonlySet<string> = new Set([
  "number",
  "priority",
  "status",
  "ownStatus",
  "ownDirection",
  "target",
  "asAt",
  "owner",
  "commentary",
]);

/** How many columns the words of an absent figure may cover: up to the target or the status. */
function widthOfWords(columns: readonly PlacedColumn[], from: number): number {
  let count = 1;
  while (
    from + count < columns.length &&
    !KEPT_WITHOUT_VALUE.has(columns[from + count].id) &&
    columns[from + count].id !== "indicator"
  )
    count++;
  return count;
}

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

/** The detail of a KPI, below its row. */
export const detailRow = (
  kpi: Kpi,
  span: number,
  width: number,
  scene: Scene,
): HTMLTableRowElement =>
  html(
    "tr",
    { class: "detail", "data-detail": kpi.key },
    html("td", { colspan: span }, kpiDetail(kpi, scene, width)),
  );
