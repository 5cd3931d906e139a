import type { Kpi, Scorecard } from "../../model/kpi";
import { sayDay } from "../../model/say-period";
import { html } from "../element";
import { countsOf } from "../counts";
import type { Scene } from "../scene";
import { roomOf, type Room } from "../size";
import { legendShape } from "./neighbour-strip";

/**
 * The title line: what this is, the day its figures speak of, and when they were refreshed; blank
 * where there is no room.
 */
export function titleLine({ scorecard, settings, words }: Scene, room: Room): HTMLElement | string {
  const parts = [
    scorecard.asAt === null ? "" : words("figures_to", sayDay(scorecard.asAt, words)),
    scorecard.refreshed === null ? "" : words("refreshed_on", sayDay(scorecard.refreshed, words)),
    averageNote(scorecard, words),
  ].filter((part) => part !== "");
  const title = room.title ? settings.layout.title : "";
  const dates = room.dates ? parts.join(" · ") : "";
  return title + dates === ""
    ? ""
    : html(
        "header",
        { class: "title" },
        title && html("h2", {}, title),
        dates && html("p", {}, dates),
      );
}

function averageNote({ kpis, wells }: Scorecard, words: Scene["words"]): string {
  if (!wells.has("neighbours") && !wells.has("areaRole")) return "";
  const average = kpis.find((kpi) => kpi.average?.method)?.average;
  if (!average) return "";
  const model = kpis.find(({ neighbours }) => neighbours?.model)?.neighbours?.model;
  return (
    words("neighbours_are", words(`average_${average.method}`)) +
    (model ? `, ${words("neighbour_model", model)}` : "")
  );
}

/**
 * One bar of the KPIs by status with numbers and words, and why KPIs are not rated.
 */
export function summaryStrip(
  kpis: readonly Kpi[],
  scene: Scene,
  legend = false,
): HTMLElement | string {
  const { words } = scene;
  const room = roomOf(scene);
  if (!room.summary) return "";
  const { counts, reasons } = countsOf(kpis, words);
  const bar = html(
    "span",
    { class: "summary-bar", "aria-hidden": "true" },
    ...counts
      .filter(({ count }) => count > 0)
      .map(({ className, count }) => html("i", { class: className, style: `flex-grow:${count}` })),
  );
  const items = counts.map(({ count, icon, word }) =>
    html("li", {}, icon, html("b", {}, String(count)), ` ${word}`),
  );
  const why = reasons
    .map(({ reason, count }) => words("reason_count", count, words(`reason_${reason}`)))
    .join(", ");
  return html(
    "div",
    { class: "summary" },
    bar,
    html("ul", {}, ...items),
    why === "" || !room.reasons ? "" : html("span", { class: "reasons" }, `(${why})`),
    legend && room.reasons ? stripLegend(scene) : "",
  );
}

/** What the shapes of the neighbour strips are. */
function stripLegend({ words, settings, scorecard }: Scene): HTMLElement {
  const entries = [
    ["own", settings.comparators.ownName || words("own")],
    ["neighbour", words("legend_neighbour")],
    ["average", words("legend_average")],
    ["region", settings.comparators.regionName || scorecard.regionName || words("column_region")],
    ["england", settings.comparators.englandName || words("column_england")],
  ] as const;
  return html(
    "ul",
    { class: "legend" },
    ...entries.map(([shape, name]) => html("li", {}, legendShape(shape), name)),
  );
}
