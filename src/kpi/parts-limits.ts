import type { Unit } from "./unit";
import { NO_LIMITS, type XmrLimits } from "./xmr";

/** A figure with what it is made of. */
export interface Parts {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

interface PartsLimits {
  readonly kind: "p" | "u";
  /** Those of each figure; all blank where it has no value. */
  readonly limits: readonly XmrLimits[];
}

/** How much one of the denominator is in each unit that has parts. */
const MULTIPLIERS: Readonly<Partial<Record<Unit, number>>> = {
  percent: 100,
  per_100: 100,
  per_1000: 1000,
  per_10000: 10_000,
  per_100000: 100_000,
};

/** A figure may be printed to a whole number: beyond this share of it its parts are others. */
const ROUNDING = 0.01;

/**
 * Limits of proportions (p chart) and rates (u chart) from their parts: three standard deviations of
 * the binomial or Poisson distribution around the pooled mean, for each denominator (Montgomery,
 * Introduction to Statistical Quality Control, control charts for attributes). A proportion stays
 * within 0 and 100, a rate above 0. The mean is that of all, or of the first `baselinePoints`. Null
 * where a figure has no parts or they do not make it.
 */
export function partsLimits(
  figures: readonly Parts[],
  unit: Unit,
  baselinePoints?: number | null,
): PartsLimits | null {
  const multiplier = MULTIPLIERS[unit];
  if (multiplier === undefined) return null;
  let [events, of] = [0, 0];
  for (const [i, { value, numerator, denominator }] of figures.entries()) {
    if (value === null) continue;
    if (numerator === null || denominator === null || numerator < 0 || denominator <= 0)
      return null;
    if (unit === "percent" && numerator > denominator) return null;
    const made = (multiplier * numerator) / denominator;
    if (Math.abs(made - value) > Math.max(0.51, ROUNDING * Math.abs(value))) return null;
    if (i >= (baselinePoints ?? Infinity)) continue;
    events += numerator;
    of += denominator;
  }
  if (of === 0) return null;
  const share = events / of;
  const isProportion = unit === "percent";
  const most = isProportion ? multiplier : Infinity;
  const variance = isProportion ? share * (1 - share) : share;
  // Nothing varies where nobody or everybody is counted.
  if (variance === 0) return null;
  const mean = multiplier * share;
  const limits = figures.map(({ value, denominator }): XmrLimits => {
    if (value === null) return NO_LIMITS;
    const deviation = multiplier * Math.sqrt(variance / denominator!);
    const at = (times: number): number => Math.min(most, Math.max(0, mean + times * deviation));
    return { mean, lower: at(-3), upper: at(3), nearLower: at(-2), nearUpper: at(2) };
  });
  return { kind: isProportion ? "p" : "u", limits };
}
