import type { ToleranceFault } from "./tolerance";

export type Rating = "met" | "near" | "missed" | "not_rated";

/** Why a figure has no rating. */
export type NotRatedReason =
  | "no_value"
  | "no_target"
  | "target_not_set"
  | "target_not_applicable"
  | "no_comparator"
  | "no_polarity"
  | "not_comparable"
  | "no_last_year"
  | "no_previous"
  | ToleranceFault;
