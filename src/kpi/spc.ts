import { betterSign, type Polarity } from "./polarity";
import { specialCauses, type PointCause } from "./special-cause";
import { partsLimits, type Parts } from "./parts-limits";
import type { Unit } from "./unit";
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

/** XmR of single values; p of proportions and u of rates, from their numerators and denominators. */
type SpcKind = "xmr" | "p" | "u";

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
  readonly kind: SpcKind;
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
    kind: "xmr",
    points,
    variation: last ? variationIcon(last.cause, polarity) : "common_cause",
    assurance: last ? assuranceIcon(last.limits, target, polarity) : null,
    enoughPoints: enoughPoints && points.length > 0,
  };
}

/**
 * The p or u chart of figures with their numerators and denominators: each point has limits of its
 * own, wider where fewer were counted, which no proportion and no rate can pass. Null where the
 * parts are not those of the figures, or a figure has none.
 */
export function partsChart(
  figures: readonly Parts[],
  unit: Unit,
  { polarity, target = null }: Pick<SpcOptions, "polarity" | "target">,
): SpcChart | null {
  const found = partsLimits(figures, unit);
  if (found === null) return null;
  const { kind, limits } = found;
  const values = figures.map(({ value }) => value);
  const causes = specialCauses(values, limits);
  const end = values.reduce<number>((last, value, i) => (value === null ? last : i), 0);
  return {
    kind,
    points: values.map((value, i) => ({ value, limits: limits[i], cause: causes[i] })),
    variation: variationIcon(causes[causes.length - 1], polarity),
    assurance: assuranceIcon(limits[end], target, polarity),
    enoughPoints: values.filter((value) => value !== null).length >= FEWEST_POINTS,
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
