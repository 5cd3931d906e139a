import type { Unit } from "../kpi/unit";

/**
 * What a numerator over a denominator is multiplied by in each unit that may be averaged over
 * areas. Plain counts are not
 * here: an average of counts says how large councils are, not how they do.
 */
export const UNIT_MULTIPLIERS: Readonly<Partial<Record<Unit, number>>> = {
  percent: 100,
  percentage_points: 100,
  per_100: 100,
  per_1000: 1_000,
  per_10000: 10_000,
  per_100000: 100_000,
  days: 1,
  weeks: 1,
  months: 1,
  minutes: 1,
  score: 1,
};
