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
import { classOf, doubtMark, ownPill, ratingPill } from "../pill";
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
  const { words, selected, settings } = scene;
  const { latest, direction, england } = kpi;
  const {
    rating: { rating },
    value,
  } = latest;
  const isTiny = roomOf(scene).tiny;
  const moved = directionText(kpi, words);
  const second = settings.numbers.secondary ? secondaryText(kpi, words) : "";
  const line = html(
    "p",
    { class: "card-line" },
    kpi.own.status !== null && rating === "not_rated" ? "" : ratingPill(rating, words),
    ownPill(kpi),
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
        value === null
          ? html("p", { class: "words" }, absenceText(kpi, words))
          : html(
              "p",
              { class: "card-value" },
              html(
                "b",
                { style: kpi.colour === null ? null : `color:${kpi.colour}` },
                valueText(kpi),
              ),
              doubtMark(kpi, words),
              second === "" ? "" : html("small", {}, ` ${second}`),
            ),
        isTiny && scene.state.view !== "trend"
          ? ""
          : (sparkline(kpi, {
              width: isTiny ? 70 : 118,
              height: 36,
              fullScale: settings.numbers.fullScale,
            }) ?? ""),
      ),
      line,
    ),
  );
}
