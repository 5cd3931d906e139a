import { betterSign, type Polarity } from "./polarity";
import type { NotRatedReason, Rating } from "./rating";
import { defaultProfile, type Condition, type RatingProfile } from "./rating-profile";
import { sameNumber } from "./same-number";
import { toleranceAmount, type Tolerance } from "./tolerance";
import type { Unit } from "./unit";

/** A figure and what it is rated by. All values unrounded, in the unit of the indicator. */
export interface RateInput {
  readonly value: number | null;
  readonly target: number | null;
  readonly polarity: Polarity;
  readonly unit: Unit;
  /** The KPI's own tolerance; 0 where it has none. */
  readonly tolerance?: Tolerance | null;
  readonly lastYear?: number | null;
  readonly previous?: number | null;
  /** The target itself does not meet it, as of `<5`. */
  readonly strict?: boolean;
  /** Why the target is no number, where it is none; see `resolveTarget`. */
  readonly targetReason?: NotRatedReason | null;
}

export interface RatingResult {
  readonly rating: Rating;
  /** Null where there is a rating. */
  readonly reason: NotRatedReason | null;
  /**
   * Distance from the target, positive when better than it; null without a value, a target or a
   * polarity.
   */
  readonly gap: number | null;
  /** The tolerance in the unit of the value; null where the figure is not rated. */
  readonly tolerance: number | null;
  /** The near-target band, from its lower to its upper end; one of them is the target. */
  readonly lower: number | null;
  readonly upper: number | null;
}

const NO_TOLERANCE: Tolerance = { kind: "absolute", amount: 0 };

const notRated = (reason: NotRatedReason, gap: number | null = null): RatingResult => ({
  rating: "not_rated",
  reason,
  gap,
  tolerance: null,
  lower: null,
  upper: null,
});

/**
 * Rates a figure against its target by a profile. A figure without a value, a target or a polarity
 * is never rated.
 */
export function rate(input: RateInput, profile: RatingProfile = defaultProfile): RatingResult {
  const { value, target, polarity, unit } = input;
  if (value === null) return notRated("no_value");
  if (target === null) return notRated(input.targetReason ?? "no_target");
  if (polarity === "neutral") return notRated("no_polarity");
  const gap = sameNumber(value, target) ? 0 : betterSign(polarity) * (value - target);

  // A tolerance that has no meaning for this row leaves it unrated whatever its value: half a rule
  // is no rule.
  let nearest = 0;
  for (const { when } of profile.rules) {
    for (const condition of when) {
      if (condition.test !== "within") continue;
      const amount = amountOf(condition.tolerance);
      if (typeof amount === "string") return notRated(amount, gap);
      nearest = Math.max(nearest, amount);
    }
  }
  for (const rule of profile.rules) {
    const answers = rule.when.map(holds);
    if (answers.includes("no")) continue;
    const unknown = answers.find((answer) => answer !== "yes");
    if (unknown === "no_last_year" || unknown === "no_previous") return notRated(unknown, gap);
    const far = target - betterSign(polarity) * nearest;
    return {
      rating: rule.rating,
      reason: null,
      gap,
      tolerance: nearest,
      lower: Math.min(far, target),
      upper: Math.max(far, target),
    };
  }
  throw new RangeError(
    `Rating profile ${profile.id} has no rule for every figure: its last rule must have no condition.`,
  );

  function amountOf(tolerance: Tolerance | "own"): ReturnType<typeof toleranceAmount> {
    const chosen = tolerance === "own" ? (input.tolerance ?? NO_TOLERANCE) : tolerance;
    return toleranceAmount(chosen, target!, polarity as Exclude<Polarity, "neutral">, unit);
  }

  function holds(condition: Condition): "yes" | "no" | "no_last_year" | "no_previous" {
    switch (condition.test) {
      case "reaches_target":
        return gap > 0 || (gap === 0 && !input.strict) ? "yes" : "no";
      case "within": {
        const amount = amountOf(condition.tolerance) as number;
        if (gap === 0 && input.strict) return amount > 0 ? "yes" : "no";
        return gap >= -amount || sameNumber(gap, -amount) ? "yes" : "no";
      }
      case "better_than": {
        const base = condition.base === "last_year" ? input.lastYear : input.previous;
        if (base === null || base === undefined)
          return condition.base === "last_year" ? "no_last_year" : "no_previous";
        return betterSign(polarity) * (value! - base) > 0 && !sameNumber(value!, base)
          ? "yes"
          : "no";
      }
    }
  }
}
