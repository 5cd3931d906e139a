import type { Progress } from "../../prep/progress";
import { html } from "../../src/views/element";
import { button } from "../parts/field";

interface WorkingScreen {
  readonly element: HTMLElement;
  readonly progress: Progress;
}

const count = new Intl.NumberFormat("en-GB");

/** Shows how far the work is, with a button that ends it. */
export function workingScreen(cancel: () => void): WorkingScreen {
  const stage = html("p", { class: "lead", role: "status" }, "Starting");
  const amount = html("p", { class: "hint" }, " ");
  const bar = html("progress", { "aria-label": "Progress" });
  return {
    element: html(
      "section",
      { class: "screen" },
      html("h1", {}, "Working"),
      stage,
      bar,
      amount,
      html("div", { class: "buttons" }, button("Cancel", cancel, "button secondary")),
    ),
    progress: (name, done, total) => {
      if (stage.textContent !== name) stage.textContent = name;
      if (total === null) bar.removeAttribute("value");
      else {
        bar.max = Math.max(total, 1);
        bar.value = done;
      }
      amount.textContent =
        total === null
          ? done > 0
            ? count.format(done)
            : " "
          : `${count.format(done)} of ${count.format(total)}`;
    },
  };
}
