import type { Words } from "../host/words";
import { html } from "./element";
import { statusIcon } from "./icon";
import type { Scene } from "./scene";

/** What to do first, where no field has been chosen yet. */
export function drawLanding(root: HTMLElement, words: Words): void {
  const steps = ["landing_3", "landing_1", "landing_2", "landing_4"].map((key) =>
    html("li", {}, words(key)),
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
export function polarityPrompt({ scorecard, words, editing }: Scene): HTMLElement | string {
  const { kpis } = scorecard;
  const unasked = kpis.every(({ polarity }) => polarity === "neutral");
  if (!editing || !unasked || kpis.every(({ latest }) => latest.rating.reason !== "no_polarity"))
    return "";
  const button = (polarity: string): HTMLElement =>
    html(
      "button",
      { type: "button", "data-act": "polarity", "data-of": polarity },
      words(`choice_${polarity}`),
    );
  return html(
    "div",
    { class: "toolbar prompt", role: "group", "aria-label": words("ask_polarity") },
    html("span", {}, words("ask_polarity")),
    button("higher"),
    button("lower"),
  );
}

/** Says how many of how many are drawn, where not all are. */
export const cutNote = (shown: number, all: number, words: Words): HTMLElement | string =>
  shown >= all ? "" : html("p", { class: "nothing", role: "note" }, words("shown_of", shown, all));
