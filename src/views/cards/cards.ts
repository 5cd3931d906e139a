import {
  absenceText,
  comparatorPeriod,
  comparatorText,
  directionText,
  isApart,
  rankText,
  secondaryText,
  targetText,
  valueText,
} from "../../model/display";
import type { Kpi } from "../../model/kpi";
import { html } from "../element";
import { movementIcon } from "../icon";
import { cutNote } from "../landing";
import { classOf, doubtMark, doubtSaid, ownPill, ratingPill } from "../pill";
import { roomOf } from "../size";
import type { Scene } from "../scene";
import { sparkline } from "../scorecard/sparkline";
import { summaryStrip } from "../scorecard/summary-strip";

const MOST_CARDS = 60;

/**
 * One KPI as a card, or the headline KPIs, those that are marked as such or else all, with the ratings that the
 * scorecard shows.
 */
export function drawCards(root: HTMLElement, scene: Scene, only: Kpi | null = null): void {
  const { scorecard, settings, width } = scene;
  const marked = scorecard.kpis.filter(({ headline }) => headline);
  const all = only !== null ? [only] : marked.length > 0 ? marked : scorecard.kpis;
  const shown = all.slice(0, MOST_CARDS);
  if (settings.layout.summary) root.append(summaryStrip(scorecard.kpis, scene));
  const across = Math.max(1, Math.min(4, Math.floor(width / 300), shown.length));
  root.append(
    html(
      "ul",
      { class: "cards", style: `--across:${across}` },
      ...shown.map((kpi) => card(kpi, scene)),
    ),
    cutNote(shown.length, all.length, scene.words),
  );
}

function card(kpi: Kpi, scene: Scene): HTMLElement {
  const { selected, settings } = scene;
  const { rating } = kpi.latest.rating;
  const isTiny = roomOf(scene).tiny;
  return html(
    "li",
    {
      class: `card ${rating === "not_rated" && kpi.own.status !== null ? classOf(kpi.own.level) : rating}${kpi.lit ? "" : " dimmed"}`,
    },
    html(
      "div",
      {
        class: "card-face",
        role: "button",
        tabindex: -1,
        "data-key": kpi.key,
        "aria-pressed": selected.has(kpi.key) ? "true" : "false",
      },
      html("h3", {}, kpi.name),
      html(
        "div",
        { class: "card-middle" },
        figureOf(kpi, scene),
        isTiny && scene.state.view !== "trend"
          ? ""
          : (sparkline(kpi, {
              width: isTiny ? 70 : 118,
              height: 36,
              fullScale: settings.numbers.fullScale,
            }) ?? ""),
      ),
      lineOf(kpi, scene, isTiny),
    ),
  );
}

/** The figure of a card, or words in its place. */
function figureOf(kpi: Kpi, { words, settings }: Scene): HTMLElement {
  if (kpi.latest.value === null) return html("p", { class: "words" }, absenceText(kpi, words));
  const second = settings.numbers.secondary ? secondaryText(kpi, words) : "";
  return html(
    "p",
    { class: "card-value" },
    html("b", { style: kpi.colour === null ? null : `color:${kpi.colour}` }, valueText(kpi)),
    doubtMark(doubtSaid(kpi, words)),
    second === "" ? "" : html("small", {}, ` ${second}`),
  );
}

/** Rating, direction, rank, target and England's figure below the figure of a card. */
function lineOf(kpi: Kpi, scene: Scene, isTiny: boolean): HTMLElement {
  const { words, settings } = scene;
  const { latest, direction, england } = kpi;
  const { rating } = latest.rating;
  const moved = directionText(kpi, words);
  return html(
    "p",
    { class: "card-line" },
    kpi.own.status !== null && rating === "not_rated" ? "" : ratingPill(rating, words),
    ownPill(kpi.own),
    moved === ""
      ? ""
      : html(
          "span",
          { class: `direction ${direction.judgement ?? "steady"}${isApart(kpi) ? " apart" : ""}` },
          direction.movement === null ? "" : movementIcon(direction.movement),
          moved,
        ),
    isTiny && scene.state.view === "neighbours"
      ? html("span", { class: "rank" }, rankText(kpi, words))
      : "",
    html(
      "span",
      {},
      latest.target === null
        ? targetText(kpi, words)
        : words("target_label", targetText(kpi, words)),
    ),
    england?.value === null || !england
      ? ""
      : html(
          "span",
          { class: "england" },
          [
            settings.comparators.englandName || words("column_england"),
            comparatorPeriod(england, kpi, words),
            comparatorText(england, kpi),
          ]
            .filter(Boolean)
            .join(" "),
        ),
  );
}
