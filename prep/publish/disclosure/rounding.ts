import { roundHalfUp } from "../../../src/kpi/round";
import type { DisclosureRules } from "./profile";

/** From the least to the most that a figure can be, both included. */
export type Range = readonly [low: number, high: number];

/** A count to the nearest multiple of the base. */
export const rounded = (value: number, base: number): number =>
  base === 1 ? value : base * roundHalfUp(value / base, 0);

/**
 * What a published count tells of the count that it is rounded from; a count that is not published
 * alone is never below the threshold.
 */
export function rangeOf(
  value: number,
  { roundTo, threshold, showZeros }: Pick<DisclosureRules, "roundTo" | "threshold" | "showZeros">,
): Range {
  if (roundTo === 1) return [value, value];
  if (value === 0 && showZeros) return [0, 0];
  const shown = rounded(value, roundTo);
  return [Math.max(Math.ceil(shown - roundTo / 2), threshold), Math.ceil(shown + roundTo / 2) - 1];
}

/**
 * The widest range that is worth looking through for the counts that a percentage leaves possible.
 */
const SEARCHED = 40;

/**
 * What two rounded counts and their unrounded share, published as a whole percentage, tell of the
 * counts together.
 */
export function sharedRange(top: Range, bottom: Range, percent: number): readonly [Range, Range] {
  if (top[1] - top[0] > SEARCHED || bottom[1] - bottom[0] > SEARCHED) return [top, bottom];
  const shown = roundHalfUp(percent, 0);
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (let a = top[0]; a <= top[1]; a++)
    for (let b = Math.max(bottom[0], 1); b <= bottom[1]; b++)
      if (roundHalfUp((100 * a) / b, 0) === shown) {
        tops.push(a);
        bottoms.push(b);
      }
  return tops.length === 0
    ? [top, bottom]
    : [
        [Math.min(...tops), Math.max(...tops)],
        [Math.min(...bottoms), Math.max(...bottoms)],
      ];
}
