import { html } from "../../src/views/element";
import type { BrokenRule, BuildAnswer } from "../messages";
import { countWords } from "../parts/sizes";

/** One rule that was broken: what is wrong, what to do, and where. */
function ruleItem({ rule, severity, count, message, action, places }: BrokenRule): HTMLElement {
  const more = count - places.length;
  return html(
    "details",
    { class: `finding ${severity}` },
    html(
      "summary",
      {},
      html("span", { class: "mark" }, severity === "error" ? "Error" : "Warning"),
      html("span", { class: "message" }, message),
      html("span", { class: "count" }, countWords(count, "time")),
    ),
    html("p", {}, html("strong", {}, "What to do: "), action),
    places.length > 0 && html("ul", {}, ...places.map((place) => html("li", {}, place))),
    more > 0 &&
      html("p", { class: "hint" }, `… and ${countWords(more, "more place")}: see the worklists.`),
    html("p", { class: "hint" }, `Rule ${rule}`),
  );
}

/** What the checks found, worst first. */
export const findingsPanel = ({ rules, rowsIn, rowsRejected }: BuildAnswer): HTMLElement =>
  html(
    "div",
    {},
    html(
      "p",
      {},
      `${countWords(rowsIn, "row")} read, ${countWords(rowsRejected, "row")} left out.`,
      rules.length === 0 ? " Nothing was found wrong." : " The worst comes first.",
    ),
    ...rules.map(ruleItem),
  );
