import type { Judgement, Movement } from "./direction";
import type { NotRatedReason, Rating } from "./rating";
import type { Status } from "./status";

/** Words that always stand beside a status colour. */
export const RATING_WORDS: Readonly<Record<Rating, string>> = {
  met: "Met",
  near: "Near",
  missed: "Missed",
  not_rated: "Not rated",
};

export const REASON_WORDS: Readonly<Record<NotRatedReason, string>> = {
  no_value: "no value",
  no_target: "no target",
  target_not_set: "target not set yet",
  target_not_applicable: "no target applies",
  target_not_due: "its first target holds from a later day",
  no_comparator: "no figure for the comparator that the target points at",
  no_polarity: "polarity not set, or neither end is better",
  not_comparable: "the comparator is not comparable",
  no_last_year: "no value for the same period last year",
  no_previous: "no value for the previous period",
  no_order: "the order of its periods is not known",
  figures_differ: "two different figures for one period",
  still_ahead: "figures for periods to come only",
  scale_unclear: "shares of 1 beside percentages of 100",
  polarity_not_understood: "polarity not understood",
  target_not_understood: "target not understood",
  tolerance_not_understood: "tolerance not understood",
  rating_not_understood: "rating not understood",
  given_not_rated: "by the data",
  tolerance_on_zero_target:
    "a tolerance in per cent of the target has no meaning for a target of 0",
  tolerance_needs_percent: "a tolerance in percentage points is for percentages only",
  tolerance_negative: "the tolerance is below 0",
  bounds_missing: "the bound of the near band is missing",
  bounds_beyond_target: "the bound of the near band is on the wrong side of the target",
};

/** Words for a figure that is not there; the source's own words go first where it has any. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  ok: "",
  awaiting: "awaiting data",
  being_scoped: "being scoped",
  not_available: "not available",
  not_applicable: "not applicable",
  missing: "no data",
  suppressed: "suppressed",
};

export const MOVEMENT_WORDS: Readonly<Record<Movement, string>> = {
  up: "up",
  down: "down",
  same: "no change",
};
export const JUDGEMENT_WORDS: Readonly<Record<Judgement, string>> = {
  improving: "improving",
  worsening: "worsening",
  steady: "steady",
};
