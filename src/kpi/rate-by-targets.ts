import { polarityBeside, targetAtEnd, targetInForce, type DatedTarget } from "./dated-target";
import type { Polarity } from "./polarity";
import { rate, type RateInput, type RatingResult } from "./rate";
import type { Rating } from "./rating";
import type { RatingProfile } from "./rating-profile";
import { resolveTarget, type ComparatorFigure, type ComparatorKind } from "./target";
import { targetWords } from "./target-words";
import { fitsUnit } from "./unit";

/** A figure with the last day of its period, and what its targets may point at or compare with. */
interface TargetedFigure extends Pick<RateInput, "value" | "unit" | "lastYear" | "previous"> {
  readonly day: number;
  /** The KPI's own. */
  readonly polarity: Polarity;
  readonly comparators: Readonly<Partial<Record<ComparatorKind, ComparatorFigure>>>;
}

/** The rating against the target in force, and against the end of a trajectory. */
export interface TargetedRating extends RatingResult {
  readonly target: number | null;
  /** As it is printed: `< 5`. */
  readonly words: string | null;
  /** Which way is better, as it was rated. */
  readonly polarity: Polarity;
  /** Null where the KPI has no dated target. */
  readonly end: {
    readonly target: number | null;
    readonly words: string | null;
    readonly by: number | null;
    readonly rating: Rating;
  } | null;
}

/**
 * Rates a figure against the milestone that is in force on the last day of its period, and against
 * the last one. A figure before the first milestone is not rated; it has a rating against the end.
 */
export function rateByTargets(
  figure: TargetedFigure,
  targets: readonly DatedTarget[],
  profile: RatingProfile,
): TargetedRating {
  const { value, unit, lastYear, previous } = figure;
  const against = (one: DatedTarget | null): TargetedRating => {
    const { polarity, opposed } = polarityBeside(one, figure.polarity);
    const resolved = opposed
      ? { value: null, reason: "polarity_not_understood" as const, strict: undefined }
      : targetOf(one, figure, targets.length > 0);
    const input: RateInput = { value, unit, lastYear, previous, polarity, target: resolved.value };
    const rated = rate(
      {
        ...input,
        strict: resolved.strict,
        targetReason: resolved.reason,
        tolerance: one?.tolerance ?? null,
      },
      profile,
    );
    const { value: target, strict } = resolved;
    const words = target === null ? null : targetWords(target, { unit, polarity, strict });
    return { ...rated, target, words, polarity, end: null };
  };
  const end = targetAtEnd(targets);
  const now = against(targetInForce(targets, figure.day));
  if (end === null) return now;
  const { target, words, rating } = against(end);
  return { ...now, end: { target, words, by: end.from, rating } };
}

/** The number that a target stands for, or why there is none. */
function targetOf(
  one: DatedTarget | null,
  { unit, comparators }: TargetedFigure,
  hasTargets: boolean,
): ReturnType<typeof resolveTarget> {
  if (one === null) return { value: null, reason: hasTargets ? "target_not_due" : "no_target" };
  if (!fitsUnit(one.unit ?? null, unit)) return { value: null, reason: "target_not_understood" };
  return resolveTarget(one.target, comparators);
}
