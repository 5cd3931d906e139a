import loadHighs from "highs";
import type { Known } from "./ends";
import type { Row } from "./unfolded";

const highs = await loadHighs();

/** The most that a number without an end is taken for. */
const MOST = 1e4;
/** Steps of the simplex method for one table. */
const STEPS = 100_000;

/** Some numbers that hang together, all others staying as they are in truth. */
export interface Region {
  readonly unknowns: readonly number[];
  /** The rows that have one of them. */
  readonly rows: readonly Row[];
  /** A table in which the weighted sum of the numbers is largest, in their order; null if none. */
  largest(weights: ReadonlyMap<number, number>): Float64Array | null;
  dispose(): void;
}

/** Opens a linear program over some numbers; the next table starts from the one before. */
export function openRegion(
  numbers: readonly Known[],
  unknowns: readonly number[],
  rowsWith: readonly (readonly Row[])[],
): Region {
  const column = new Map(unknowns.map((one, i) => [one, i]));
  const rows = [...new Set(unknowns.flatMap((one) => rowsWith[one]))];
  const inside = rows.map(({ terms }) => [...terms].filter(([one]) => column.has(one)));
  const outside = rows.map(({ terms }) => {
    let sum = 0;
    for (const [one, by] of terms) if (!column.has(one)) sum += by * numbers[one].value;
    return sum;
  });
  const starts = new Int32Array(rows.length + 1);
  inside.forEach((terms, i) => (starts[i + 1] = starts[i] + terms.length));
  const model = highs.createModel();
  // Only the weights change: the last table is a good start, and by primal steps a short way.
  model.options.set({
    output_flag: false,
    presolve: "off",
    simplex_strategy: 4,
    simplex_iteration_limit: STEPS,
  });
  model.passModel({
    numCols: unknowns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(unknowns.length),
    colLower: Float64Array.from(unknowns, (one) => numbers[one].low),
    colUpper: Float64Array.from(unknowns, (one) => Math.min(numbers[one].high, MOST)),
    rowLower: Float64Array.from(rows, ({ low }, i) => low - outside[i]),
    rowUpper: Float64Array.from(rows, ({ high }, i) => high - outside[i]),
    matrix: {
      format: "csr",
      numCols: unknowns.length,
      numRows: rows.length,
      starts,
      indices: Int32Array.from(inside.flat(), ([one]) => column.get(one)!),
      values: Float64Array.from(inside.flat(), ([, by]) => by),
    },
  });
  const everyColumn = { kind: "range", from: 0, to: unknowns.length - 1 } as const;
  return {
    unknowns,
    rows,
    largest: (weights) => {
      const costs = new Float64Array(unknowns.length);
      for (const [one, weight] of weights) {
        const at = column.get(one);
        if (at !== undefined) costs[at] += weight;
      }
      model.changeColsCost(everyColumn, costs);
      model.run();
      const isFound = model.getModelStatus() === highs.constants.modelStatus.optimal;
      return isFound ? model.getSolution().colValue : null;
    },
    dispose: () => model.dispose(),
  };
}
