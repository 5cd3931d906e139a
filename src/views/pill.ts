import type { Words } from "../host/words";
import type { Rating } from "../kpi/rating";
import type { StatusLevel } from "../kpi/own-status";
import { doubtText } from "../model/display";
import type { Kpi } from "../model/kpi";
import { html } from "./element";
import { doneIcon, statusIcon } from "./icon";

/** The shape and colour of each level; a word of the author's own has none. */
const SHAPES: Readonly<Record<StatusLevel, Rating | "done" | "other">> = {
  good: "met",
  fair: "near",
  poor: "missed",
  done: "done",
  none: "not_rated",
  other: "other",
};

/** Our rating as shape, colour and word. */
export const ratingPill = (rating: Rating, words: Words): HTMLElement =>
  html(
    "span",
    { class: `pill ${rating}` },
    statusIcon(rating),
    html("span", { class: "pill-word" }, words(`rating_${rating}`)),
  );

/** The class of a level, for its colour. */
export const classOf = (level: StatusLevel): string => SHAPES[level];

/** The icon of a level, or nothing. */
export function levelIcon(level: StatusLevel): Node | string {
  const shape = SHAPES[level];
  return shape === "other" ? "" : shape === "done" ? doneIcon() : statusIcon(shape);
}

/** The author's own status in the author's word; blank where there is none. */
export const ownPill = ({
  status,
  level,
}: Pick<Kpi["own"], "status" | "level">): HTMLElement | string =>
  status === null
    ? ""
    : html(
        "span",
        { class: `pill ${classOf(level)}` },
        levelIcon(level),
        html("span", { class: level === "other" ? "" : "pill-word" }, status),
      );

/** What of a KPI's data is not certain; blank where all is. */
export const doubtSaid = (kpi: Kpi, words: Words): string =>
  kpi.doubts.length === 0 ? "" : ` ${words("tip_doubts")}: ${doubtText(kpi, words)}`;

/** A question mark behind a figure whose data is not certain in all; the reason is read out. */
export const doubtMark = (said: string): HTMLElement | string =>
  said === ""
    ? ""
    : html(
        "span",
        { class: "caution" },
        html("span", { "aria-hidden": "true" }, "?"),
        html("span", { class: "sr-only" }, said),
      );
