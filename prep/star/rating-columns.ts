import type { TargetedRating } from "../../src/kpi/rate-by-targets";
import type { RatingProfile } from "../../src/kpi/rating-profile";
import type { KpiValueRow } from "./kpi-value-row";

/** The columns of `kpi_value` that say how a figure stands to its target. */
type RatingColumns = Pick<
  KpiValueRow,
  | "target"
  | "target_words"
  | "lower"
  | "upper"
  | "rating"
  | "rating_reason"
  | "gap"
  | "rating_profile"
  | "end_target"
  | "end_target_words"
  | "end_target_from"
  | "end_rating"
>;

/** A rating as columns of `kpi_value`, with the name of the rule. */
export const ratingColumns = (
  { target, words, lower, upper, rating, reason, gap, end }: TargetedRating,
  profile: RatingProfile,
): RatingColumns => ({
  target,
  target_words: words,
  lower,
  upper,
  rating,
  rating_reason: reason,
  gap,
  rating_profile: profile.id,
  end_target: end?.target ?? null,
  end_target_words: end?.words ?? null,
  end_target_from: end?.by ?? null,
  end_rating: end?.rating ?? null,
});
