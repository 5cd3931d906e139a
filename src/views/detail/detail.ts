import { formatValue } from "../../kpi/number-format";
import {
  asAtText,
  averageName,
  comparatorInFull,
  directionInFull,
  doubtText,
  endText,
  formAt,
  gapText,
  intervalText,
  statusText,
  targetText,
} from "../../model/display";
import type { Kpi } from "../../model/kpi";
import { sayPeriod } from "../../model/say-period";
import { sayStatus } from "../../model/status-words";
import { html } from "../element";
import { neighboursChart } from "../neighbours/neighbours";
import type { Scene } from "../scene";
import { trendChart } from "../trend/trend";

/**
 * What is known of a KPI: its trend, its neighbours, what it means, what is said about it, and its
 * periods as a table.
 */
export function kpiDetail(kpi: Kpi, scene: Scene, width: number): HTMLElement {
  const { words, settings } = scene;
  const room = Math.max(250, Math.floor((width - 130) / 4));
  const trend = trendChart(kpi, scene, { width: room, height: 220 }, settings.trend.chart);
  const neighbours = neighboursChart(kpi, scene, room);
  return html(
    "div",
    {
      class: "kpi-detail",
      role: "region",
      tabindex: 0,
      "aria-label": words("detail_of", kpi.name),
    },
    trend ? block(words("detail_trend"), trend) : "",
    neighbours ? block(words("detail_neighbours"), neighbours) : "",
    block(words("detail_about"), aboutList(kpi, scene)),
    kpi.series.length > 0 ? block(words("detail_periods"), periodTable(kpi, scene)) : "",
  );
}

const block = (heading: string, content: Node): HTMLElement =>
  html("section", {}, html("h3", {}, heading), content);

function aboutList(kpi: Kpi, { words }: Scene): HTMLElement {
  const { notes, average } = kpi;
  const items: readonly (readonly [string, string | null])[] = [
    ["tip_status", statusText(kpi, words)],
    ["tip_rule", kpi.rule && words(`choice_${kpi.rule}`)],
    ["tip_end", endText(kpi, words)],
    ["tip_target", targetText(kpi, words)],
    ["tip_gap", gapText(kpi)],
    ["tip_interval", intervalText(kpi, words)],
    ["tip_direction", directionInFull(kpi, words)],
    ["tip_as_at", asAtText(kpi, words)],
    ["tip_doubts", doubtText(kpi, words)],
    [
      "tip_neighbours",
      average === null
        ? null
        : `${comparatorInFull(average, kpi, words)} (${averageName(kpi, words)})`,
    ],
    ["tip_comparability", notes.comparability],
    [
      "tip_baseline",
      kpi.baseline === null
        ? null
        : `${formatValue(kpi.baseline.value, kpi.form)}${kpi.baseline.date === null ? "" : ` (${kpi.baseline.date})`}`,
    ],
    ["tip_definition", notes.definition],
    ["tip_source", notes.source],
    ["tip_cohort", notes.cohort],
    ["tip_footprint", notes.footprint],
    ["tip_lens", kpi.lens],
    ["tip_owner", notes.owner],
    ["tip_commentary", notes.commentary],
    ["tip_action", notes.action],
    ["tip_due", notes.dueDate],
    ["tip_progress", notes.progress],
  ];
  return html(
    "dl",
    {},
    ...items.flatMap(([key, value]) =>
      value ? [html("dt", {}, words(key)), html("dd", {}, value)] : [],
    ),
  );
}

function periodTable(kpi: Kpi, { words }: Scene): HTMLElement {
  const rows = [...kpi.series, ...kpi.ahead]
    .reverse()
    .map((point) =>
      html(
        "tr",
        {},
        html(
          "th",
          { scope: "row" },
          sayPeriod(point.period.label, words) || "–",
          point.mark.note && html("small", {}, ` ${point.mark.note}`),
        ),
        html(
          "td",
          {},
          point.value === null
            ? kpi.ahead.includes(point)
              ? ""
              : said(point.words, words)
            : formatValue(point.value, formAt(point, kpi.form)),
        ),
        html(
          "td",
          {},
          point.target === null ? "" : formatValue(point.target, formAt(point, kpi.form)),
        ),
        html("td", {}, words(`rating_${point.rating.rating}`)),
      ),
    );
  const head = ["tip_period", "tip_value", "tip_target", "tip_status"].map((key) =>
    html("th", { scope: "col" }, words(key)),
  );
  return html(
    "div",
    { class: "periods", tabindex: 0, role: "region", "aria-label": words("periods_of", kpi.name) },
    html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...rows)),
  );
}

const said = (text: string | null, words: Scene["words"]): string =>
  text === null ? "" : sayStatus(text, words);
