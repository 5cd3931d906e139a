import type { Sums } from "./bounds";
import type { Cell } from "./cell";
import { narrowCells } from "./narrow-cells";

/**
 * How many sums beyond the first published figure that pins a hidden one to look for another that
 * is less wanted.
 */
const FURTHER = 2;

interface Helping {
  readonly alwaysKnown: ReadonlySet<number>;
  readonly reach: number;
  readonly values: number;
}

/**
 * Published cells to hide because bounds pin a hidden one: for each, the least wanted of the
 * published cells that the bounds come from, nearby. With a `reach` above 0 all of them that near.
 */
export function helpersOf(
  cells: readonly Cell[],
  sums: Sums,
  hidden: Uint8Array,
  { alwaysKnown, reach, values }: Helping,
): Set<number> {
  const relations = sums.count - cells.length;
  const { cells: found, bounds } = narrowCells(cells, sums, hidden, values);
  const helpers = new Set<number>();

  const unknownSeen = new Int32Array(sums.unknowns);
  const sumSeen = new Int32Array(sums.count);
  let look = 0;
  const nearestPublished = (from: Int32Array): number[] => {
    look++;
    const near: number[] = [];
    let left = Infinity;
    let edge: number[] = [];
    const reachUnknowns = (sum: number): void => {
      for (let i = sums.starts[sum]; i < sums.starts[sum + 1]; i++) {
        if (unknownSeen[sums.at[i]] === look) continue;
        unknownSeen[sums.at[i]] = look;
        edge.push(sums.at[i]);
      }
    };
    const visit = (sum: number): void => {
      if (sum < 0 || sumSeen[sum] === look) return;
      sumSeen[sum] = look;
      const cell = sum - relations;
      if (cell >= 0 && !hidden[cell] && !cells[cell].fixed) {
        if (near.length === 0) left = Math.min(left, reach || FURTHER);
        near.push(cell);
      }
      reachUnknowns(sum);
    };
    for (const unknown of from) unknownSeen[unknown] = look;
    for (let last = [...from]; left > 0 && last.length > 0; left--) {
      edge = [];
      for (const unknown of last) {
        visit(bounds.lowBy[unknown]);
        visit(bounds.highBy[unknown]);
      }
      last = edge;
    }
    return near;
  };

  for (const cell of found) {
    if (alwaysKnown.has(cell)) continue;
    const near = nearestPublished(
      sums.at.subarray(sums.starts[relations + cell], sums.starts[relations + cell + 1]),
    );
    if (reach > 0) near.forEach((one) => helpers.add(one));
    else if (near.length > 0 && !near.some((one) => helpers.has(one)))
      helpers.add(Math.max(...near));
  }
  return helpers;
}
