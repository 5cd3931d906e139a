/**
 * Recovery of hidden figures by linear arithmetic modulo a large prime: whatever can be worked out
 * in fractions can be worked out so.
 */
const PRIME = 67_108_859;

const times = (a: number, b: number): number => (a * b) % PRIME;

function inverse(value: number): number {
  let [result, base, power] = [1, value, PRIME - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = times(result, base);
    base = times(base, base);
  }
  return result;
}

export type Equation = ReadonlyMap<number, number>;

/**
 * What a reader knows after solving all equations: tells whether a combination of unknowns is
 * known.
 */
export function solver(equations: Iterable<Equation>): (combination: Equation) => boolean {
  const pivots = new Map<number, Map<number, number>>();
  const rowsWith = new Map<number, Set<number>>();
  const set = (pivot: number, row: Map<number, number>, column: number, value: number): void => {
    if (value === 0) {
      row.delete(column);
      rowsWith.get(column)?.delete(pivot);
      return;
    }
    row.set(column, value);
    const rows = rowsWith.get(column);
    if (rows) rows.add(pivot);
    else rowsWith.set(column, new Set([pivot]));
  };
  const rest = (combination: Equation): Map<number, number> => {
    const row = new Map<number, number>();
    const add = (column: number, value: number): void => {
      const sum = ((((row.get(column) ?? 0) + value) % PRIME) + PRIME) % PRIME;
      if (sum === 0) row.delete(column);
      else row.set(column, sum);
    };
    // The rows of the pivots are in reduced form: none holds another's pivot.
    for (const [column, value] of combination) {
      const known = pivots.get(column);
      if (!known) add(column, value);
      else
        for (const [other, factor] of known)
          if (other !== column) add(other, -times(((value % PRIME) + PRIME) % PRIME, factor));
    }
    return row;
  };
  for (const equation of equations) {
    const row = rest(equation);
    if (row.size === 0) continue;
    const column = [...row.keys()].reduce((best, one) =>
      (rowsWith.get(one)?.size ?? 0) < (rowsWith.get(best)?.size ?? 0) ? one : best,
    );
    const scale = inverse(row.get(column)!);
    const users = [...(rowsWith.get(column) ?? [])];
    const scaled = new Map<number, number>();
    for (const [one, factor] of row) set(column, scaled, one, times(factor, scale));
    for (const pivot of users) {
      const known = pivots.get(pivot)!;
      const factor = known.get(column)!;
      for (const [one, value] of scaled)
        set(
          pivot,
          known,
          one,
          ((((known.get(one) ?? 0) - times(factor, value)) % PRIME) + PRIME) % PRIME,
        );
    }
    pivots.set(column, scaled);
  }
  return (combination) => rest(combination).size === 0;
}
