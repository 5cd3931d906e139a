import type powerbi from "powerbi-visuals-api";
import { Visual } from "../../src/visual";
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
  { id: "trend", name: "Trends", layout: { view: "trend" } },
] as const;

export type BoardView = (typeof boardViews)[number]["id"];

type Objects = Record<string, Record<string, powerbi.DataViewPropertyValue>>;

export interface BoardVisual {
  /** `indicator` is the one that a view of one KPI shows. */
  show(view: BoardView, indicator?: string): void;
  /** Draws again in the size that its place has now; `whole` shows every row, for the printer. */
  resize(whole?: boolean): void;
}

/** Bits of the host's update type: data, and a change of size. */
const [DATA, RESIZE] = [2, 4];
const LEAST_HEIGHT = 360;

/** Draws a board in a place with the code of the Power BI visual. */
export function boardVisual(place: HTMLElement, rows: readonly Row[], title: string): BoardVisual {
  let objects: Objects = {};
  let [view, shown]: [BoardView, string] = ["scorecard", ""];
  let isWhole = false;
  const visual = new Visual({
    element: place,
    host: pageHost(tooltipIn(document.body), ({ merge = [] }) => {
      for (const { objectName, properties } of merge)
        objects = { ...objects, [objectName]: { ...objects[objectName], ...properties } };
      update(DATA);
    }),
  } as powerbi.extensibility.visual.VisualConstructorOptions);

  function update(type: number): void {
    const { layout } = boardViews.find(({ id }) => id === view)!;
    const all = { ...objects, layout: { ...layout, title, indicator: shown, readerSwitch: false } };
    const options: DataViewOptions = { objects: all as unknown as powerbi.DataViewObjects };
    const scroller = place.querySelector(".scroller");
    const hidden = scroller ? scroller.scrollHeight - scroller.clientHeight : 0;
    const height = isWhole
      ? place.clientHeight + hidden
      : Math.max(LEAST_HEIGHT, innerHeight - 190);
    place.style.height = `${height}px`;
    visual.update({
      type,
      viewMode: 0,
      viewport: { width: place.clientWidth, height },
      dataViews: [dataViewOf(rows, options)],
    } as powerbi.extensibility.visual.VisualUpdateOptions);
  }

  return {
    show(wanted, indicator = "") {
      [view, shown] = [wanted, indicator];
      update(DATA | RESIZE);
    },
    resize(whole = false) {
      isWhole = whole;
      update(DATA | RESIZE);
    },
  };
}
