import { boundsOf, narrowed, type Bounds, type Sums } from "./bounds";
import type { Cell } from "./cell";

const TINY = 1e-6;

/**
 * Hidden cells that a reader can narrow down to fewer than so many values by what is known of every
 * cell and of every sum, and the bounds that tell.
 */
export function narrowCells(
  cells: readonly Cell[],
  sums: Sums,
  hidden: Uint8Array,
  values: number,
): { cells: number[]; bounds: Bounds } {
  const relations = sums.count - cells.length;
  const [least, most, fractional] = [
    new Float64Array(sums.count),
    new Float64Array(sums.count),
    new Uint8Array(sums.unknowns),
  ];
  cells.forEach(({ row, span, hidden: unpublished, shown, fractional: broken }, i) => {
    [least[relations + i], most[relations + i]] = hidden[i] ? unpublished : shown;
    if (!broken) return;
    for (const unknown of row.at) fractional[unknown] = 1;
    if (span !== undefined) fractional[span] = 1;
  });
  const bounds = narrowed(sums, least, most, fractional);
  const found = cells.flatMap(({ row, fractional: broken }, i) => {
    if (!hidden[i] || broken || row.at.length === 0) return [];
    const [low, high] = boundsOf(sums, relations + i, bounds);
    const [first, last] = [least[relations + i], most[relations + i]];
    const left =
      Math.floor(Math.min(high, last) + TINY) - Math.ceil(Math.max(low, first) - TINY) + 1;
    return left < Math.min(values, last - first + 1) ? [i] : [];
  });
  return { cells: found, bounds };
}
