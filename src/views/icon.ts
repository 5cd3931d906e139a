import type { Movement } from "../kpi/direction";
import type { Rating } from "../kpi/rating";
import type { AssuranceIcon, VariationIcon } from "../kpi/spc";
import { svg } from "./element";

/**
 * One stroke or filled shape of an icon on a 16 by 16 grid. Classes say which colour, so that
 * themes and high contrast reach it.
 */
type Part = readonly [d: string, className: string];

/** The points of a process that moves as it always does. */
const WAVE = "M3.4 8.8h.1M5.2 6.8h.1M6.9 9.2h.1M8.7 6.6h.1M10.4 9h.1M12.3 7h.1";
const H = "M5.6 4.8v6.4M10.4 4.8v6.4M5.6 8h4.8";
const L = "M6.4 4.6v6.6h4";
const DISC = "M8 .6a7.4 7.4 0 1 0 0 14.8A7.4 7.4 0 1 0 8 .6Z";
const RING = "M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 1 0 8 1.2Z";

const STATUS: Readonly<Record<Rating, readonly Part[]>> = {
  met: [
    [DISC, "fill"],
    ["M4.4 8.3 7 10.8l4.7-5.3", "mark"],
  ],
  near: [
    ["M8 1.2 15.2 14.4H.8Z", "shape"],
    ["M8 5.6v4.6M8 12.2v.3", "ink"],
  ],
  missed: [
    ["M5 .6h6L15.4 5v6L11 15.4H5L.6 11V5Z", "fill"],
    ["M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6", "mark"],
  ],
  not_rated: [
    [RING, "line"],
    ["M4.8 8h6.4", "line"],
  ],
};

const MOVEMENT: Readonly<Record<Movement, readonly Part[]>> = {
  up: [["M8 3 14 12.4H2Z", "fill"]],
  down: [["M8 13 2 3.6h12Z", "fill"]],
  same: [["M1.5 8h13M4.2 5.2 1.5 8l2.7 2.8M11.8 5.2 14.5 8l-2.7 2.8", "line"]],
};

/** Own drawings after the icons of the NHS: a letter in a ring, and points for common cause. */
const VARIATION: Readonly<Record<VariationIcon, readonly Part[]>> = {
  common_cause: [
    [RING, "line"],
    [WAVE, "points"],
  ],
  improvement_high: [
    [RING, "line"],
    [H, "line"],
  ],
  improvement_low: [
    [RING, "line"],
    [L, "line"],
  ],
  concern_high: [
    [RING, "line"],
    [H, "line"],
  ],
  concern_low: [
    [RING, "line"],
    [L, "line"],
  ],
  neutral_high: [
    [RING, "line"],
    ["M8 12V4.6M5 7.4l3-3 3 3", "line"],
  ],
  neutral_low: [
    [RING, "line"],
    ["M8 4v7.4M5 8.6l3 3 3-3", "line"],
  ],
};

const ASSURANCE: Readonly<Record<AssuranceIcon, readonly Part[]>> = {
  pass: [
    [RING, "line"],
    ["M6.2 11.6V4.6h2.2a2.1 2.1 0 0 1 0 4.2H6.2", "line"],
  ],
  fail: [
    [RING, "line"],
    ["M6.2 11.6V4.6h4.2M6.2 8h3.4", "line"],
  ],
  hit_and_miss: [
    [RING, "line"],
    ["M6 6.2a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.5M8 11.5v.2", "line"],
  ],
};

const templates = new Map<string, SVGSVGElement>();

function icon(name: string, parts: readonly Part[]): SVGSVGElement {
  let template = templates.get(name);
  if (!template) {
    template = svg(
      "svg",
      { class: `icon icon-${name}`, viewBox: "0 0 16 16", "aria-hidden": "true" },
      ...parts.map(([d, className]) => svg("path", { d, class: className })),
    );
    templates.set(name, template);
  }
  return template.cloneNode(true) as SVGSVGElement;
}

/** Icons are decoration: the word beside each says the same. */
export const statusIcon = (rating: Rating): SVGSVGElement => icon(rating, STATUS[rating]);
/** What is done has a shape of its own. */
export const doneIcon = (): SVGSVGElement =>
  icon("done", [
    ["M8 .4 15.6 8 8 15.6.4 8Z", "fill"],
    ["M5 8.2 7.2 10.4l3.9-4.4", "mark"],
  ]);
export const movementIcon = (movement: Movement): SVGSVGElement =>
  icon(movement, MOVEMENT[movement]);
export const variationIcon = (variation: VariationIcon): SVGSVGElement =>
  icon(variation, VARIATION[variation]);
export const assuranceIcon = (assurance: AssuranceIcon): SVGSVGElement =>
  icon(assurance, ASSURANCE[assurance]);
export const disclosureIcon = (): SVGSVGElement =>
  icon("disclosure", [["M5.5 3.5 10.5 8l-5 4.5Z", "fill"]]);
