import { html } from "./element";
import { drawCards } from "./cards/cards";
import { drawLanding, drawMessage, polarityPrompt } from "./landing";
import { drawAreas, drawNeighbours, drawTrend, kpiOf } from "./one-kpi";
import { titleLine } from "./scorecard/summary-strip";
import { roomOf } from "./size";
import type { Scene } from "./scene";
import { drawScorecard, type ScorecardView } from "./scorecard/scorecard";
import { toolbar } from "./toolbar";

/**
 * Draws the scene in place of what was there. Gives the scorecard's handle where that is the view.
 */
export function draw(root: HTMLElement, scene: Scene): ScorecardView | null {
  const { scorecard, state, words } = scene;
  const room = roomOf(scene);
  const view = room.tiny ? "cards" : state.view;
  const page = html("div", { class: `page view-${view}${room.tiny ? " tiny" : ""}` });
  root.replaceChildren(page);
  const wrong = scorecard.warnings.find(({ key }) => key === "warning_no_indicator");
  if (wrong) drawMessage(page, words("message_title"), words(wrong.key));
  else if (scorecard.kpis.length === 0) drawLanding(page, scene);
  else {
    page.append(
      html(
        "div",
        { class: "top" },
        view === "scorecard" || view === "cards" ? titleLine(scene, room) : "",
        room.toolbar ? toolbar(scene) : "",
      ),
      polarityPrompt(scene),
    );
    switch (view) {
      case "scorecard":
        return drawScorecard(page, scene);
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
