/** Fewest points that a process chart is drawn from; the NHS guides ask for 12 to 20. */
export const FEWEST_POINTS = 12;

/**
 * Limits of the natural process, or null where they cannot be computed (one point, or a baseline
 * that never moves).
 */
export interface XmrLimits {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Two thirds of the way to the limits. */
  readonly nearLower: number | null;
  readonly nearUpper: number | null;
}

/** The limits of no process. */
export const NO_LIMITS: XmrLimits = {
  mean: null,
  lower: null,
  upper: null,
  nearLower: null,
  nearUpper: null,
};

const LIMIT_FACTOR = 2.66;
const SCREEN_FACTOR = 3.267;

/**
 * Mean and limits of individual values (XmR), as the NHS "Making Data Count" charts have them: the
 * mean moving range times 2.66.
 * Moving ranges of 3.267 times their own mean and more are left out, once. A missing value has no
 * moving range to either side.
 * Limits are not cut at 0 or 100.
 */
export function xmrLimits(baseline: readonly (number | null)[], screenOutliers = true): XmrLimits {
  const mean = meanWhere(baseline.length, (i) => baseline[i]);
  const rangeAt = (i: number): number | null => {
    const [before, now] = [baseline[i], baseline[i + 1]];
    return before !== null && now !== null ? Math.abs(now - before) : null;
  };
  let range = meanWhere(baseline.length - 1, rangeAt);
  if (screenOutliers && range !== null) {
    const most = SCREEN_FACTOR * range;
    range = meanWhere(baseline.length - 1, (i) => {
      const moved = rangeAt(i);
      return moved !== null && moved < most ? moved : null;
    });
  }
  if (mean === null || range === null || range === 0) return { ...NO_LIMITS, mean };
  const reach = LIMIT_FACTOR * range;
  return {
    mean,
    lower: mean - reach,
    upper: mean + reach,
    nearLower: mean - (2 / 3) * reach,
    nearUpper: mean + (2 / 3) * reach,
  };
}

/** The mean of those that are not null; null where none is. */
function meanWhere(count: number, at: (i: number) => number | null): number | null {
  let [total, used] = [0, 0];
  for (let i = 0; i < count; i++) {
    const value = at(i);
    if (value === null) continue;
    total += value;
    used++;
  }
  return used === 0 ? null : total / used;
}
