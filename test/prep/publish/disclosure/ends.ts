import loadHighs from "highs";
import type { Sum } from "./reader";

/** What a reader knows of one number. */
export interface Known {
  readonly low: number;
  readonly high: number;
  /** What it is in truth. */
  readonly value: number;
}

const highs = await loadHighs();
const TINY = 1e-5;
/** Numbers around one that a table may differ from the truth in. */
const SIZES = [30, 200, 1500, 20_000];
/** Numbers that are looked at together before each is alone. */
const TOGETHER = 400;

/** Whether a table agrees with all that a reader knows where it differs from the truth. */
function agrees(table: Float64Array, changed: Iterable<number>, all: All): boolean {
  for (const one of changed) {
    const { low, high } = all.numbers[one];
    if (table[one] < low - TINY || table[one] > high + TINY) return false;
    for (const { terms, isZero } of all.sumsWith[one]) {
      let sum = 0;
      for (const [at, by] of terms) sum += by * table[at];
      if (sum < -TINY || (isZero && sum > TINY)) return false;
    }
  }
  return true;
}

interface All {
  readonly numbers: readonly Known[];
  readonly sumsWith: readonly (readonly Sum[])[];
}

/** Numbers near one that are not known, nearest first. */
function near(all: All, seed: number, most: number): number[] {
  const found = new Set([seed]);
  for (const one of found) {
    if (found.size >= most) break;
    for (const { terms } of all.sumsWith[one])
      for (const other of terms.keys())
        if (all.numbers[other].low < all.numbers[other].high) found.add(other);
  }
  return [...found];
}

/** Tables in which some numbers are large and others small, by weight; a solver proposes them. */
function* proposals(
  all: All,
  unknowns: readonly number[],
  weights: readonly (readonly number[])[],
): Generator<Float64Array> {
  const column = new Map(unknowns.map((one, i) => [one, i]));
  const sums = [...new Set(unknowns.flatMap((one) => all.sumsWith[one]))];
  const inside = sums.map(({ terms }) => [...terms].filter(([one]) => column.has(one)));
  const outside = sums.map(({ terms }) =>
    [...terms].reduce(
      (sum, [one, by]) => sum + (column.has(one) ? 0 : by * all.numbers[one].value),
      0,
    ),
  );
  const starts = new Int32Array(sums.length + 1);
  inside.forEach((terms, i) => (starts[i + 1] = starts[i] + terms.length));
  const model = highs.createModel();
  try {
    model.options.set({ output_flag: false });
    model.passModel({
      numCols: unknowns.length,
      numRows: sums.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: new Float64Array(unknowns.length),
      colLower: Float64Array.from(unknowns, (one) => all.numbers[one].low),
      colUpper: Float64Array.from(unknowns, (one) => Math.min(all.numbers[one].high, 1e4)),
      rowLower: Float64Array.from(outside, (sum) => -sum),
      rowUpper: Float64Array.from(outside, (sum, i) => (sums[i].isZero ? -sum : 1e6)),
      matrix: {
        format: "csr",
        numCols: unknowns.length,
        numRows: sums.length,
        starts,
        indices: Int32Array.from(inside.flat(), ([one]) => column.get(one)!),
        values: Float64Array.from(inside.flat(), ([, by]) => by),
      },
    });
    for (const weight of weights) {
      weight.forEach((cost, column) => model.changeColCost(column, cost));
      model.run();
      yield model.getSolution().colValue;
    }
  } finally {
    model.dispose();
  }
}

/**
 * Numbers that a reader can narrow to fewer values than wanted: those for which no two tables that
 * agree with all that is known lie so far apart; at most so many of them. Each table is checked
 * here, by every sum.
 */
export function narrowNumbers(
  numbers: readonly Known[],
  sums: readonly Sum[],
  { wanted, most }: { readonly wanted: (index: number) => number; readonly most: number },
): number[] {
  const sumsWith = numbers.map((): Sum[] => []);
  for (const sum of sums) for (const one of sum.terms.keys()) sumsWith[one].push(sum);
  const all: All = { numbers, sumsWith };
  const low = Float64Array.from(numbers, ({ value }) => value);
  const high = low.slice();
  const isNarrow = (one: number): boolean =>
    Math.floor(high[one] + TINY) - Math.ceil(low[one] - TINY) + 1 < wanted(one);
  const table = low.slice();
  const widen = (unknowns: readonly number[], weights: readonly (readonly number[])[]): void => {
    for (const values of proposals(all, unknowns, weights)) {
      unknowns.forEach((one, i) => (table[one] = values[i]));
      if (agrees(table, unknowns, all))
        for (const one of unknowns) {
          low[one] = Math.min(low[one], table[one]);
          high[one] = Math.max(high[one], table[one]);
        }
      unknowns.forEach((one) => (table[one] = numbers[one].value));
    }
  };
  // Many together first: all of them large, all small, and some of each.
  const turns = (unknowns: readonly number[]): number[][] =>
    [1, -1, 7, 13].map((step) =>
      unknowns.map((_, i) => (Math.abs(step) === 1 ? step : ((i * step) % 11) - 5)),
    );
  const seen = new Set<number>();
  const found: number[] = [];
  for (let seed = 0; seed < numbers.length && found.length < most; seed++) {
    if (!isNarrow(seed)) continue;
    if (!seen.has(seed)) {
      const together = near(all, seed, TOGETHER);
      together.forEach((one) => seen.add(one));
      widen(together, turns(together));
    }
    for (const size of SIZES) if (isNarrow(seed)) widen(near(all, seed, size), [[1], [-1]]);
    if (isNarrow(seed)) found.push(seed);
  }
  return found;
}
