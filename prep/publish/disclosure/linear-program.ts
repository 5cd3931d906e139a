import type { Highs } from "highs";
import type { SparseRow } from "./sparse-row";

/** Loads linear programs and solves them: HiGHS in WebAssembly, the same in Node and in browsers. */
export type LinearSolver = Highs;

/** Loads the solver on first need, from the installed package: no network. */
export async function loadSolver(): Promise<LinearSolver> {
  const { default: load } = await import("highs");
  return load();
}

/** Bounds of a sum of unknowns or of one unknown, both included. */
interface Between {
  readonly low: number;
  readonly high: number;
}

/** A sum of unknowns, none of which is below zero, with its bounds. */
export interface Constraint extends Between {
  readonly row: SparseRow;
}

interface Optimum {
  readonly at: Float64Array;
  /** By constraint: whether the optimum would move if its bounds did. */
  readonly binds: (constraint: number) => boolean;
}

/** A linear program whose objective and bounds change from one solution to the next. */
interface LinearProgram {
  /** The largest value of a sum; null where none was found within the limit. */
  maximum(objective: SparseRow): Optimum | null;
  setBounds(constraint: number, bounds: Between): void;
  dispose(): void;
}

/** Steps of the simplex method for one solution; a limit of time would not give the same twice. */
const STEPS = 50_000;
/** A dual value below this is none. */
const TINY = 1e-7;

interface Layout {
  /** By constraint: its row, or -1 where it bounds one unknown. */
  readonly rowOf: Int32Array;
  readonly unknownOf: Int32Array;
}

/** Constraints of one unknown are bounds of it; the others are rows. */
function layoutOf(constraints: readonly Constraint[]): Layout {
  const rowOf = new Int32Array(constraints.length).fill(-1);
  const unknownOf = new Int32Array(constraints.length).fill(-1);
  const taken = new Set<number>();
  let rows = 0;
  constraints.forEach(({ row: { at, by } }, i) => {
    if (at.length === 1 && by[0] === 1 && !taken.has(at[0])) {
      unknownOf[i] = at[0];
      taken.add(at[0]);
    } else rowOf[i] = rows++;
  });
  return { rowOf, unknownOf };
}

/** The rows among the constraints as a matrix. */
function matrixOf(constraints: readonly Constraint[], { rowOf }: Layout, unknowns: number) {
  const rows = constraints.filter((_, i) => rowOf[i] >= 0);
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ row }, i) => (starts[i + 1] = starts[i] + row.at.length));
  return {
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    matrix: {
      format: "csr" as const,
      numCols: unknowns,
      numRows: rows.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ row }) => row.at)),
      values: Float64Array.from(rows.flatMap(({ row }) => row.by)),
    },
  };
}

/** A program over unknowns from 0 to `most` each. */
export function linearProgram(
  solver: LinearSolver,
  constraints: readonly Constraint[],
  unknowns: number,
  most: number,
): LinearProgram {
  const layout = layoutOf(constraints);
  const { rowOf, unknownOf } = layout;
  const { rowLower, rowUpper, matrix } = matrixOf(constraints, layout, unknowns);
  const colLower = new Float64Array(unknowns);
  const colUpper = new Float64Array(unknowns).fill(most);
  constraints.forEach(({ low, high }, i) => {
    if (unknownOf[i] < 0) return;
    colLower[unknownOf[i]] = Math.max(0, low);
    colUpper[unknownOf[i]] = Math.min(high, most);
  });
  const model = solver.createModel();
  // The programs are small and solved again and again: looking for what could be left out of one
  // beforehand takes longer than solving it.
  model.options.set({
    output_flag: false,
    presolve: "off",
    simplex_iteration_limit: STEPS,
    simplex_strategy: 4,
  });
  model.passModel({
    numCols: unknowns,
    numRows: matrix.numRows,
    sense: solver.constants.objectiveSense.maximize,
    colCost: new Float64Array(unknowns),
    colLower,
    colUpper,
    rowLower,
    rowUpper,
    matrix,
  });
  const everyUnknown = { kind: "range", from: 0, to: unknowns - 1 } as const;
  return {
    maximum: ({ at, by }) => {
      const costs = new Float64Array(unknowns);
      at.forEach((unknown, i) => (costs[unknown] += by[i]));
      model.changeColsCost(everyUnknown, costs);
      model.run();
      if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return null;
      const { colValue, colDual, rowDual } = model.getSolution();
      return {
        at: colValue,
        binds: (constraint) => {
          const row = rowOf[constraint];
          return Math.abs(row >= 0 ? rowDual[row] : colDual[unknownOf[constraint]]) > TINY;
        },
      };
    },
    setBounds: (constraint, { low, high }) => {
      if (rowOf[constraint] >= 0) model.changeRowBounds(rowOf[constraint], low, high);
      else model.changeColBounds(unknownOf[constraint], Math.max(0, low), Math.min(high, most));
    },
    dispose: () => model.dispose(),
  };
}
