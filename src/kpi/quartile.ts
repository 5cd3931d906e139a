import type { Polarity } from "./polarity";

/** Smallest value, lower quartile, median, upper quartile and largest value. */
export type QuartileLimits = readonly [number, number, number, number, number];

/** 1 is the best quarter by polarity (band A of the official tool), 4 the worst (band D). */
export type QuartileBand = 1 | 2 | 3 | 4;

/**
 * Quartile limits by linear interpolation between order statistics (type 7 of R), as the official
 * tool has them; null without a value.
 */
export function quartileLimits(values: readonly (number | null)[]): QuartileLimits | null {
  const sorted = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share;
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  };
  return [sorted[0], at(0.25), at(0.5), at(0.75), sorted[sorted.length - 1]];
}

/**
 * The quarter a value lies in. A value on a limit belongs to the quarter of lower values, so the
 * two polarities are no mirror
 * images there. Null without a value, without a polarity, or outside the limits.
 */
export function quartileBand(
  value: number | null,
  limits: QuartileLimits | null,
  polarity: Polarity,
): QuartileBand | null {
  if (
    value === null ||
    limits === null ||
    polarity === "neutral" ||
    value < limits[0] ||
    value > limits[4]
  )
    return null;
  const fromLow = limits.findIndex((limit, index) => index > 0 && value <= limit);
  return (polarity === "lower" ? fromLow : 5 - fromLow) as QuartileBand;
}
