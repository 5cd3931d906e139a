/**
 * A whole-number combination of unknowns: `by[i]` times the unknown `at[i]`, in rising order of the
 * unknowns, no zeros.
 */
export interface SparseRow {
  readonly at: readonly number[];
  readonly by: readonly number[];
}

/** Products beyond this are no longer surely exact. */
const LARGEST = 2 ** 52;

/**
 * The coefficients of an elimination outgrew exact arithmetic: the caller hides what it was about.
 */
export class TooLarge extends Error {}

/** A row of terms in any order; terms of the same unknown are added up. */
export function sparseRow(terms: Iterable<readonly [unknown: number, factor: number]>): SparseRow {
  const sums = new Map<number, number>();
  for (const [unknown, factor] of terms) sums.set(unknown, (sums.get(unknown) ?? 0) + factor);
  const kept = [...sums].filter(([, factor]) => factor !== 0).sort(([a], [b]) => a - b);
  return { at: kept.map(([unknown]) => unknown), by: kept.map(([, factor]) => factor) };
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** The same row with its common factor taken out. */
function reduced(at: number[], by: number[]): SparseRow {
  let common = 0;
  for (const factor of by) {
    common = gcd(common, factor);
    if (common === 1) return { at, by };
  }
  return common > 1 ? { at, by: by.map((factor) => factor / common) } : { at, by };
}

/** The factor of an unknown in a row; 0 where the row does not have it. */
function factorOf({ at, by }: SparseRow, unknown: number): number {
  let [low, high] = [0, at.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (at[middle] === unknown) return by[middle];
    if (at[middle] < unknown) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/**
 * A multiple of `row` less a multiple of `other`, so that the unknown drops out: exact, in whole
 * numbers. Throws `TooLarge`.
 */
export function eliminate(row: SparseRow, other: SparseRow, unknown: number): SparseRow {
  const [mine, theirs] = [factorOf(row, unknown), factorOf(other, unknown)];
  const common = gcd(mine, theirs);
  const [times, less] = [theirs / common, mine / common];
  const at: number[] = [];
  const by: number[] = [];
  for (let i = 0, j = 0; i < row.at.length || j < other.at.length;) {
    const [a, b] = [row.at[i] ?? Infinity, other.at[j] ?? Infinity];
    const mineNow = a <= b ? times * row.by[i] : 0;
    const theirsNow = b <= a ? less * other.by[j] : 0;
    if (Math.abs(mineNow) > LARGEST || Math.abs(theirsNow) > LARGEST) throw new TooLarge();
    const factor = mineNow - theirsNow;
    if (factor !== 0) {
      at.push(Math.min(a, b));
      by.push(factor);
    }
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return reduced(at, by);
}

/** True when one row is a multiple of the other; both without a common factor. */
export function areParallel(a: SparseRow, b: SparseRow): boolean {
  if (a.at.length !== b.at.length) return false;
  const sign = a.by[0] === b.by[0] ? 1 : -1;
  for (let i = 0; i < a.at.length; i++)
    if (a.at[i] !== b.at[i] || a.by[i] !== b.by[i] * sign) return false;
  return true;
}
