import { byarInterval, wilsonInterval } from "./interval";
import type { Polarity } from "./polarity";
import { UNIT_MULTIPLIERS, type Unit } from "./unit";

/** How a confidence interval is made: of a proportion, or of a rate of events. */
export type IntervalMethod = "wilson" | "byar";

interface ConfidenceInterval {
  readonly lower: number;
  readonly upper: number;
  readonly method: IntervalMethod;
}

/** A figure with the numbers behind it. */
interface FigureOfParts {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly unit: Unit;
}

const RATES: ReadonlySet<Unit> = new Set(["per_100", "per_1000", "per_10000", "per_100000"]);

/** What a figure and its parts may differ by: it may be printed to one decimal. */
const ROUNDING = 0.06;

/**
 * The 95% confidence interval of a figure: Wilson's of a share, Byar's of a rate (exact below ten
 * events). Null where a part is not known or no whole number, where the parts do not make the figure,
 * and of any other unit.
 */
export function confidenceOf({
  value,
  numerator,
  denominator,
  unit,
}: FigureOfParts): ConfidenceInterval | null {
  const isRate = RATES.has(unit);
  if (value === null || numerator === null || denominator === null) return null;
  if ((unit !== "percent" && !isRate) || !Number.isInteger(numerator)) return null;
  if (!Number.isInteger(denominator)) return null;
  const multiplier = UNIT_MULTIPLIERS[unit]!;
  if (Math.abs(value - (multiplier * numerator) / denominator) > ROUNDING) return null;
  const limits = isRate
    ? byarInterval(numerator, denominator, multiplier)
    : wilsonInterval(numerator, denominator, multiplier);
  if (limits === null) return null;
  return { lower: limits[0], upper: limits[1], method: isRate ? "byar" : "wilson" };
}

/** How a figure differs from another that is taken as it is. */
export type Difference = "better" | "worse" | "higher" | "lower" | "not_different";

/**
 * How a figure differs from a reference, by whether its interval holds the reference: better or worse
 * where a direction is wanted, else higher or lower.
 */
export function differenceFrom(
  reference: number,
  { lower, upper }: Pick<ConfidenceInterval, "lower" | "upper">,
  polarity: Polarity,
): Difference {
  if (lower <= reference && reference <= upper) return "not_different";
  const isHigher = lower > reference;
  if (polarity === "neutral") return isHigher ? "higher" : "lower";
  return isHigher === (polarity === "higher") ? "better" : "worse";
}
