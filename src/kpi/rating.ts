import type { ToleranceFault } from "./tolerance";

export type Rating = "met" | "near" | "missed" | "not_rated";

/** Why a figure has no rating. */
export type NotRatedReason =
  | "no_value"
  | "no_target"
  | "target_not_set"
  | "target_not_applicable"
  /** Its first target holds from a later day. */
  | "target_not_due"
  | "no_comparator"
  | "no_polarity"
  | "not_comparable"
  | "no_last_year"
  | "no_previous"
  /** The order of its periods is not known, so there is no latest figure. */
  | "no_order"
  /** Its period has two different figures. */
  | "figures_differ"
  /** Its periods all begin after today. */
  | "still_ahead"
  /** Shares of 1 stand beside percentages of 100, or may do so. */
  | "scale_unclear"
  | "polarity_not_understood"
  | "target_not_understood"
  | "tolerance_not_understood"
  /** The data gives a rating in a word that is none. */
  | "rating_not_understood"
  /** The data says so, and not why. */
  | "given_not_rated"
  | ToleranceFault;
