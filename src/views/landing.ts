import type { Words } from "../host/words";
import { html } from "./element";
import { statusIcon } from "./icon";

/** What to do first, where no field has been chosen yet. */
export function drawLanding(root: HTMLElement, words: Words): void {
  const steps = ["landing_1", "landing_2", "landing_3", "landing_4"].map((key) =>
    html("li", {}, words(key)),
  );
  root.append(
    html(
      "div",
      { class: "landing" },
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
    html("div", { class: "landing", role: "status" }, html("h2", {}, title), html("p", {}, text)),
  );
}
