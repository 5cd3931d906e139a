import type { Day } from "../calendar/day";
import type { Polarity } from "../../src/kpi/polarity";
import type { Target } from "../../src/kpi/target";
import type { Tolerance } from "../../src/kpi/tolerance";
import { readPolarity } from "../../src/kpi/read-polarity";
import { readTarget, targetOf } from "../../src/kpi/read-target";
import { readTolerance } from "../../src/kpi/read-tolerance";

/**
 * A target of the configuration, as a council writes it: `target: "below national"`, `tolerance: "5
 * points"`.
 */
export interface TargetSetting {
  readonly indicator: string;
  readonly target: string | number;
  readonly tolerance?: string | number;
  /** Which way the board wants it, where that differs from the indicator's own. */
  readonly polarity?: string;
  /** First day that it holds; from the beginning where not given. */
  readonly from?: Day;
}

export interface IndicatorTarget {
  readonly indicator: string;
  readonly target: Target;
  readonly tolerance: Tolerance | null;
  readonly polarity: Polarity | null;
  readonly from: Day | null;
}

/** A target read from its setting, or all that is wrong with it in words. */
export function readTargetSetting({
  indicator,
  target,
  tolerance = "",
  polarity,
  from = -Infinity,
}: TargetSetting): IndicatorTarget | string {
  const read = targetOf(readTarget(String(target)));
  const allowed = readTolerance(String(tolerance));
  const wanted = polarity === undefined ? null : readPolarity(polarity);
  const faults = [
    read === null &&
      `The target of ${indicator} is neither a number, TBC, nor a comparator such as "below national".`,
    allowed === undefined &&
      `The tolerance of ${indicator} is not one of: 5, "5 points", "10% of target", "90 to 95".`,
    polarity !== undefined &&
      wanted === null &&
      `The polarity of ${indicator} is not higher, lower or neutral.`,
  ].filter((fault) => fault !== false);
  if (read === null || allowed === undefined || faults.length > 0) return faults.join(" ");
  return {
    indicator,
    target: read,
    tolerance: allowed,
    polarity: wanted,
    from: Number.isFinite(from) ? from : null,
  };
}

/** The target of an indicator that holds on a day: the one that began last. */
export function targetOn(
  targets: readonly IndicatorTarget[],
  indicator: string,
  day: Day,
): IndicatorTarget | null {
  let best: IndicatorTarget | null = null;
  for (const one of targets)
    if (
      one.indicator === indicator &&
      (one.from ?? -Infinity) <= day &&
      (best === null || (one.from ?? -Infinity) >= (best.from ?? -Infinity))
    )
      best = one;
  return best;
}
