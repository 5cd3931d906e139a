import type { Polarity } from "./polarity";
import type { Unit } from "./unit";

/** How far from its target a figure may lie and still be near it. */
export type Tolerance =
  | { readonly kind: "absolute"; readonly amount: number }
  /** For percentages only. */
  | { readonly kind: "percentage_points"; readonly amount: number }
  /** A share of the target, 0 to 100; has no meaning where the target is 0. */
  | { readonly kind: "percent_of_target"; readonly percent: number }
  /** `5%` as typed: points of a percentage, a share of the target where the KPI is none. */
  | { readonly kind: "percent"; readonly amount: number }
  /**
   * The worst values still near the target: `lower` counts where higher is better, `upper` where
   * lower is.
   */
  | { readonly kind: "bounds"; readonly lower: number | null; readonly upper: number | null };

export type ToleranceFault =
  | "tolerance_on_zero_target"
  | "tolerance_needs_percent"
  | "bounds_missing"
  | "bounds_beyond_target"
  | "tolerance_negative";

const SHARES: ReadonlySet<Unit> = new Set(["percent", "percentage_points"]);

/**
 * The tolerance in the unit of the value, or why it has none. The polarity is never neutral here.
 */
export function toleranceAmount(
  tolerance: Tolerance,
  target: number,
  polarity: Exclude<Polarity, "neutral">,
  unit: Unit,
): number | ToleranceFault {
  switch (tolerance.kind) {
    case "absolute":
      return atLeastZero(tolerance.amount, "tolerance_negative");
    case "percentage_points":
      return unit === "percent"
        ? atLeastZero(tolerance.amount, "tolerance_negative")
        : "tolerance_needs_percent";
    case "percent_of_target":
      return target === 0
        ? "tolerance_on_zero_target"
        : atLeastZero((tolerance.percent * Math.abs(target)) / 100, "tolerance_negative");
    case "percent":
      return toleranceAmount(
        SHARES.has(unit)
          ? { kind: "absolute", amount: tolerance.amount }
          : { kind: "percent_of_target", percent: tolerance.amount },
        target,
        polarity,
        unit,
      );
    case "bounds": {
      const bound = polarity === "higher" ? tolerance.lower : tolerance.upper;
      if (bound === null) return "bounds_missing";
      return atLeastZero(
        polarity === "higher" ? target - bound : bound - target,
        "bounds_beyond_target",
      );
    }
  }
}

const atLeastZero = (amount: number, fault: ToleranceFault): number | ToleranceFault =>
  amount >= 0 ? amount : fault;
