import type { SparseRow } from "./sparse-row";

/** What is known of a sum of unknowns: that it lies between two numbers, both included. */
export interface KnownSum {
  readonly row: SparseRow;
  readonly low: number;
  readonly high: number;
}

/** What is known of each unknown, both ends included. */
export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The least and the most that a combination can be. */
export function boundsOf({ at, by }: SparseRow, { low, high }: Bounds): readonly [low: number, high: number] {
  let [least, most] = [0, 0];
  for (let i = 0; i < at.length; i++) {
    least += by[i] * (by[i] > 0 ? low : high)[at[i]];
    most += by[i] * (by[i] > 0 ? high : low)[at[i]];
  }
  return [least, most];
}

const TINY = 1e-6;

/** Narrows the unknowns of one sum; returns those that changed. */
function narrow({ row: { at, by }, low: lowest, high: highest }: KnownSum, { low, high }: Bounds, fractional: Uint8Array): number[] {
  let [least, most, openBelow, openAbove] = [0, 0, 0, 0];
  for (let i = 0; i < at.length; i++) {
    const [down, up] = by[i] > 0 ? [low[at[i]], high[at[i]]] : [high[at[i]], low[at[i]]];
    if (Number.isFinite(down)) least += by[i] * down;
    else openBelow++;
    if (Number.isFinite(up)) most += by[i] * up;
    else openAbove++;
  }
  const changed: number[] = [];
  for (let i = 0; i < at.length; i++) {
    const [unknown, factor] = [at[i], by[i]];
    const [down, up] = factor > 0 ? [low[unknown], high[unknown]] : [high[unknown], low[unknown]];
    const othersLeast = Number.isFinite(down) ? (openBelow > 0 ? -Infinity : least - factor * down) : openBelow > 1 ? -Infinity : least;
    const othersMost = Number.isFinite(up) ? (openAbove > 0 ? Infinity : most - factor * up) : openAbove > 1 ? Infinity : most;
    const ends = [(lowest - othersMost) / factor, (highest - othersLeast) / factor];
    let [from, to] = factor > 0 ? ends : [ends[1], ends[0]];
    if (!fractional[unknown]) [from, to] = [Math.ceil(from - TINY), Math.floor(to + TINY)];
    if (from <= low[unknown] + TINY && to >= high[unknown] - TINY) continue;
    low[unknown] = Math.max(low[unknown], from);
    high[unknown] = Math.min(high[unknown], to);
    changed.push(unknown);
  }
  return changed;
}

/**
 * Narrows the bounds by the sums, again and again until nothing changes or `most` sums have been looked at (the bounds are then wider than they could be).
 * `fractional` unknowns need not be whole. The bounds are changed in place.
 */
export function propagate(sums: readonly KnownSum[], bounds: Bounds, fractional: Uint8Array, most = 60 * sums.length): void {
  const sumsWith = new Map<number, number[]>();
  sums.forEach(({ row }, sum) => {
    for (const unknown of row.at) {
      const list = sumsWith.get(unknown);
      if (list) list.push(sum);
      else sumsWith.set(unknown, [sum]);
    }
  });
  const queue = sums.map((_, sum) => sum);
  const waiting = new Uint8Array(sums.length).fill(1);
  for (let next = 0; next < queue.length && next < most; next++) {
    waiting[queue[next]] = 0;
    for (const unknown of narrow(sums[queue[next]], bounds, fractional))
      for (const sum of sumsWith.get(unknown)!)
        if (!waiting[sum]) {
          waiting[sum] = 1;
          queue.push(sum);
        }
  }
}
