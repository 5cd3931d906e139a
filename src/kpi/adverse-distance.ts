import type { RatingResult } from "./rate";

/**
 * How far a figure is on the wrong side of its target, in tolerances, so that rows of different
 * units can be put in order;
 * negative on the right side. Where there is no tolerance a tenth of the target stands in for it.
 * Null where the figure
 * has no rating, or the target and the tolerance are both 0.
 */
export function adverseDistance(result: RatingResult, target: number | null): number | null {
  if (result.rating === "not_rated" || result.gap === null || target === null) return null;
  const step = result.tolerance || Math.abs(target) / 10;
  return step > 0 ? -result.gap / step : null;
}
