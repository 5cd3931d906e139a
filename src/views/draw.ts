import { html, type Child } from "./element";
import { drawCards } from "./cards/cards";
import { drawLanding, drawMessage, polarityPrompt } from "./landing";
import { drawAreas, drawNeighbours, drawTrend, kpiOf } from "./one-kpi";
import { titleLine } from "./scorecard/summary-strip";
import { roomOf } from "./size";
import type { Scene } from "./scene";
import { drawScorecard, type ScorecardView } from "./scorecard/scorecard";
import { toolbar } from "./toolbar";

/**
 * Draws the scene. A scorecard that stays one is the one `before`, where that is still in the page,
 * with what changed; all else takes the place of what was there. Gives the scorecard's handle where
 * that is the view.
 */
export function draw(
  root: HTMLElement,
  scene: Scene,
  before: ScorecardView | null,
): ScorecardView | null {
  const { scorecard, state, words } = scene;
  const room = roomOf(scene);
  const view = room.tiny ? "cards" : state.view;
  const className = `page view-${view}${room.tiny ? " tiny" : ""}`;
  const wrong = scorecard.warnings.find(({ key }) => key === "warning_no_indicator");
  const isScorecard = view === "scorecard" && !wrong && scorecard.kpis.length > 0;
  const head = (): Child[] => [
    html(
      "div",
      { class: "top" },
      view === "scorecard" || view === "cards" ? titleLine(scene, room) : "",
      room.toolbar ? toolbar(scene) : "",
    ),
    polarityPrompt(scene),
  ];
  const held = before?.drawn ?? null;
  if (isScorecard && held?.page.parentNode === root && scene.settings.layout.density !== "print")
    return drawScorecard(held.page, head(), scene, held);

  const top = root.querySelector(".scroller")?.scrollTop ?? 0;
  const page = html("div", { class: className });
  root.replaceChildren(page);
  if (isScorecard) return scrolledTo(top, drawScorecard(page, head(), scene, null), page);
  if (wrong) drawMessage(page, words("message_title"), words(wrong.key));
  else if (scorecard.kpis.length === 0) drawLanding(page, scene);
  else {
    page.append(...head().filter((child) => child instanceof Node));
    switch (view) {
      case "cards":
        drawCards(
          page,
          scene,
          state.view === "trend" || state.view === "neighbours" ? kpiOf(scene, state.view) : null,
        );
        break;
      case "neighbours":
        drawNeighbours(page, scene);
        break;
      case "areas":
        drawAreas(page, scene);
        break;
      case "trend":
        drawTrend(page, scene);
    }
  }
  return null;
}

/** A new scorecard at the place that the one before was scrolled to. */
function scrolledTo(top: number, view: ScorecardView, page: HTMLElement): ScorecardView {
  const scroller = page.querySelector(".scroller");
  if (scroller && top > 0) {
    scroller.scrollTop = top;
    view.scrolled();
  }
  return view;
}
