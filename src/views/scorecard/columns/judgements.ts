import {
  directionSaid,
  directionText,
  isApart,
  isRatingAsked,
  spcText,
} from "../../../model/display";
import { html } from "../../element";
import { assuranceIcon, movementIcon, variationIcon } from "../../icon";
import { ownPill, ratingPill } from "../../pill";
import { drawn, some } from "./column";

// How a KPI stands and which way it goes: by us, and by the author.

const direction = drawn({
  width: 102,
  drop: 2,
  present: some((kpi) => kpi.direction.movement ?? kpi.direction.reason === "not_updated"),
  said: (kpi, { words }) => directionText(kpi, words),
  beside: 18,
  says: (kpi, { words }) => {
    const { movement, judgement } = kpi.direction;
    const text = directionText(kpi, words);
    return {
      text,
      movement,
      className: `direction ${judgement ?? "steady"}${isApart(kpi) ? " apart" : ""}`,
      said:
        movement === null || judgement === null
          ? text
          : `${words(`movement_${movement}`)}, ${directionSaid(kpi, words)}`,
    };
  },
  draw: ({ text, movement, className, said }) =>
    text === ""
      ? []
      : [
          html(
            "span",
            { class: className },
            movement && movementIcon(movement),
            html("span", { "aria-hidden": "true" }, text),
            html("span", { class: "sr-only" }, said),
          ),
        ],
});

const status = drawn({
  width: 106,
  narrow: 44,
  drop: 0,
  present: some(isRatingAsked),
  said: ({ latest: { rating } }, { words }) => words(`rating_${rating.rating}`),
  beside: 40,
  iconOnly: true,
  says: ({ latest: { rating } }) => rating.rating,
  draw: (rating, words) => [ratingPill(rating, words)],
});

const ownStatus = drawn({
  width: 112,
  narrow: 44,
  drop: 0,
  of: ["ownStatus"],
  present: some(({ own }) => own.status),
  said: ({ own }) => own.status ?? "",
  beside: 40,
  iconOnly: true,
  says: ({ own: { status, level } }) => ({ status, level }),
  draw: (own) => [ownPill(own)],
});

const ownDirection = drawn({
  width: 104,
  drop: 3,
  of: ["ownDirection"],
  present: some(({ own }) => own.direction),
  said: ({ own }) => own.direction ?? "",
  beside: 18,
  says: ({ own: { direction, judgement, movement } }) => ({ direction, judgement, movement }),
  draw: ({ direction, judgement, movement }) => [
    html(
      "span",
      { class: `direction ${judgement ?? "steady"}` },
      movement && movementIcon(movement),
      direction,
    ),
  ],
});

const spc = drawn({
  width: 64,
  drop: 5,
  present: some((kpi) => kpi.spc()?.enoughPoints),
  says: (kpi, { words }) => {
    const chart = kpi.spc();
    return chart?.enoughPoints
      ? { variation: chart.variation, assurance: chart.assurance, text: spcText(kpi, words) }
      : null;
  },
  draw: (said) =>
    said === null
      ? []
      : [
          html(
            "span",
            { class: "spc" },
            variationIcon(said.variation),
            said.assurance && assuranceIcon(said.assurance),
            html("span", { class: "sr-only" }, said.text),
          ),
        ],
});

export const judgements = { direction, status, ownStatus, ownDirection, spc } as const;
