import { html } from "./element";
import type { Kpi } from "../model/kpi";
import { overAreas, sideBySide } from "../model/side-by-side";
import { directionInFull, rankText, valueText } from "../model/display";
import { sayPeriod } from "../model/say-period";
import { cutNote } from "./landing";
import { assuranceIcon, variationIcon } from "./icon";
import { neighboursChart } from "./neighbours/neighbours";
import { ownPill, ratingPill } from "./pill";
import { roomOf } from "./size";
import type { Scene } from "./scene";
import { trendChart } from "./trend/trend";

/**
 * The KPI that the neighbours and trend views show: the reader's choice, else the author's, else
 * the first that has something to show.
 */
function chosenKpi({ scorecard, settings, state }: Scene, fits: (kpi: Kpi) => boolean): Kpi | null {
  const { kpis } = scorecard;
  return (
    kpis.find(({ key }) => key === state.chosen) ??
    kpis.find(({ name }) => name === settings.layout.indicator) ??
    kpis.find(fits) ??
    kpis[0] ??
    null
  );
}

/** Pixels of height that a chart has at the least. */
const LEAST_CHART = 90;
/** Small multiples on one page. */
const MOST_CHARTS = 24;

const hasNeighbours = ({ neighbours, england, region, latest }: Kpi): boolean =>
  neighbours !== null || (latest.value !== null && Boolean(england ?? region));
const hasTrend = ({ series }: Kpi): boolean =>
  series.filter(({ value }) => value !== null).length > 1;

/** The KPI that a view of one KPI is of. */
export const kpiOf = (scene: Scene, view: "neighbours" | "trend"): Kpi | null =>
  chosenKpi(scene, view === "trend" ? hasTrend : hasNeighbours);

/**
 * One KPI among its neighbours, or all of them as small multiples that share one order of the
 * authorities.
 */
export function drawNeighbours(root: HTMLElement, scene: Scene): void {
  const { scorecard, settings, words, width } = scene;
  if (settings.layout.multiples) {
    const all = scorecard.kpis.filter(hasNeighbours);
    const shown = all.slice(0, MOST_CHARTS);
    const across = Math.max(1, Math.floor(width / 380));
    const order = shown.length > 0 ? sharedOrder(shown[0], scene) : [];
    const charts = shown.flatMap((kpi) => {
      const chart = neighboursChart(kpi, scene, width / across - 36, order);
      return chart ? [html("section", { class: "multiple" }, html("h3", {}, kpi.name), chart)] : [];
    });
    root.append(
      html(
        "div",
        {
          class: "multiples scroller",
          tabindex: 0,
          role: "region",
          "aria-label": words("choice_neighbours"),
          style: `--across:${across}`,
        },
        ...charts,
        cutNote(shown.length, all.length, words),
      ),
    );
    return;
  }
  const kpi = kpiOf(scene, "neighbours");
  if (!kpi) return;
  const chart = neighboursChart(kpi, scene, width - 40);
  const scroller = html(
    "div",
    { class: "scroller", tabindex: 0, role: "region", "aria-label": kpi.name },
    chart ?? html("p", { class: "nothing" }, words("no_neighbours")),
  );
  root.append(
    heading(kpi, scene, [
      sayPeriod(kpi.latest.period.label, words),
      words(`polarity_${kpi.polarity}`),
      rankText(kpi, words),
    ]),
    chooser(kpi, scene),
    scroller,
  );
  toOwn(scroller);
}

/** Scrolls to the own bar where it is out of sight. */
function toOwn(scroller: HTMLElement): void {
  const own = scroller.querySelector(".area.own")?.getBoundingClientRect();
  const { top, bottom, height } = scroller.getBoundingClientRect();
  if (own && own.bottom > bottom) scroller.scrollTop = own.top - top - height / 2;
}

