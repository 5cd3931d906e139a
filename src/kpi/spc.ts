import { betterSign, type Polarity } from "./polarity";
import { specialCauses, type PointCause } from "./special-cause";
import { FEWEST_POINTS, xmrLimits, type XmrLimits } from "./xmr";

/**
 * The NHS variation icon, from the last point: what kind of variation, and whether it lies high or
 * low.
 */
export type VariationIcon =
  | "common_cause"
  | "improvement_high"
  | "improvement_low"
  | "concern_high"
  | "concern_low"
  | "neutral_high"
  | "neutral_low";

/**
 * The NHS assurance icon: whether the process alone will reach the target always, never, or hit and
 * miss.
 */
export type AssuranceIcon = "pass" | "fail" | "hit_and_miss";

interface SpcPoint {
  readonly value: number | null;
  readonly limits: XmrLimits;
  readonly cause: PointCause | null;
}

interface SpcOptions {
  readonly polarity: Polarity;
  readonly target?: number | null;
  /** Indexes of points from which the limits are worked out anew. */
  readonly rebaseAt?: readonly number[];
  /** Points at the start of each group that its limits come from; all by default. */
  readonly baselinePoints?: number | null;
  /** Leaves single large jumps out of the mean moving range; the Excel tool of the NHS does not. */
  readonly screenOutliers?: boolean;
}

export interface SpcChart {
  readonly points: readonly SpcPoint[];
  readonly variation: VariationIcon;
  readonly assurance: AssuranceIcon | null;
  /**
   * False where a group has fewer than 12 points: show the change with an interval instead of
   * icons.
   */
  readonly enoughPoints: boolean;
}

/** The XmR chart of a series in order of time, with the NHS rules and icons. */
export function spcChart(
  values: readonly (number | null)[],
  {
    polarity,
    target = null,
    rebaseAt = [],
    baselinePoints = null,
    screenOutliers = true,
  }: SpcOptions,
): SpcChart {
  const starts = [
    0,
    ...rebaseAt.filter((index) => index > 0 && index < values.length).sort((a, b) => a - b),
  ];
  let enoughPoints = true;
  const points = starts.flatMap((start, group) => {
    const part = values.slice(start, starts[group + 1]);
    enoughPoints &&= part.filter((value) => value !== null).length >= FEWEST_POINTS;
    const limits = xmrLimits(
      baselinePoints === null ? part : part.slice(0, baselinePoints),
      screenOutliers,
    );
    const causes = specialCauses(part, limits);
    return part.map((value, i): SpcPoint => ({ value, limits, cause: causes[i] }));
  });
  const last = points[points.length - 1];
  return {
    points,
    variation: last ? variationIcon(last.cause, polarity) : "common_cause",
    assurance: last ? assuranceIcon(last.limits, target, polarity) : null,
    enoughPoints: enoughPoints && points.length > 0,
  };
}

/** The variation icon of a point. */
export function variationIcon(cause: PointCause | null, polarity: Polarity): VariationIcon {
  if (cause === null) return "common_cause";
  const gain = cause.sign * betterSign(polarity);
  return `${gain > 0 ? "improvement" : gain < 0 ? "concern" : "neutral"}_${cause.sign > 0 ? "high" : "low"}`;
}

/** The assurance icon of the latest limits; null without a target, a polarity or limits. */
function assuranceIcon(
  { lower, upper }: XmrLimits,
  target: number | null,
  polarity: Polarity,
): AssuranceIcon | null {
  const sign = betterSign(polarity);
  if (target === null || sign === 0 || lower === null || upper === null) return null;
  if (target > upper) return sign > 0 ? "fail" : "pass";
  if (target < lower) return sign > 0 ? "pass" : "fail";
  return "hit_and_miss";
}
