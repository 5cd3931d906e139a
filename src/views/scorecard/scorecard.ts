import { arrange, type Line } from "../../model/arrange";
import { html } from "../element";
import { disclosureIcon, movementIcon } from "../icon";
import type { Scene } from "../scene";
import { fitToPage, guessedZoom } from "./print";
import { detailRow, kpiRow, sectionRow } from "./row";
import { summaryStrip } from "./summary-strip";
import { ICONS_ONLY, layOutColumns, type PlacedColumn } from "./lay-out-columns";
import { windowOf } from "./window";

/** Row heights in pixels at a text size of 13. */
const HEIGHTS = { comfortable: 30, compact: 24, print: 18 } as const;
/** The same where names take three lines, and fingers tap. */
const NARROW = 46;
const SECTION = 32;
const DETAIL = 390;
/** Up to this many lines all are in the page; beyond it only those near the view are. */
const ALL_LINES = 60;

export interface ScorecardView {
  readonly lines: readonly Line[];
  /** Draws the lines around the place scrolled to; to call when the reader scrolls. */
  scrolled(): void;
  /** Brings a line into the page and the view, and gives its row. */
  reveal(index: number): HTMLElement | null;
}

/** Draws the scorecard into an empty element. */
export function drawScorecard(root: HTMLElement, scene: Scene): ScorecardView {
  const { scorecard, settings, state, width } = scene;
  const print = settings.layout.density === "print";
  const lines = linesOf(scene, print);
  const columns = layOutColumns(
    scene,
    (width - 16) / (print ? guessedZoom(lines, scene) : 1),
    (id) => headingOf(id, scene),
  );
  const hasNeighbours =
    columns.some(({ id }) => id === "neighbours") &&
    scorecard.kpis.some(({ neighbours }) => neighbours);
  if (settings.layout.summary) root.append(summaryStrip(scorecard.kpis, scene, hasNeighbours));

  const rowHeight = rowHeightOf(scene);
  const body = html("tbody");
  const table = tableOf(lines, columns, scene, body);
  const tableWidth = columns.reduce((sum, { room }) => sum + room, 0);
  table.style.width = `${tableWidth}px`;
  const scroller = html("div", { class: "scroller", style: `--row:${rowHeight}px` }, table);
  root.append(scroller);

  const isOpen = (line: Line): boolean =>
    line.kind !== "section" && state.open === line.kpi.key && !print;
  const rowsOf = (from: number, to: number): HTMLTableRowElement[] =>
    lines.slice(from, to).flatMap((line, i) => {
      if (line.kind === "section") return sectionRow(line, columns.length, scene, from + i);
      const row = kpiRow(line.kpi, columns, scene, rowHeight, from + i);
      return isOpen(line) ? [row, detailRow(line.kpi, columns.length, width, scene)] : row;
    });
  const heightOf = (line: Line): number =>
    line.kind === "section" ? SECTION : rowHeight + (isOpen(line) ? DETAIL : 0);
  const pane = !print && lines.length > ALL_LINES ? windowOf(lines.map(heightOf)) : null;
  let [from, to] = [-1, -1];
  const draw = (top: number): void => {
    if (!pane) return;
    const next = pane.around(top, scene.height);
    if (next.from === from && next.to === to) return;
    [from, to] = [next.from, next.to];
    body.replaceChildren(
      spacer(pane.top(from), columns.length),
      ...rowsOf(from, to),
      spacer(pane.top(lines.length) - pane.top(to), columns.length),
    );
  };
  // A new list is at its top; to ask would make the browser lay it out once more.
  if (pane) draw(0);
  else body.append(...rowsOf(0, lines.length));
  if (lines.length === 0) body.append(nothingRow(columns.length, scene));
  if (print) fitToPage({ root, scroller, table, width: tableWidth }, scene);

  return {
    lines,
    scrolled: () => draw(scroller.scrollTop),
    reveal: (index) => {
      if (pane && (index < from || index >= to)) {
        scroller.scrollTop = pane.top(index) - scene.height / 3;
        draw(scroller.scrollTop);
      }
      const row = body.querySelector<HTMLElement>(`[aria-rowindex="${index + 2}"]`);
      row?.scrollIntoView({ block: "nearest" });
      return row;
    },
  };
}

/** The lines in the order that the reader asked for; print has all of them. */
const linesOf = ({ scorecard, settings: { layout }, state }: Scene, print: boolean) =>
  arrange(scorecard.kpis, {
    sections: layout.sections,
    collapsed: print ? [] : state.collapsed,
    sort: state.sort,
    furthest: layout.order === "furthest",
    exceptions: state.exceptions,
  });

function rowHeightOf({ settings: { layout, text }, width }: Scene): number {
  const isTall = width < ICONS_ONLY && layout.density === "comfortable";
  return Math.round((isTall ? NARROW : HEIGHTS[layout.density]) * (text.size / 13));
}

/** The table with its headings around its body. */
function tableOf(
  lines: readonly Line[],
  columns: readonly PlacedColumn[],
  scene: Scene,
  body: HTMLElement,
): HTMLTableElement {
  const { accessibility, layout } = scene.settings;
  const caption = accessibility.caption || layout.title || scene.words("caption");
  return html(
    "table",
    {
      class: `scorecard ${layout.density}${scene.width < ICONS_ONLY ? " icons-only" : ""}`,
      role: "grid",
      "aria-rowcount": lines.length + 1,
      "aria-multiselectable": "true",
    },
    html("caption", { class: "sr-only" }, caption),
    html("colgroup", {}, ...columns.map(({ room }) => html("col", { style: `width:${room}px` }))),
    html(
      "thead",
      {},
      html("tr", { "aria-rowindex": 1 }, ...columns.map((column) => headerCell(column, scene))),
    ),
    body,
  );
}

const nothingRow = (span: number, { words, state }: Scene): HTMLTableRowElement =>
  html(
    "tr",
    {},
    html(
      "td",
      { class: "nothing", colspan: span },
      words(state.exceptions ? "no_exceptions" : "no_rows"),
    ),
  );

const spacer = (height: number, span: number): HTMLTableRowElement =>
  html(
    "tr",
    { class: "spacer", "aria-hidden": "true" },
    html("td", { colspan: span, style: `height:${height}px` }),
  );

function headingOf(id: PlacedColumn["id"], { scorecard, settings, words }: Scene): string {
  const own = scorecard.headings[id];
  if (own) return own;
  if (id === "region")
    return settings.comparators.regionName || scorecard.regionName || words("column_region");
  if (id === "england") return settings.comparators.englandName || words("column_england");
  return words(`column_${id}`);
}

function headerCell(
  { id, heading, numeric }: PlacedColumn,
  { state, words, scorecard }: Scene,
): HTMLTableCellElement {
  const sorted =
    state.sort?.column === id ? (state.sort.descending ? "descending" : "ascending") : null;
  const note =
    id === "neighbours" && scorecard.kpis.some(({ neighbours }) => neighbours)
      ? html("span", { class: "axis-note" }, words("better"), disclosureIcon())
      : "";
  return html(
    "th",
    { scope: "col", class: `c-${id}${numeric ? " numeric" : ""}`, "aria-sort": sorted ?? "none" },
    html(
      "button",
      {
        type: "button",
        tabindex: -1,
        "data-act": "sort",
        "data-column": id,
        title: words("sort_by", heading),
      },
      heading,
      sorted === null ? "" : movementIcon(sorted === "ascending" ? "up" : "down"),
    ),
    note,
  );
}
