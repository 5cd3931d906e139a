import { openRegion, type Region } from "./proposals";
import type { Sum } from "./reader";
import { unfold, type Row } from "./unfolded";

/** What a reader knows of one number. */
export interface Known {
  readonly low: number;
  readonly high: number;
  /** What it is in truth. */
  readonly value: number;
}

const TINY = 1e-5;
/** Numbers that are no sums, and that are looked at together: small neighbourhoods first. */
const TOGETHER = [500, 4000];
/** Tables that one look at many numbers proposes, and their opposites. */
const LOOKS = 8;
/** Numbers around one that a table may differ from the truth in, where it is looked at alone. */
const ALONE = [60, 500, 5000, 100_000];

/** A number that is watched: what it is the sum of, and how far apart it was found. */
interface Watched {
  readonly number: number;
  readonly terms: ReadonlyMap<number, number>;
  readonly known: Known;
  readonly wanted: number;
  low: number;
  high: number;
}

interface All {
  readonly numbers: readonly Known[];
  /** By number that is no sum: the rows, and the watched numbers, that have it. */
  readonly rowsWith: readonly (readonly Row[])[];
  readonly watchedWith: readonly (readonly Watched[])[];
  /** The truth, where a proposal is tried. */
  readonly table: Float64Array;
}

const isNarrow = ({ low, high, wanted }: Watched): boolean =>
  Math.floor(high + TINY) - Math.ceil(low - TINY) + 1 < wanted;

function sumAt(terms: ReadonlyMap<number, number>, table: Float64Array): number {
  let sum = 0;
  for (const [one, by] of terms) sum += by * table[one];
  return sum;
}

/** Whether a table agrees with all that a reader knows where it differs from the truth. */
const agrees = ({ numbers, table }: All, { unknowns, rows }: Region): boolean =>
  unknowns.every(
    (one) => table[one] > numbers[one].low - TINY && table[one] < numbers[one].high + TINY,
  ) &&
  rows.every(({ terms, low, high }) => {
    const sum = sumAt(terms, table);
    return sum > low - TINY && sum < high + TINY;
  });

/** Numbers near a watched one that are no sums and not known, nearest first. */
function near({ numbers, rowsWith }: All, { terms }: Watched, most: number): number[] {
  const isOpen = (one: number): boolean => numbers[one].low < numbers[one].high;
  const found = new Set([...terms.keys()].filter(isOpen));
  const seen = new Set<Row>();
  for (const one of found) {
    if (found.size >= most) break;
    for (const row of rowsWith[one]) {
      if (seen.has(row)) continue;
      seen.add(row);
      for (const other of row.terms.keys()) if (isOpen(other)) found.add(other);
    }
  }
  return [...found];
}

/** The watched numbers of a region that are still narrow. */
const narrowIn = ({ watchedWith }: All, { unknowns }: Region): Watched[] => [
  ...new Set(unknowns.flatMap((one) => watchedWith[one].filter(isNarrow))),
];

/** Takes the table in which some numbers are large for a witness, if it agrees with all. */
function widen(all: All, region: Region, ways: readonly (readonly [Watched, number])[]): void {
  const weights = new Map<number, number>();
  for (const [{ terms, known, low, high }, way] of ways) {
    const isFound = way > 0 ? high > known.high - TINY : low < known.low + TINY;
    if (isFound) continue;
    for (const [one, by] of terms) weights.set(one, (weights.get(one) ?? 0) + way * by);
  }
  const found = region.largest(weights);
  if (found === null) return;
  const { table, numbers } = all;
  region.unknowns.forEach((one, i) => (table[one] = found[i]));
  if (agrees(all, region))
    for (const one of narrowIn(all, region)) {
      const value = sumAt(one.terms, table);
      one.low = Math.min(one.low, value);
      one.high = Math.max(one.high, value);
    }
  region.unknowns.forEach((one) => (table[one] = numbers[one].value));
}

/** Numbers from -1 to 1, the same in every run. */
function weights(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** Looks at all narrow numbers by tables in which some are large and some small, by chance. */
function lookTogether(all: All, watched: readonly Watched[], weight: () => number): void {
  for (const size of TOGETHER) {
    const seen = new Set<Watched>();
    for (const seed of watched) {
      if (seen.has(seed) || !isNarrow(seed)) continue;
      const region = openRegion(all.numbers, near(all, seed, size), all.rowsWith);
      let left = narrowIn(all, region);
      left.forEach((one) => seen.add(one));
      for (let look = 0; look < LOOKS && left.length > 0; look++) {
        const ways = left.map((one) => [one, weight()] as const);
        for (const sign of [1, -1])
          widen(
            all,
            region,
            ways.map(([one, way]) => [one, sign * way]),
          );
        const now = left.filter(isNarrow);
        if (now.length > 0.95 * left.length) break;
        left = now;
      }
      region.dispose();
    }
  }
}

/** Whether a number stays narrow when it is looked at alone; those around it are tried as well. */
function staysNarrow(all: All, seed: Watched): boolean {
  for (const size of ALONE) {
    if (!isNarrow(seed)) return false;
    const region = openRegion(all.numbers, near(all, seed, size), all.rowsWith);
    for (const one of [seed, ...narrowIn(all, region).slice(0, size / 10)])
      for (const way of [1, -1]) if (isNarrow(one)) widen(all, region, [[one, way]]);
    region.dispose();
  }
  return isNarrow(seed);
}

/**
 * Numbers that a reader can narrow to fewer values than wanted: those for which no two tables that
 * agree with all that is known lie so far apart; at most so many of them. A solver proposes tables;
 * each is checked here, by every sum.
 */
export function narrowNumbers(
  numbers: readonly Known[],
  sums: readonly Sum[],
  { wanted, most }: { readonly wanted: (index: number) => number; readonly most: number },
): number[] {
  const { terms, rows } = unfold(numbers, sums);
  const table = Float64Array.from(numbers, ({ value }) => value);
  const rowsWith = numbers.map((): Row[] => []);
  for (const row of rows) for (const one of row.terms.keys()) rowsWith[one].push(row);
  const watchedWith = numbers.map((): Watched[] => []);
  const watched = numbers.flatMap((known, number): Watched[] => {
    const { value } = known;
    const one = { number, known, terms: terms[number], low: value, high: value };
    return [{ ...one, wanted: wanted(number) }];
  });
  for (const one of watched)
    if (one.wanted > 0) for (const term of one.terms.keys()) watchedWith[term].push(one);
  const all: All = { numbers, rowsWith, watchedWith, table };
  lookTogether(all, watched, weights());
  const found: number[] = [];
  for (const one of watched) {
    if (found.length >= most) break;
    if (isNarrow(one) && staysNarrow(all, one)) found.push(one.number);
  }
  return found;
}
