import type { Cell } from "./cell";
import { linearProgram, type Constraint, type LinearSolver } from "./linear-program";
import type { SparseRow } from "./sparse-row";

/** What a reader knows of one group of figures, and one table that agrees with all of it. */
export interface AuditTable {
  readonly cells: readonly Cell[];
  /** By cell: whether it is hidden. */
  readonly hidden: Uint8Array;
  /** Rows of the cells, and after them sums that are zero whatever the figures are. */
  readonly rows: readonly SparseRow[];
  /** By unknown: the rows that have it. */
  readonly rowsWith: readonly (readonly number[])[];
  /** By unknown: the cells that are of it alone, with the factor 1. */
  readonly alone: readonly (readonly number[])[];
  /** By unknown: its value in a table that agrees with all that is known. */
  readonly base: Float64Array;
  /** The most that an unknown may be. */
  readonly most: number;
}

/** Values beyond the largest figure that an unknown may have. */
const ROOM = 1000;

/** What is known of a row: of a published figure, of a hidden one, or of a sum that is zero. */
export function boundsOfRow(
  { cells, hidden }: Pick<AuditTable, "cells" | "hidden">,
  row: number,
): readonly [low: number, high: number] {
  if (row >= cells.length) return [0, 0];
  return hidden[row] ? cells[row].hidden : cells[row].shown;
}

/** The same without unknowns that no cell and no sum has. */
function compact(cells: readonly Cell[], relations: readonly SparseRow[]) {
  const numbers = new Map<number, number>();
  const number = (unknown: number): number => {
    const found = numbers.get(unknown) ?? numbers.size;
    numbers.set(unknown, found);
    return found;
  };
  const rows = [...cells.map(({ row }) => row), ...relations].map(({ at, by }): SparseRow => ({
    at: at.map(number),
    by,
  }));
  return { rows, unknowns: numbers.size };
}

/**
 * A table that agrees with the figures themselves; where they contradict each other, one that
 * agrees with what readers are told. Null where there is none.
 */
function agreeingTable(
  solver: LinearSolver,
  { cells, hidden, rows, most }: Omit<AuditTable, "base" | "rowsWith" | "alone">,
  unknowns: number,
): Float64Array | null {
  const told = rows.map((row, i): Constraint => {
    const [low, high] = boundsOfRow({ cells, hidden }, i);
    return { row, low, high };
  });
  const asTheyAre = told.map((one, i): Constraint => {
    const value = cells[i]?.value ?? NaN;
    return value >= one.low && value <= one.high ? { ...one, low: value, high: value } : one;
  });
  for (const constraints of [asTheyAre, told]) {
    const program = linearProgram(solver, constraints, unknowns, most);
    try {
      const found = program.maximum({ at: [], by: [] });
      if (found) return found.at;
    } finally {
      program.dispose();
    }
  }
  return null;
}

/** The figures of a group as a table to audit; null where what is known contradicts itself. */
export function auditTable(
  solver: LinearSolver,
  cells: readonly Cell[],
  relations: readonly SparseRow[],
  hidden: Uint8Array,
): AuditTable | null {
  const { rows, unknowns } = compact(cells, relations);
  const most = cells.reduce((largest, { value }) => Math.max(largest, value || 0), 0) * 2 + ROOM;
  const base = agreeingTable(solver, { cells, hidden, rows, most }, unknowns);
  if (base === null) return null;
  const rowsWith = Array.from({ length: unknowns }, (): number[] => []);
  const alone = Array.from({ length: unknowns }, (): number[] => []);
  rows.forEach(({ at, by }, row) => {
    for (const unknown of at) rowsWith[unknown].push(row);
    if (row < cells.length && at.length === 1 && by[0] === 1) alone[at[0]].push(row);
  });
  return { cells, hidden, rows, rowsWith, alone, base, most };
}

/** The published figure that tells an unknown itself; -1 where none does. */
export const toldBy = ({ cells, hidden, alone }: AuditTable, unknown: number): number =>
  alone[unknown].find((cell) => !hidden[cell] && cells[cell].shown[0] === cells[cell].shown[1]) ??
  -1;
