import type { SparseRow } from "./sparse-row";

/**
 * Sums of unknowns that are at least zero, in flat arrays: sum s has the terms from `starts[s]` to
 * `starts[s + 1]`, unknown u is in the sums from `from[u]` to `from[u + 1]`.
 */
export interface Sums {
  readonly unknowns: number;
  readonly count: number;
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly by: Float64Array;
  readonly from: Int32Array;
  readonly sumsWith: Int32Array;
}

export function sumsOf(rows: readonly SparseRow[], unknowns: number): Sums {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ at }, sum) => (starts[sum + 1] = starts[sum] + at.length));
  const at = new Int32Array(starts[rows.length]);
  const by = new Float64Array(at.length);
  const from = new Int32Array(unknowns + 1);
  rows.forEach((row, sum) => {
    at.set(row.at, starts[sum]);
    by.set(row.by, starts[sum]);
    for (const unknown of row.at) from[unknown + 1]++;
  });
  for (let unknown = 0; unknown < unknowns; unknown++) from[unknown + 1] += from[unknown];
  const sumsWith = new Int32Array(at.length);
  const next = from.slice(0, unknowns);
  rows.forEach((row, sum) => row.at.forEach((unknown) => (sumsWith[next[unknown]++] = sum)));
  return { unknowns, count: rows.length, starts, at, by, from, sumsWith };
}

/**
 * What is known of each unknown, both ends included, and the sum that each end comes from (-1: that
 * none is below zero).
 */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly lowBy: Int32Array;
  readonly highBy: Int32Array;
}

/** The least and the most that a sum can be. */
export function boundsOf(
  { starts, at, by }: Sums,
  sum: number,
  { low, high }: Bounds,
): readonly [low: number, high: number] {
  let [least, most] = [0, 0];
  for (let i = starts[sum]; i < starts[sum + 1]; i++) {
    least += by[i] * (by[i] > 0 ? low : high)[at[i]];
    most += by[i] * (by[i] > 0 ? high : low)[at[i]];
  }
  return [least, most];
}

const TINY = 1e-6;
/**
 * How often, on average, a sum is looked at before the narrowing ends: the bounds are then wider
 * than they could be.
 */
const LOOKS = 60;

/**
 * Narrows the unknowns by what is known of the sums (`least`, `most`, both included), again and
 * again. Unknowns are whole but for the `fractional`.
 */
export function narrowed(
  sums: Sums,
  least: Float64Array,
  most: Float64Array,
  fractional: Uint8Array,
): Bounds {
  const { unknowns, count, starts, at, by, from, sumsWith } = sums;
  const low = new Float64Array(unknowns);
  const high = new Float64Array(unknowns).fill(Infinity);
  const lowBy = new Int32Array(unknowns).fill(-1);
  const highBy = new Int32Array(unknowns).fill(-1);
  const queue = Int32Array.from({ length: count + 1 }, (_, sum) => sum);
  const waiting = new Uint8Array(count).fill(1);
  let head = 0;
  let tail = count;
  for (let looks = LOOKS * count; looks > 0 && head !== tail; looks--) {
    const sum = queue[head];
    head = head === count ? 0 : head + 1;
    waiting[sum] = 0;
    let [down, up, openBelow, openAbove] = [0, 0, 0, 0];
    for (let i = starts[sum]; i < starts[sum + 1]; i++) {
      const factor = by[i];
      const bottom = factor > 0 ? low[at[i]] : high[at[i]];
      const top = factor > 0 ? high[at[i]] : low[at[i]];
      if (bottom === Infinity) openBelow++;
      else down += factor * bottom;
      if (top === Infinity) openAbove++;
      else up += factor * top;
    }
    if (openBelow > 1 && openAbove > 1) continue;
    for (let i = starts[sum]; i < starts[sum + 1]; i++) {
      const [factor, unknown] = [by[i], at[i]];
      const bottom = factor > 0 ? low[unknown] : high[unknown];
      const top = factor > 0 ? high[unknown] : low[unknown];
      const othersDown =
        bottom === Infinity
          ? openBelow > 1
            ? -Infinity
            : down
          : openBelow > 0
            ? -Infinity
            : down - factor * bottom;
      const othersUp =
        top === Infinity
          ? openAbove > 1
            ? Infinity
            : up
          : openAbove > 0
            ? Infinity
            : up - factor * top;
      let first = (factor > 0 ? least[sum] - othersUp : most[sum] - othersDown) / factor;
      let last = (factor > 0 ? most[sum] - othersDown : least[sum] - othersUp) / factor;
      if (!fractional[unknown]) {
        first = Math.ceil(first - TINY);
        last = Math.floor(last + TINY);
      }
      const [raises, lowers] = [first > low[unknown] + TINY, last < high[unknown] - TINY];
      // Figures that contradict each other tell nothing.
      if (
        (!raises && !lowers) ||
        Math.max(first, low[unknown]) > Math.min(last, high[unknown]) + TINY
      )
        continue;
      if (raises) [low[unknown], lowBy[unknown]] = [first, sum];
      if (lowers) [high[unknown], highBy[unknown]] = [last, sum];
      for (let j = from[unknown]; j < from[unknown + 1]; j++) {
        const other = sumsWith[j];
        if (waiting[other] || other === sum) continue;
        waiting[other] = 1;
        queue[tail] = other;
        tail = tail === count ? 0 : tail + 1;
      }
    }
  }
  return { low, high, lowBy, highBy };
}
