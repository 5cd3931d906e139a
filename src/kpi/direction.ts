import { betterSign, type Polarity } from "./polarity";
import { roundHalfUp } from "./round";
import { sameNumber } from "./same-number";

export type Movement = "up" | "down" | "same";
export type Judgement = "improving" | "worsening" | "steady";

/** Why there is no arrow. */
type NoDirection = "no_value" | "no_base" | "not_updated";

interface DirectionInput {
  readonly value: number | null;
  /** The figure compared with: see `baseOf`. */
  readonly base: number | null;
  readonly polarity: Polarity;
  /**
   * Decimals that are printed: figures that print alike are the same. Null compares them unrounded.
   */
  readonly decimals?: number | null;
  /**
   * False where the figure was carried over from the earlier column and no new one was made: see
   * `isUpdated`.
   */
  readonly updated?: boolean;
}

/**
 * Movement is what the arrow shows; judgement is the word beside it, null where neither end is
 * better.
 */
export interface Direction {
  readonly movement: Movement | null;
  readonly judgement: Judgement | null;
  /** Value less base, unrounded. */
  readonly change: number | null;
  readonly reason: NoDirection | null;
}

const none = (reason: NoDirection): Direction => ({
  movement: null,
  judgement: null,
  change: null,
  reason,
});

/** The direction of travel from two figures; there is none without both. */
export function directionOf({
  value,
  base,
  polarity,
  decimals = null,
  updated = true,
}: DirectionInput): Direction {
  if (value === null) return none("no_value");
  if (base === null) return none("no_base");
  if (!updated) return none("not_updated");
  const change = value - base;
  const same =
    decimals === null
      ? sameNumber(value, base)
      : roundHalfUp(value, decimals) === roundHalfUp(base, decimals);
  if (same)
    return {
      movement: "same",
      judgement: polarity === "neutral" ? null : "steady",
      change,
      reason: null,
    };
  const gain = betterSign(polarity) * change;
  return {
    movement: change > 0 ? "up" : "down",
    judgement: gain > 0 ? "improving" : gain < 0 ? "worsening" : null,
    change,
    reason: null,
  };
}
