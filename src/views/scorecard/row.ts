import { absenceText, rowName } from "../../model/display";
import type { Kpi } from "../../model/kpi";
import { html, type Attributes, type Child } from "../element";
import { disclosureIcon } from "../icon";
import { refill, renew } from "../place";
import type { Scene } from "../scene";
import type { CellContent } from "./columns/column";
import type { PlacedColumn } from "./lay-out-columns";

/** What all rows of a table are drawn by. */
export interface TableOf {
  readonly columns: readonly PlacedColumn[];
  readonly scene: Scene;
  /** Pixels of a row. */
  readonly height: number;
  /** Says all of the above that a row's cells are drawn by, beside its KPI. */
  readonly sign: string;
}

/** A row in the page, with what it was drawn from. */
export interface DrawnRow {
  readonly element: HTMLTableRowElement;
  readonly kpi: Kpi;
  readonly by: string;
  readonly open: boolean;
  /** The attributes of its cells, and its own that come and go. */
  readonly shape: string;
  /** The sign of each cell. */
  readonly signs: readonly string[];
}

interface Cell extends CellContent {
  readonly tag: "th" | "td";
  readonly attributes: Attributes;
}

/**
 * The row of a KPI. A KPI without a value says its words across the columns that would hold
 * figures, and nothing else of it is drawn but its status and its date. Of the row `before`, what
 * says the same is kept.
 */
export function kpiRow(
  kpi: Kpi,
  index: number,
  table: TableOf,
  before: DrawnRow | undefined,
): DrawnRow {
  const { scene, sign: by } = table;
  const open = scene.state.open === kpi.key;
  const isSame = before?.kpi === kpi && before.by === by && before.open === open;
  const row = isSame ? before : redrawn(kpi, table, open, before);
  renew(row.element, "aria-rowindex", String(index + 2));
  renew(row.element, "aria-selected", String(scene.selected.has(kpi.key)));
  return row;
}

function redrawn(kpi: Kpi, table: TableOf, open: boolean, before?: DrawnRow): DrawnRow {
  const cells = cellsOf(kpi, table, open);
  const own: Attributes = {
    class: `kpi${kpi.latest.value === null ? " absent" : ""}${kpi.lit ? "" : " dimmed"}`,
    "data-key": kpi.key,
    tabindex: -1,
    "aria-rowindex": 0,
    style: kpi.background === null ? null : `background:${kpi.background}`,
  };
  const name = rowName(kpi, table.scene.words);
  const shape = JSON.stringify([own, cells.map(({ attributes }) => attributes)]);
  const made = { kpi, by: table.sign, open, shape, signs: cells.map(({ sign }) => sign) };
  if (before?.shape !== shape) {
    const drawn = cells.map(({ tag, attributes, draw }) => html(tag, attributes, ...draw()));
    const element = html("tr", { ...own, "aria-label": name, "aria-selected": "false" }, ...drawn);
    return { element, ...made };
  }
  const { element, signs } = before;
  renew(element, "aria-label", name);
  cells.forEach(({ sign, draw }, i) => {
    if (sign !== signs[i]) refill(element.cells[i], nodesOf(draw()));
  });
  return { element, ...made };
}

/** The nodes of a content, texts too. */
const nodesOf = (content: readonly Child[]): Node[] =>
  content.flatMap((child) => (child ? [child instanceof Node ? child : new Text(child)] : []));

function cellsOf(kpi: Kpi, { columns, scene, height }: TableOf, open: boolean): Cell[] {
  const absent = kpi.latest.value === null;
  const cells: Cell[] = [];
  for (let place = 0; place < columns.length; place++) {
    const column = columns[place];
    const { id, numeric, room } = column;
    if (id === "indicator") cells.push(headOf(kpi, scene, open));
    else if (absent && id === "value") {
      const span = widthOfWords(columns, place);
      const text = absenceText(kpi, scene.words);
      cells.push({
        tag: "td",
        attributes: { class: `c-${id}`, colspan: span },
        sign: text,
        draw: () => [html("span", { class: "words" }, text)],
      });
      place += span - 1;
    } else
      cells.push({
        tag: "td",
        attributes: { class: `c-${id}${numeric ? " numeric" : ""}` },
        ...(absent && !KEPT_WITHOUT_VALUE.has(id)
          ? NOTHING
          : column.content(kpi, scene, { width: room, height })),
      });
  }
  return cells;
}

const NOTHING: CellContent = { sign: "", draw: () => [] };

/** The heading of a row: its name behind the button that opens it. */
function headOf({ name, notes: { footprint } }: Kpi, { words }: Scene, open: boolean): Cell {
  return {
    tag: "th",
    attributes: { scope: "row", class: "c-indicator" },
    sign: JSON.stringify([name, footprint, open]),
    draw: () => [
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
            "aria-expanded": String(open),
            "aria-label": words("detail_of", name),
          },
          disclosureIcon(),
        ),
        html(
          "span",
          { class: "name" },
          name,
          footprint === null ? "" : " ",
          footprint === null ? "" : html("small", {}, footprint),
        ),
      ),
    ],
  };
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
