import { arrange, type Line } from "../../model/arrange";
import type { Kpi } from "../../model/kpi";
import { kpiDetail } from "../detail/detail";
import { html, type Child } from "../element";
import { disclosureIcon, movementIcon } from "../icon";
import { place, renew, same } from "../place";
import type { Scene } from "../scene";
import { ICONS_ONLY, layOutColumns, type PlacedColumn } from "./lay-out-columns";
import { fitToPage, guessedZoom } from "./print";
import { kpiRow, type DrawnRow, type TableOf } from "./row";
import { sectionRow } from "./section-row";
import { summaryStrip } from "./summary-strip";
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
  /** What is in the page, for the next drawing; null where nothing of it can be kept. */
  readonly drawn: DrawnScorecard | null;
  /** Draws the lines around the place scrolled to; to call when the reader scrolls. */
  scrolled(): void;
  /** Brings a line into the page and the view, and gives its row. */
  reveal(index: number): HTMLElement | null;
}

/** A scorecard in the page. */
interface DrawnScorecard {
  readonly page: HTMLElement;
  readonly scroller: HTMLElement;
  readonly table: HTMLTableElement;
  readonly body: HTMLTableSectionElement;
  /** The rows of the KPIs that are in the page. */
  rows: ReadonlyMap<string, DrawnRow>;
  /** Pixels scrolled, as far as is known without making the browser lay out the page. */
  top: number;
}

/**
 * Draws the scorecard below `head` in a page: one that is new, or one that holds a scorecard
 * already, of which all that says the same is kept.
 */
export function drawScorecard(
  page: HTMLElement,
  head: readonly Child[],
  scene: Scene,
  before: DrawnScorecard | null,
): ScorecardView {
  const { scorecard, settings, width } = scene;
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
  const summary = settings.layout.summary && summaryStrip(scorecard.kpis, scene, hasNeighbours);

  const height = rowHeightOf(scene);
  const body = before?.body ?? html("tbody");
  const table = before?.table ?? html("table", { class: "", role: "grid", "aria-rowcount": 0 });
  renewTable(table, body, { lines, columns, scene });
  const tableWidth = columns.reduce((sum, { room }) => sum + room, 0);
  renew(table, "style", `width: ${tableWidth}px;`);
  const scroller = before?.scroller ?? html("div", { class: "scroller" }, table);
  renew(scroller, "style", `--row: ${height}px;`);
  const above = [...head, summary].filter((child): child is HTMLElement => child instanceof Node);
  place(page, [...above.map((child, i) => same(page.children[i], child)), scroller]);

  const drawn = before ?? { page, scroller, table, body, rows: new Map(), top: 0 };
  const view = linesIn(drawn, lines, {
    scene,
    height,
    columns,
    sign: JSON.stringify([settings, height, columns.map(({ id, room }) => [id, room])]),
  });
  if (print) fitToPage({ root: page, scroller, table, width: tableWidth }, scene);
  return { lines, drawn: print ? null : drawn, ...view };
}

/** Draws lines into the body of a table: all, or of many those around the place scrolled to. */
function linesIn(
  drawn: DrawnScorecard,
  lines: readonly Line[],
  table: TableOf,
): Pick<ScorecardView, "scrolled" | "reveal"> {
  const { scene, columns, height } = table;
  const { body, scroller } = drawn;
  const print = scene.settings.layout.density === "print";
  const isOpen = (line: Line): boolean =>
    line.kind !== "section" && scene.state.open === line.kpi.key && !print;
  const heightOf = (line: Line): number =>
    line.kind === "section" ? SECTION : height + (isOpen(line) ? DETAIL : 0);
  const pane = !print && lines.length > ALL_LINES ? windowOf(lines.map(heightOf)) : null;
  const sections = new Map(
    [...body.rows].flatMap((row) =>
      row.dataset.section === undefined ? [] : [[row.dataset.section, row] as const],
    ),
  );
  const rowsOf = (from: number, to: number): HTMLElement[] => {
    const rows = new Map<string, DrawnRow>();
    const elements = lines.slice(from, to).flatMap((line, i) => {
      if (line.kind === "section")
        return same(sections.get(line.id), sectionRow(line, columns.length, scene, from + i));
      const { kpi } = line;
      const row = kpiRow(kpi, from + i, table, drawn.rows.get(kpi.key));
      rows.set(kpi.key, row);
      return isOpen(line)
        ? [row.element, detailRow(kpi, columns.length, scene.width, scene)]
        : row.element;
    });
    drawn.rows = rows;
    return elements;
  };
  let [from, to] = [-1, -1];
  const draw = (top: number): void => {
    drawn.top = top;
    if (!pane) return;
    const next = pane.around(top, scene.height);
    if (next.from === from && next.to === to) return;
    [from, to] = [next.from, next.to];
    const end = pane.top(lines.length);
    place(body, [
      spacer(pane.top(from), columns.length),
      ...rowsOf(from, to),
      spacer(end - pane.top(to), columns.length),
    ]);
  };
  // To ask how far it is scrolled would make the browser lay it out once more.
  if (pane) draw(Math.min(drawn.top, Math.max(0, pane.top(lines.length) - scene.height)));
  else
    place(body, lines.length === 0 ? [nothingRow(columns.length, scene)] : rowsOf(0, lines.length));
  return {
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

/** The detail of a KPI, below its row. */
const detailRow = (kpi: Kpi, span: number, width: number, scene: Scene): HTMLTableRowElement =>
  html(
    "tr",
    { class: "detail", "data-detail": kpi.key },
    html("td", { colspan: span }, kpiDetail(kpi, scene, width)),
  );

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

/** Gives a table its headings around its body. */
function renewTable(
  table: HTMLTableElement,
  body: HTMLElement,
  { lines, columns, scene }: Pick<TableOf, "columns" | "scene"> & Pick<ScorecardView, "lines">,
): void {
  const { accessibility, layout } = scene.settings;
  const said = accessibility.caption || layout.title || scene.words("caption");
  const iconsOnly = scene.width < ICONS_ONLY ? " icons-only" : "";
  renew(table, "class", `scorecard ${layout.density}${iconsOnly}`);
  renew(table, "aria-rowcount", String(lines.length + 1));
  renew(table, "aria-multiselectable", "true");
  const parts = [
    html("caption", { class: "sr-only" }, said),
    html("colgroup", {}, ...columns.map(({ room }) => html("col", { style: `width:${room}px` }))),
    html(
      "thead",
      {},
      html("tr", { "aria-rowindex": 1 }, ...columns.map((column) => headerCell(column, scene))),
    ),
  ];
  place(table, [...parts.map((part, i) => same(table.children[i], part)), body]);
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
