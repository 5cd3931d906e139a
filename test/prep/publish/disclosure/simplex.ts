/** A sum of unknowns with its value, or with the least that it is. */
export interface Constraint {
  readonly at: readonly number[];
  readonly value: number;
  readonly isLeast: boolean;
}

const TINY = 1e-9;

/** One step of the simplex method: the pivot's row is scaled, and taken out of all others. */
function pivot(rows: Float64Array[], row: number, column: number): void {
  const scale = rows[row][column];
  for (let j = 0; j < rows[row].length; j++) rows[row][j] /= scale;
  rows.forEach((other, i) => {
    const factor = other[column];
    if (i === row || factor === 0) return;
    for (let j = 0; j < other.length; j++) other[j] -= factor * rows[row][j];
  });
}

/** Steps by Bland's rule until the last row has no gain left; false where there is no end. */
function solved(rows: Float64Array[], basis: number[], columns: number): boolean {
  const goal = rows[rows.length - 1];
  for (;;) {
    const column = goal.findIndex((gain, j) => j < columns && gain < -TINY);
    if (column < 0) return true;
    let best = -1;
    for (let i = 0; i < basis.length; i++) {
      if (rows[i][column] <= TINY) continue;
      const [ratio, least] = [i, best].map((k) =>
        k < 0 ? Infinity : rows[k][rows[k].length - 1] / rows[k][column],
      );
      if (ratio < least - TINY || (ratio < least + TINY && basis[i] < basis[best])) best = i;
    }
    if (best < 0) return false;
    pivot(rows, best, column);
    basis[best] = column;
  }
}

/**
 * The largest value of some sums of unknowns, none below zero, under constraints: by a tableau of
 * the test's own. Infinity where there is no end; null where the constraints contradict each other.
 */
export function maximise(
  unknowns: number,
  constraints: readonly Constraint[],
): (objective: readonly number[], sign: 1 | -1) => number | null {
  const surplus = constraints.filter(({ isLeast }) => isLeast).length;
  const columns = unknowns + surplus;
  const width = columns + constraints.length + 1;
  let next = unknowns;
  const rows = constraints.map(({ at, value, isLeast }, i) => {
    const row = new Float64Array(width);
    for (const unknown of at) row[unknown] = 1;
    if (isLeast) row[next++] = -1;
    row[columns + i] = 1;
    row[width - 1] = value;
    return row;
  });
  const basis = constraints.map((_, i) => columns + i);
  const artificial = new Float64Array(width);
  for (const row of rows)
    for (let j = 0; j < width; j++) if (j < columns || j === width - 1) artificial[j] -= row[j];
  rows.push(artificial);
  solved(rows, basis, columns);
  const isFeasible = Math.abs(rows.pop()![width - 1]) < 1e-6;
  // What is left of the artificial unknowns is zero: out of the basis where anything can take over.
  basis.forEach((one, i) => {
    if (one < columns) return;
    const column = rows[i].findIndex((factor, j) => j < columns && Math.abs(factor) > TINY);
    if (column < 0) return;
    pivot(rows, i, column);
    basis[i] = column;
  });
  return (objective, sign) => {
    if (!isFeasible) return null;
    const goal = new Float64Array(width);
    for (const unknown of objective) goal[unknown] = -sign;
    const table = [...rows.map((row) => row.slice()), goal];
    const now = [...basis];
    now.forEach((column, i) => {
      const factor = goal[column];
      if (factor !== 0) for (let j = 0; j < width; j++) goal[j] -= factor * table[i][j];
    });
    return solved(table, now, columns) ? sign * goal[width - 1] : sign * Infinity;
  };
}
