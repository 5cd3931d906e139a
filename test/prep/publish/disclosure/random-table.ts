import type { Cell } from "../../../../prep/publish/disclosure/cell";
import type { Tables } from "../../../../prep/publish/disclosure/protect";

/** mulberry32: random numbers from 0 to 1 that a seed gives again. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Sets of positions along one dimension whose sums are published: each alone, sub-totals, the
 * total.
 */
type Dimension = readonly (readonly number[])[];

const one = (size: number): number[][] => Array.from({ length: size }, (_, i) => [i]);
const all = (size: number): number[] => Array.from({ length: size }, (_, i) => i);

const flat = (size: number): Dimension => [all(size), ...one(size)];
/** Two or three branches with a sub-total each. */
const hierarchy = (sizes: readonly number[]): Dimension => {
  const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((a, b) => a + b, 0));
  const total = ends[ends.length - 1];
  return [
    all(total),
    ...sizes.map((size, i) => all(total).slice(ends[i] - size, ends[i])),
    ...one(total),
  ];
};
/**
 * Fifteen months from January: quarters, the calendar year, the academic year from September as far
 * as it goes, rolling twelve months.
 */
const months = (): Dimension => [
  all(12),
  [8, 9, 10, 11, 12, 13, 14],
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [9, 10, 11],
  [12, 13, 14],
  ...[1, 2, 3].map((from) => all(12).map((i) => i + from)),
  ...one(15),
];

export interface RandomTable {
  readonly shape: string;
  readonly tables: Tables;
}

/** A table of random small counts in which all sums along its dimensions are published. */
export function randomTable(seed: number, threshold: number): RandomTable {
  const random = randomFrom(seed);
  const upTo = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const shapes: readonly [string, () => readonly Dimension[]][] = [
    ["two dimensions", () => [flat(upTo(2, 6)), flat(upTo(2, 6))]],
    ["three dimensions", () => [flat(upTo(2, 4)), flat(upTo(2, 3)), flat(upTo(2, 3))]],
    ["hierarchy", () => [hierarchy([upTo(2, 3), upTo(1, 3), upTo(2, 3)]), flat(upTo(2, 4))]],
    ["overlapping periods", () => [months(), flat(upTo(2, 3))]],
  ];
  const [shape, make] = shapes[seed % 20 === 0 ? 3 : upTo(0, 2)];
  const dimensions = make();
  const sizes = dimensions.map((sets) => Math.max(...sets.flat()) + 1);
  const unknowns = sizes.reduce((a, b) => a * b, 1);
  const scale = upTo(2, 25);
  const counts = Array.from({ length: unknowns }, () => Math.floor(random() ** 2 * scale));
  const cells: Cell[] = [];
  const visit = (d: number, positions: readonly number[]): void => {
    if (d < dimensions.length) {
      for (const set of dimensions[d])
        visit(
          d + 1,
          positions.flatMap((position) => set.map((i) => position * sizes[d] + i)),
        );
      return;
    }
    const at = [...positions].sort((a, b) => a - b);
    const value = at.reduce((sum, i) => sum + counts[i], 0);
    cells.push({
      row: { at, by: at.map(() => 1) },
      value,
      sensitive: value > 0 && value < threshold,
      shown: [value, value],
      hidden: [1, Infinity],
    });
  };
  visit(0, [0]);
  cells.sort((a, b) => b.row.at.length - a.row.at.length || b.value - a.value);
  return { shape, tables: { unknowns, relations: [], zeros: [], cells } };
}
