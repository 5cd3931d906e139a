import { html } from "../../src/views/element";
import type { GivenFile } from "../messages";
import { button } from "../parts/field";
import { fileIntake } from "./file-intake";
import { ways, type Way } from "./ways";

interface Start {
  readonly choose: (way: Way) => void;
  readonly take: (files: Promise<GivenFile[]>) => void;
  readonly sample: () => void;
}

/** A button that a screen reader tells from the two others. */
function startOf(way: Way, choose: Start["choose"]): HTMLElement {
  const made = button("Start", () => choose(way));
  made.append(html("span", { class: "visually-hidden" }, `: ${way.title}`));
  return made;
}

/** The first screen: three ways in, and a demonstration. */
export const startScreen = ({ choose, take, sample }: Start): HTMLElement =>
  html(
    "section",
    { class: "screen" },
    html("h1", {}, "Check SEND data and build a scorecard"),
    html(
      "p",
      { class: "lead" },
      "Everything happens in this page, on this computer. The page cannot use the network: your files go nowhere, and nothing is kept when you close it.",
    ),
    html(
      "div",
      { class: "ways" },
      ...ways.map((way) =>
        html(
          "div",
          { class: "way" },
          html("h2", {}, way.title),
          html("p", {}, way.then),
          startOf(way, choose),
        ),
      ),
    ),
    html("h2", {}, "Files ready?"),
    fileIntake(take),
    html("h2", {}, "No data at hand?"),
    html(
      "p",
      {},
      "See the whole product with the data of an authority and children that are invented.",
    ),
    button("Show me with invented data", sample, "button secondary"),
  );
