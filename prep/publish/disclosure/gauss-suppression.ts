import { areParallel, eliminate, type SparseRow } from "./sparse-row";

interface Elimination {
  /** Combinations that everybody knows: sums that hold whatever the figures are. */
  readonly known: readonly SparseRow[];
  /** What must not be worked out. */
  readonly secrets: readonly SparseRow[];
  /** What would be published, most wanted first. */
  readonly candidates: readonly SparseRow[];
}

/** The order in which a pivot was found, by unknown, and the rows themselves. */
interface Basis {
  readonly rows: SparseRow[];
  readonly rowOf: Map<number, number>;
}

/**
 * What is left of a row when all that is published is taken out of it; empty where it can be worked
 * out.
 */
function remainder(row: SparseRow, { rows, rowOf }: Basis): SparseRow {
  let rest = row;
  for (;;) {
    let first = Infinity;
    let pivot = -1;
    for (const unknown of rest.at) {
      const order = rowOf.get(unknown) ?? Infinity;
      // A row holds pivots of later rows only: the earliest first ends.
      if (order < first) [first, pivot] = [order, unknown];
    }
    if (pivot < 0) return rest;
    rest = eliminate(rest, rows[first], pivot);
  }
}

/** In how many rows each unknown is. */
function usesOf(rows: readonly SparseRow[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { at } of rows)
    for (const unknown of at) uses.set(unknown, (uses.get(unknown) ?? 0) + 1);
  return uses;
}

/**
 * Which candidates may be published so that no secret is a linear combination of what is published:
 * secondary suppression by Gaussian elimination
 * (Langsrud 2024, doi 10.1007/978-3-031-69651-0_6; the R package GaussSuppression). Candidates are
 * taken in order; one whose publication would make a secret
 * known is left out, and so is every candidate that is worth as much. Exact, in whole numbers.
 * Throws `TooLarge`.
 */
export function publishable({ known, secrets, candidates }: Elimination): boolean[] {
  const basis: Basis = { rows: [], rowOf: new Map() };
  const hidden = [...secrets];
  const hiddenWith = new Map<number, Set<number>>();
  const add = (unknown: number, secret: number): void => {
    const list = hiddenWith.get(unknown);
    if (list) list.add(secret);
    else hiddenWith.set(unknown, new Set([secret]));
  };
  hidden.forEach(({ at }, secret) => at.forEach((unknown) => add(unknown, secret)));
  const replace = (secret: number, row: SparseRow): void => {
    const [was, is] = [hidden[secret].at, row.at];
    for (let i = 0, j = 0; i < was.length || j < is.length;) {
      if (j >= is.length || was[i] < is[j]) hiddenWith.get(was[i++])!.delete(secret);
      else if (i >= was.length || is[j] < was[i]) add(is[j++], secret);
      else [i, j] = [i + 1, j + 1];
    }
    hidden[secret] = row;
  };

  const uses = usesOf([...known, ...candidates]);
  /**
   * The unknown that fewest secrets have; of those one without a factor, then the one that is used
   * least: fewer and shorter rows to change.
   */
  const bestPivot = ({ at, by }: SparseRow): number => {
    let best = 0;
    let least = Infinity;
    for (let i = 0; i < at.length; i++) {
      const cost =
        (hiddenWith.get(at[i])?.size ?? 0) * 1e6 +
        (Math.abs(by[i]) === 1 ? 0 : 1e5) +
        (uses.get(at[i]) ?? 0);
      if (cost < least) [least, best] = [cost, i];
    }
    return at[best];
  };

  /**
   * Takes a row for published unless a secret would be known by it. What everybody knows is no
   * secret.
   */
  const publish = (candidate: SparseRow, isKnown: boolean): boolean => {
    const row = remainder(candidate, basis);
    if (row.at.length === 0) return true;
    const pivot = bestPivot(row);
    const touched = [...(hiddenWith.get(pivot) ?? [])];
    if (!isKnown && touched.some((secret) => areParallel(hidden[secret], row))) return false;
    basis.rowOf.set(pivot, basis.rows.length);
    basis.rows.push(row);
    for (const secret of touched) replace(secret, eliminate(hidden[secret], row, pivot));
    return true;
  };

  for (const row of known) publish(row, true);
  return candidates.map((row) => publish(row, false));
}
