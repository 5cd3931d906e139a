import type { Words } from "../host/words";
import { html } from "./element";
import { statusIcon } from "./icon";
import type { Scene } from "./scene";

/**
 * What to do first, where no field has been chosen yet. Which way is better is the first question,
 * and answered here where the report is open for editing.
 */
export function drawLanding(root: HTMLElement, scene: Scene): void {
  const { words } = scene;
  const steps = ["landing_3", "landing_1", "landing_2", "landing_4"].map((key) =>
    html("li", {}, words(key), key === "landing_3" && scene.editing ? polarityButtons(scene) : ""),
  );
  root.append(
    html(
      "div",
      { class: "landing", role: "region", tabindex: 0, "aria-label": words("visual_name") },
      html(
        "p",
        { class: "landing-icons" },
        statusIcon("met"),
        statusIcon("near"),
        statusIcon("missed"),
        statusIcon("not_rated"),
      ),
      html("h2", {}, words("visual_name")),
      html("p", {}, words("landing_what")),
      html("ol", {}, ...steps),
    ),
  );
}

/** A message in place of a view: what is the matter and what to do. */
export function drawMessage(root: HTMLElement, title: string, text: string): void {
  root.append(
    html(
      "div",
      { class: "landing", role: "status", tabindex: 0 },
      html("h2", {}, title),
      html("p", {}, text),
    ),
  );
}

/**
 * Asks an author whose targets rate nothing, since no KPI says which way is better, to say it for
 * all; or blank.
 */
export function polarityPrompt(scene: Scene): HTMLElement | string {
  const { words, editing } = scene;
  const { kpis } = scene.scorecard;
  const unasked = kpis.every(({ polarity }) => polarity === "neutral");
  if (!editing || !unasked || kpis.every(({ latest }) => latest.rating.reason !== "no_polarity"))
    return "";
  return html(
    "div",
    { class: "prompt", role: "note" },
    html("span", {}, words("ask_polarity")),
    polarityButtons(scene),
  );
}

const polarityButtons = ({ words, settings }: Scene): HTMLElement =>
  html(
    "div",
    { class: "toolbar", role: "group", "aria-label": words("set_status_polarity") },
    ...(["higher", "lower"] as const).map((polarity) =>
      html(
        "button",
        {
          type: "button",
          "data-act": "polarity",
          "data-of": polarity,
          "aria-pressed": String(settings.status.polarity === polarity),
        },
        words(`choice_${polarity}`),
      ),
    ),
  );

/** Says how many of how many are drawn, where not all are. */
export const cutNote = (shown: number, all: number, words: Words): HTMLElement | string =>
  shown >= all ? "" : html("p", { class: "nothing", role: "note" }, words("shown_of", shown, all));
