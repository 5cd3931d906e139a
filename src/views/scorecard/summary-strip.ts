import { summaryOf } from "../../kpi/summary";
import { formatDay } from "../../kpi/period-format";
import type { Kpi, Scorecard } from "../../model/kpi";
import { html } from "../element";
import { statusIcon } from "../icon";
import type { Scene } from "../scene";
import { legendShape } from "./neighbour-strip";

const RATINGS = ["met", "near", "missed", "not_rated"] as const;

/** The title line: what this is, the day its figures speak of, and when they were refreshed. */
export function titleLine({ scorecard, settings, words }: Scene): HTMLElement {
  const parts = [
    scorecard.asAt === null ? "" : words("figures_to", formatDay(scorecard.asAt)),
    scorecard.refreshed === null ? "" : words("refreshed_on", formatDay(scorecard.refreshed)),
    averageNote(scorecard, words),
  ].filter((part) => part !== "");
  return html(
    "header",
    { class: "title" },
    settings.layout.title === "" ? "" : html("h2", {}, settings.layout.title),
    parts.length === 0 ? "" : html("p", {}, parts.join(" · ")),
  );
}

function averageNote({ kpis }: Scorecard, words: Scene["words"]): string {
  const average = kpis.find((kpi) => kpi.average?.method)?.average;
  if (!average) return "";
  const model = kpis.find(({ neighbours }) => neighbours?.model)?.neighbours?.model;
  return (
    words("neighbours_are", words(`average_${average.method}`)) +
    (model ? `, ${words("neighbour_model", model)}` : "")
  );
}

/**
 * One bar of met, near, missed and not rated with numbers and words, and why KPIs are not rated.
 */
export function summaryStrip(kpis: readonly Kpi[], scene: Scene, legend = false): HTMLElement {
  const { words } = scene;
  const summary = summaryOf(
    kpis.map(({ latest: { rating }, direction }) => ({
      rating: rating.rating,
      reason: rating.reason,
      judgement: direction.judgement,
    })),
  );
  const bar = html(
    "span",
    { class: "summary-bar", "aria-hidden": "true" },
    ...RATINGS.filter((rating) => summary.ratings[rating] > 0).map((rating) =>
      html("i", { class: rating, style: `flex-grow:${summary.ratings[rating]}` }),
    ),
  );
  const counts = RATINGS.map((rating) =>
    html(
      "li",
      {},
      statusIcon(rating),
      html("b", {}, String(summary.ratings[rating])),
      ` ${words(`summary_${rating}`)}`,
    ),
  );
  const reasons = summary.notRatedReasons
    .map(({ reason, count }) => words("reason_count", count, words(`reason_${reason}`)))
    .join(", ");
  return html(
    "div",
    { class: "summary" },
    bar,
    html("ul", {}, ...counts),
    reasons === "" ? "" : html("span", { class: "reasons" }, `(${reasons})`),
    legend ? stripLegend(scene) : "",
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
