import type { Comparability } from "./comparability";
import type { NotRatedReason } from "./rating";

/** Areas and averages that a target may point at. */
export type ComparatorKind = "england" | "region" | "neighbours";

export type Target =
  /** `<5` is strict: 5 does not meet it. `at most 5` is not. */
  | { readonly kind: "number"; readonly value: number; readonly strict?: true }
  /**
   * "Below national": the target is the comparator's own figure and moves with it. Level with it
   * counts as met.
   */
  | { readonly kind: "comparator"; readonly comparator: ComparatorKind }
  | {
      readonly kind: "none";
      readonly reason: "no_target" | "target_not_set" | "target_not_applicable";
    };

/** A comparator's figure with whether it may be held against ours. */
export interface ComparatorFigure {
  readonly value: number | null;
  readonly comparability: Comparability;
}

interface ResolvedTarget {
  readonly value: number | null;
  readonly strict?: true;
  readonly reason: NotRatedReason | null;
}

/**
 * The number that a target stands for in one period, or why there is none. `comparators` are those
 * of that period.
 */
export function resolveTarget(
  target: Target,
  comparators: Readonly<Partial<Record<ComparatorKind, ComparatorFigure>>> = {},
): ResolvedTarget {
  if (target.kind === "number")
    return { value: target.value, reason: null, ...(target.strict && { strict: true }) };
  if (target.kind === "none") return { value: null, reason: target.reason };
  const figure = comparators[target.comparator];
  if (!figure || figure.value === null) return { value: null, reason: "no_comparator" };
  return figure.comparability === "not_comparable"
    ? { value: null, reason: "not_comparable" }
    : { value: figure.value, reason: null };
}
