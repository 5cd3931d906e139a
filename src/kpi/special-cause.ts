import type { XmrLimits } from "./xmr";

/**
 * Which NHS rule a point breaks, first rule that holds: outside the limits, a trend of 7, 2 of 3
 * near a limit, a run of 7 on one side.
 */
type SpecialCause = "outside" | "trend" | "two_in_three" | "shift";

export interface PointCause {
  readonly rule: SpecialCause;
  /** 1 above the mean or rising, -1 below or falling. */
  readonly sign: 1 | -1;
}

/** Figures in a row that make a trend or a shift; no rule looks back further. */
export const RUN = 7;

/**
 * The special cause of each point of one group of a chart, or null for common cause. A missing
 * value, a value on the mean and a tie break runs. Limits are those of all points, or one for each.
 */
export function specialCauses(
  values: readonly (number | null)[],
  limits: XmrLimits | readonly XmrLimits[],
): (PointCause | null)[] {
  const limitsAt = (i: number): XmrLimits => ("mean" in limits ? limits : limits[i]);
  const side = values.map((value, i) => {
    const { mean } = limitsAt(i);
    return value === null || mean === null ? 0 : Math.sign(value - mean);
  });
  const outside = values.map((value, i) => {
    const { lower, upper } = limitsAt(i);
    return value !== null && lower !== null && upper !== null && (value > upper || value < lower);
  });
  const close = values.map((value, i) => {
    const { nearLower, nearUpper } = limitsAt(i);
    return (
      value !== null &&
      nearLower !== null &&
      nearUpper !== null &&
      !outside[i] &&
      (value < nearLower || value > nearUpper)
    );
  });
  const steps = values.map((value, i) =>
    i === 0 || value === null || values[i - 1] === null ? 0 : Math.sign(value - values[i - 1]!),
  );

  const trend = runs(values.length, (start) => sameSign(steps.slice(start + 1, start + RUN)));
  const shift = runs(values.length, (start) => sameSign(side.slice(start, start + RUN)));
  const pair = twoInThree(close, side);

  return values.map((_, i) => {
    if (outside[i]) return cause("outside", side[i]);
    if (trend[i] !== 0) return cause("trend", trend[i]);
    if (pair[i]) return cause("two_in_three", side[i]);
    return shift[i] === 0 ? null : cause("shift", shift[i]);
  });
}

const cause = (rule: SpecialCause, sign: number): PointCause => ({ rule, sign: sign > 0 ? 1 : -1 });

/** The common sign of all of them, or 0. */
const sameSign = (signs: readonly number[]): number =>
  signs[0] !== 0 && signs.every((sign) => sign === signs[0]) ? signs[0] : 0;

/**
 * Marks the points of each window of seven by its sign; a point on two runs belongs to the earlier.
 */
function runs(length: number, signOfWindow: (start: number) => number): number[] {
  const marks = new Array<number>(length).fill(0);
  for (let start = 0; start + RUN <= length; start++) {
    const sign = signOfWindow(start);
    if (sign === 0) continue;
    for (let i = start; i < start + RUN; i++) marks[i] ||= sign;
  }
  return marks;
}

/**
 * Points near a limit with another such point within three in a row, all three on the same side of
 * the mean.
 */
function twoInThree(close: readonly boolean[], side: readonly number[]): boolean[] {
  const marks = close.map(() => false);
  for (let start = 0; start + 3 <= close.length; start++) {
    const window = [start, start + 1, start + 2];
    if (sameSign(window.map((i) => side[i])) === 0) continue;
    const near = window.filter((i) => close[i]);
    if (near.length >= 2) for (const i of near) marks[i] = true;
  }
  return marks;
}
