import type { Words } from "../host/words";
import { doubtText } from "../model/display";
import type { Kpi } from "../model/kpi";
import { html } from "./element";

/** A question mark behind a figure whose data is not certain in all; the reason is read out. */
export const doubtMark = (kpi: Kpi, words: Words): HTMLElement | string =>
  kpi.doubts.length === 0
    ? ""
    : html(
        "span",
        { class: "caution" },
        html("span", { "aria-hidden": "true" }, "?"),
        html("span", { class: "sr-only" }, ` ${words("tip_doubts")}: ${doubtText(kpi, words)}`),
      );
