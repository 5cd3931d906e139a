import { areParallel, eliminate, type SparseRow } from "./sparse-row";

export interface Elimination {
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

/** What is left of a row when all that is published is taken out of it; empty where it can be worked out. */
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

/**
 * Which candidates may be published so that no secret is a linear combination of what is published: secondary suppression by Gaussian elimination
 * (Langsrud 2024, doi 10.1007/978-3-031-69651-0_6; the R package GaussSuppression). Candidates are taken in order; one whose publication would make a secret
 * known is left out, and so is every candidate that is worth as much. Exact, in whole numbers. Throws `TooLarge`.
 */
export function publishable({ known, secrets, candidates }: Elimination): boolean[] {
  const basis: Basis = { rows: [], rowOf: new Map() };
  const hidden = [...secrets];
  const hiddenWith = new Map<number, Set<number>>();
  const note = (secret: number): void => {
    for (const unknown of hidden[secret].at) {
      const list = hiddenWith.get(unknown);
      if (list) list.add(secret);
      else hiddenWith.set(unknown, new Set([secret]));
    }
  };
  hidden.forEach((_, secret) => note(secret));

  /** Publishes a row unless a secret would be known by it. */
  const publish = (candidate: SparseRow): boolean => {
    const row = remainder(candidate, basis);
    if (row.at.length === 0) return true;
    let pivot = row.at[0];
    let fewest = Infinity;
    for (let i = 0; i < row.at.length && fewest > 0; i++) {
      const count = hiddenWith.get(row.at[i])?.size ?? 0;
      if (count < fewest) [fewest, pivot] = [count, row.at[i]];
    }
    const touched = fewest === 0 ? [] : [...hiddenWith.get(pivot)!];
    if (touched.some((secret) => areParallel(hidden[secret], row))) return false;
    basis.rowOf.set(pivot, basis.rows.length);
    basis.rows.push(row);
    for (const secret of touched) {
      for (const unknown of hidden[secret].at) hiddenWith.get(unknown)!.delete(secret);
      hidden[secret] = eliminate(hidden[secret], row, pivot);
      note(secret);
    }
    return true;
  };

  known.forEach(publish);
  return candidates.map(publish);
}
