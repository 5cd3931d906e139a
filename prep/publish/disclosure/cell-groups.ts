import type { Cell } from "./cell";
import type { SparseRow } from "./sparse-row";

/** Number of the group of each unknown: two unknowns of one row are in one group. */
export function componentsOf(unknowns: number, rows: Iterable<SparseRow>): Int32Array {
  const parent = Int32Array.from({ length: unknowns }, (_, unknown) => unknown);
  const root = (unknown: number): number => {
    let at = unknown;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]];
    return at;
  };
  for (const { at } of rows) for (let i = 1; i < at.length; i++) parent[root(at[i])] = root(at[0]);
  return parent.map((_, unknown) => root(unknown));
}

/** Rows in lists by the group that they lie in; rows without unknowns are left out. */
export function byGroup<T>(
  items: readonly T[],
  rowOf: (item: T) => SparseRow,
  group: Int32Array,
): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const item of items) {
    const { at } = rowOf(item);
    if (at.length === 0) continue;
    const list = lists.get(group[at[0]]);
    if (list) list.push(item);
    else lists.set(group[at[0]], [item]);
  }
  return lists;
}

/** The same group with its unknowns numbered from 0. */
export function renumbered(
  cells: readonly Cell[],
  relations: readonly SparseRow[],
): { cells: Cell[]; relations: SparseRow[]; unknowns: number } {
  const used = [
    ...new Set([
      ...cells.flatMap(({ row, span }) => (span === undefined ? row.at : [...row.at, span])),
      ...relations.flatMap(({ at }) => at),
    ]),
  ].sort((a, b) => a - b);
  const number = new Map(used.map((unknown, i) => [unknown, i]));
  const renumber = ({ at, by }: SparseRow): SparseRow => ({
    at: at.map((unknown) => number.get(unknown)!),
    by,
  });
  return {
    cells: cells.map((cell) => ({
      ...cell,
      row: renumber(cell.row),
      ...(cell.span === undefined ? {} : { span: number.get(cell.span)! }),
    })),
    relations: relations.map(renumber),
    unknowns: used.length,
  };
}
