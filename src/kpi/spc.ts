import { betterSign, type Polarity } from "./polarity";
import { specialCauses, type PointCause } from "./special-cause";
import { partsLimits, type Parts } from "./parts-limits";
import type { Unit } from "./unit";
import { rareEventLimits } from "./rare-event-limits";
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

/**
 * XmR of single values; p of proportions and u of rates, from their numerators and denominators; g
 * of numbers between rare events.
 */
type SpcKind = "xmr" | "p" | "u" | "g";

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

type Values = readonly (number | null)[];

/** The groups of a series, each with limits of its own; null where one of them has none. */
function chartOf(
  kind: SpcKind,
  values: Values,
  limitsOf: (from: number, to: number) => XmrLimits | readonly XmrLimits[] | null,
  { polarity, target = null, rebaseAt = [] }: SpcOptions,
): SpcChart | null {
  const starts = [
    0,
    ...rebaseAt.filter((index) => index > 0 && index < values.length).sort((a, b) => a - b),
  ];
  const points: SpcPoint[] = [];
  let enoughPoints = values.length > 0;
  for (const [group, start] of starts.entries()) {
    const part = values.slice(start, starts[group + 1]);
    enoughPoints &&= part.filter((value) => value !== null).length >= FEWEST_POINTS;
    const limits = limitsOf(start, start + part.length);
    if (limits === null) return null;
    const causes = specialCauses(part, limits);
    part.forEach((value, i) =>
      points.push({ value, limits: "mean" in limits ? limits : limits[i], cause: causes[i] }),
    );
  }
  const last = points.at(-1);
  const known = [...points].reverse().find(({ value }) => value !== null) ?? last;
  return {
    kind,
    points,
    variation: last ? variationIcon(last.cause, polarity) : "common_cause",
    assurance: known ? assuranceIcon(known.limits, target, polarity) : null,
    enoughPoints,
  };
}

/** The XmR chart of a series in order of time, with the NHS rules and icons. */
export const spcChart = (values: Values, options: SpcOptions): SpcChart => {
  const { baselinePoints = null, screenOutliers = true } = options;
  const limitsOf = (from: number, to: number): XmrLimits =>
    xmrLimits(baselineOf(values, from, to, baselinePoints), screenOutliers);
  return chartOf("xmr", values, limitsOf, options)!;
};

/** The figures of a group that its limits come from. */
const baselineOf = (values: Values, from: number, to: number, points: number | null): Values =>
  values.slice(from, points === null ? to : Math.min(to, from + points));

/**
 * The p or u chart of figures with their numerators and denominators: each point has limits of its
 * own, wider where fewer were counted, which no proportion and no rate can pass. Null where the
 * parts are not those of the figures, or a figure has none.
 */
export function partsChart(
  figures: readonly Parts[],
  unit: Unit,
  options: SpcOptions,
): SpcChart | null {
  const limitsOf = (from: number, to: number): readonly XmrLimits[] | null =>
    partsLimits(figures.slice(from, to), unit, options.baselinePoints)?.limits ?? null;
  return chartOf(
    unit === "percent" ? "p" : "u",
    figures.map(({ value }) => value),
    limitsOf,
    options,
  );
}

/** The g chart of the numbers between rare events; null where one is no whole number from 0. */
export function rareEventChart(values: Values, options: SpcOptions): SpcChart | null {
  const { baselinePoints = null } = options;
  const limitsOf = (from: number, to: number): XmrLimits | null =>
    rareEventLimits(baselineOf(values, from, to, baselinePoints));
  return chartOf("g", values, limitsOf, options);
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
