import { NO_LIMITS, type XmrLimits } from "./xmr";

/**
 * Limits of the numbers between rare events (g chart), such as days since the last: the geometric
 * distribution's standard deviation, the root of mean times mean plus 1, above the mean (Benneyan,
 * Number-between g-type statistical quality control charts, 2001). The middle line is the median,
 * since most numbers of so skewed a distribution lie below its mean; nothing is below 0. Null where
 * a number is no whole one from 0.
 */
export function rareEventLimits(values: readonly (number | null)[]): XmrLimits | null {
  const known = values.filter((value) => value !== null);
  if (known.some((value) => value < 0 || !Number.isInteger(value))) return null;
  if (known.length === 0) return NO_LIMITS;
  const sorted = [...known].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2;
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const at = (times: number): number => mean + times * Math.sqrt(mean * (mean + 1));
  return { mean: median, lower: 0, upper: at(3), nearLower: 0, nearUpper: at(2) };
}
