import type { Judgement, Movement } from "../../../src/kpi/direction";
import type { Rating } from "../../../src/kpi/rating";
import { JUDGEMENT_WORDS, MOVEMENT_WORDS, RATING_WORDS } from "../../../src/kpi/words";
import { html, type Html } from "./html";

const shape = (kind: string, path: Html): Html =>
  html`<svg class="${kind}" viewBox="0 0 16 16" width="11" height="11" aria-hidden="true" focusable="false">${path}</svg>`;

/** Each status has a shape of its own, so that it is told in black and white too. */
const STATUS: Readonly<Record<Rating, Html>> = {
  met: html`<circle cx="8" cy="8" r="7"/><path class="cut" d="M4.5 8.3l2.4 2.4 4.6-5"/>`,
  near: html`<path d="M8 1.2 15.4 14.6H.6z"/><path class="cut" d="M8 6v4m0 1.4v1.6"/>`,
  missed: html`<path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z"/><path class="cut" d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6"/>`,
  not_rated: html`<circle class="ring" cx="8" cy="8" r="6.5"/><path class="line" d="M5 8h6"/>`,
};

const ARROWS: Readonly<Record<Movement, Html>> = {
  up: html`<path d="M8 2 14.5 13h-13z"/>`,
  down: html`<path d="M8 14 1.5 3h13z"/>`,
  same: html`<path d="M14 8 3 14.5v-13z"/>`,
};

/** Shape and word of a rating. */
export const statusMark = (rating: Rating): Html =>
  html`<span class="mark">${shape(rating, STATUS[rating])} ${RATING_WORDS[rating]}</span>`;

/** The arrow says what moved, the word whether that is good. */
export const directionMark = (movement: Movement, judgement: Judgement | null): Html =>
  html`<span class="mark">${shape(judgement === null ? "not_judged" : judgement, ARROWS[movement])}<span class="hidden">${MOVEMENT_WORDS[movement]}, </span> ${judgement === null ? MOVEMENT_WORDS[movement] : JUDGEMENT_WORDS[judgement]}</span>`;