/** One KPI of all areas side by side. */
export function drawAreas(root: HTMLElement, scene: Scene): void {
  const { scorecard, settings, state, words, width } = scene;
  const all = overAreas(scorecard.kpis);
  const chosen = scorecard.kpis.find(({ key }) => key === state.chosen);
  const first =
    all.find(({ indicatorKey }) => indicatorKey === chosen?.indicatorKey) ??
    all.find(({ indicator }) => indicator === settings.layout.indicator) ??
    all[0];
  const kpi =
    first &&
    sideBySide(
      scorecard.kpis.filter(({ indicatorKey }) => indicatorKey === first.indicatorKey),
      settings.comparators.ownName,
    );
  if (first)
    root.append(
      html(
        "header",
        { class: "title" },
        html("h2", {}, first.indicator),
        html(
          "p",
          {},
          `${kpi ? `${sayPeriod(kpi.latest.period.label, words)} · ` : ""}${words(`polarity_${first.polarity}`)}`,
        ),
      ),
      chooser(first, scene, all),
    );
  root.append(
    html(
      "div",
      {
        class: "scroller",
        tabindex: 0,
        role: "region",
        "aria-label": first?.indicator ?? words("choice_areas"),
      },
      (kpi && neighboursChart(kpi, scene, width - 40)) ??
        html("p", { class: "nothing" }, words("no_areas")),
    ),
  );
}

/** One KPI over time. */
export function drawTrend(root: HTMLElement, scene: Scene): void {
  const { settings, words, width, height } = scene;
  const kpi = kpiOf(scene, "trend");
  if (!kpi) return;
  const { chart: kind } = settings.trend;
  const asked = kind !== "line";
  const process = asked ? kpi.spc(kind === "parts") : null;
  const title = heading(kpi, scene, [
    valueText(kpi),
    directionInFull(kpi, words),
    words(`polarity_${kpi.polarity}`),
    asked && !process?.enoughPoints ? words("too_few_points") : "",
  ]);
  if (process?.enoughPoints && roomOf(scene).dates && height >= 300) {
    const { variation, assurance } = process;
    title.append(
      html(
        "p",
        { class: "spc" },
        variationIcon(variation),
        html("span", {}, `${words(`chart_${process.kind}`)}: ${words(`variation_${variation}`)}`),
        ...(assurance === null
          ? []
          : [assuranceIcon(assurance), html("span", {}, words(`assurance_${assurance}`))]),
      ),
    );
  }
  root.append(title, chooser(kpi, scene));
  // The head takes as many lines as its words need; the chart has the rest.
  const head = root.lastElementChild!.getBoundingClientRect().bottom;
  const taken = head - root.getBoundingClientRect().top;
  const chart = trendChart(
    kpi,
    scene,
    { width: width - 24, height: Math.max(LEAST_CHART, height - taken - 8) },
    settings.trend.chart,
  );
  root.append(chart ?? html("p", { class: "nothing" }, words("no_trend")));
}

/** Its name, and its status and what else there is to say where there is room. */
function heading(kpi: Kpi, scene: Scene, parts: readonly string[]): HTMLElement {
  const { words } = scene;
  const { rating } = kpi.latest.rating;
  return html(
    "header",
    { class: "title" },
    html("h2", {}, kpi.name),
    html(
      "p",
      {},
      ratingPill(rating, words),
      ownPill(kpi.own),
      roomOf(scene).dates ? ` ${parts.filter((part) => part !== "").join(" · ")}` : "",
    ),
  );
}

/** Lets the reader pick another KPI. */
function chooser(
  kpi: Kpi,
  { scorecard, words, settings }: Scene,
  kpis: readonly Kpi[] | null = null,
): Node {
  const shown = kpis ?? scorecard.kpis;
  if (!settings.layout.readerSwitch || shown.length < 2) return document.createTextNode("");
  const options = shown.map(({ key, name, indicator }) =>
    html("option", { value: key, selected: key === kpi.key }, kpis ? indicator : name),
  );
  return html(
    "label",
    { class: "chooser" },
    words("choose_kpi"),
    html("select", { "data-act": "choose" }, ...options),
  );
}

function sharedOrder(kpi: Kpi, { settings, words, scorecard }: Scene): string[] {
  const own = settings.comparators.ownName || kpi.neighbours?.own.name || words("own");
  const areas = (kpi.neighbours?.areas ?? []).map(({ name }) => name);
  return [
    own,
    ...areas,
    settings.comparators.regionName ||
      kpi.region?.name ||
      scorecard.regionName ||
      words("column_region"),
    settings.comparators.englandName || words("column_england"),
  ];
}
