import type { Polarity } from "./polarity";
import { readTargets, targetOf } from "./read-target";
import type { Target } from "./target";
import type { Tolerance } from "./tolerance";
import type { Unit } from "./unit";

/** A target of a KPI with the day that it holds from. */
export interface DatedTarget {
  readonly target: Target;
  readonly tolerance: Tolerance | null;
  /** Which way is better, where that differs from the KPI's own. */
  readonly polarity: Polarity | null;
  /** Which way is better by the words of the target, such as `at least 95`. */
  readonly asked?: Polarity | null;
  /** The unit that the target names. */
  readonly unit?: Unit | null;
  /** A milestone holds from the day by which it is to be reached; null from the beginning. */
  readonly from: number | null;
}

/** What stands beside the words of a target. */
type BesideTarget = Pick<DatedTarget, "tolerance" | "polarity" | "from">;

const NOTHING: BesideTarget = { tolerance: null, polarity: null, from: null };

/**
 * The targets that words set (see `readTargets`), each with its day; null where they are not
 * understood. A day in the words goes before the one beside them.
 */
export function datedTargets(
  text: string,
  beside: BesideTarget = NOTHING,
): readonly DatedTarget[] | null {
  const dated = readTargets(text).flatMap((read): DatedTarget[] => {
    const target = targetOf(read);
    if (target === null) return [];
    return [
      {
        ...beside,
        target,
        asked: "polarity" in read ? read.polarity : null,
        unit: read.kind === "value" ? read.unit : null,
        from: ("by" in read ? read.by : null) ?? beside.from,
      },
    ];
  });
  return dated.length === 0 ? null : dated;
}

/** The milestones of a trajectory that words set; none where they name no day. */
export const milestonesIn = (text: string): readonly DatedTarget[] =>
  (datedTargets(text) ?? []).filter(({ from }) => from !== null);

const since = ({ from }: DatedTarget): number => from ?? -Infinity;

/** The target that holds on a day: the one that began last, of two the later in the list. */
export const targetInForce = <T extends DatedTarget>(
  targets: readonly T[],
  day: number,
): T | null =>
  targets.reduce<T | null>(
    (best, one) => (since(one) <= day && (best === null || since(one) >= since(best)) ? one : best),
    null,
  );

/** The last target of a trajectory; null where no target has a day. */
export const targetAtEnd = <T extends DatedTarget>(targets: readonly T[]): T | null =>
  targets.some(({ from }) => from !== null) ? targetInForce(targets, Infinity) : null;

/**
 * Which way is better for a figure with a target: by what is set beside the target, else by the
 * KPI, else by the words of the target. Words that say the opposite leave it open.
 */
export function polarityBeside(
  setting: DatedTarget | null,
  own: Polarity,
): { readonly polarity: Polarity; readonly opposed: boolean } {
  const set = setting?.polarity ?? null;
  const asked = setting?.asked ?? null;
  if (set === null && own === "neutral") return { polarity: asked ?? own, opposed: false };
  const polarity = set ?? own;
  const opposed = asked !== null && polarity !== "neutral" && asked !== polarity;
  return opposed ? { polarity: "neutral", opposed } : { polarity, opposed };
}
