import type powerbi from "powerbi-visuals-api";
import { Visual } from "../../src/visual";
import type { BoardTableRow } from "../messages";
import { areasIn, besideEachOther, boardOf, rowsOnBoard } from "./areas";
import { dataViewOf, type DataViewOptions, type Row } from "./data-view";
import { pageHost } from "./host";
import { tooltipIn } from "./tooltip";

/** Ways to look at a board, each with the settings of the visual that it stands for. */
export const boardViews = [
  { id: "scorecard", name: "Scorecard", layout: { view: "scorecard" } },
  {
    id: "exceptions",
    name: "Exceptions",
    layout: { view: "scorecard", exceptions: true, order: "furthest" },
  },
  { id: "cards", name: "Cards", layout: { view: "cards" } },
  { id: "neighbours", name: "Neighbours", layout: { view: "neighbours" } },
  { id: "areas", name: "Areas", layout: { view: "areas" } },
  { id: "trend", name: "Trends", layout: { view: "trend" } },
] as const;

export type BoardView = (typeof boardViews)[number]["id"];

type Objects = Record<string, Record<string, powerbi.DataViewPropertyValue>>;

interface BoardChoice {
  readonly indicator?: string;
  readonly area?: string;
  readonly board?: string;
}

export interface BoardVisual {
  /**
   * `indicator` is the one that a view of one KPI shows, `area` the one whose figures they are,
   * `board` the one of several that is shown.
   */
  show(view: BoardView, chosen?: BoardChoice): void;
  /** Draws again in the size that its place has now; `all` shows every row, for the printer. */
  resize(all?: boolean): void;
}

/** Bits of the host's update type: data, and a change of size. */
const [DATA, RESIZE] = [2, 4];
/** Pixels of the board at least, and of the page around it. */
const [LEAST_HEIGHT, AROUND] = [360, 190];
/** Pixels of a printed row with its share of the headings of sections. */
const PRINTED_ROW = 22;

/** The rows that a view draws: of one board, those of one area, or of all beside each other. */
function rowsFor(
  all: readonly BoardTableRow[],
  view: BoardView,
  { area = "", board = "" }: BoardChoice,
): readonly Row[] {
  const rows = rowsOnBoard(all, board);
  if (areasIn(rows).length < 2) return rows;
  return view === "areas" ? besideEachOther(rows) : boardOf(rows, area);
}

/** Draws a board in a place with the code of the Power BI visual. */
export function boardVisual(
  place: HTMLElement,
  rows: readonly BoardTableRow[],
  title: string,
): BoardVisual {
  let objects: Objects = {};
  let [view, shown, ofArea]: [BoardView, string, string] = ["scorecard", "", ""];
  let drawn: readonly Row[] = [];
  let isWhole = false;
  const kpis = new Set(rows.map(({ indicator }) => indicator)).size;
  const whole = LEAST_HEIGHT + kpis * PRINTED_ROW;
  const visual = new Visual({
    element: place,
    host: pageHost(tooltipIn(document.body), ({ merge = [] }) => {
      for (const { objectName, properties } of merge)
        objects = { ...objects, [objectName]: { ...objects[objectName], ...properties } };
      update(DATA);
    }),
  } as powerbi.extensibility.visual.VisualConstructorOptions);

  function draw(type: number, height: number): void {
    const { layout } = boardViews.find(({ id }) => id === view)!;
    const density = isWhole ? "print" : "comfortable";
    const own = { title, indicator: shown, readerSwitch: false, density };
    const comparators = { ...objects.comparators, ownName: view === "areas" ? ofArea : "" };
    const all = { ...objects, layout: { ...layout, ...own }, comparators };
    const options: DataViewOptions = { objects: all as unknown as powerbi.DataViewObjects };
    place.style.height = `${height}px`;
    visual.update({
      type,
      viewMode: 0,
      viewport: { width: place.clientWidth, height },
      dataViews: [dataViewOf(drawn, options)],
    } as powerbi.extensibility.visual.VisualUpdateOptions);
  }

  const update = (type: number): void =>
    draw(type, isWhole ? whole : Math.max(LEAST_HEIGHT, innerHeight - AROUND));

  return {
    show(wanted, chosen = {}) {
      const { indicator = "", area = "" } = chosen;
      [view, shown, ofArea] = [wanted, indicator, area];
      drawn = rowsFor(rows, view, chosen);
      update(DATA | RESIZE);
    },
    resize(all = isWhole) {
      isWhole = all;
      update(DATA | RESIZE);
    },
  };
}
