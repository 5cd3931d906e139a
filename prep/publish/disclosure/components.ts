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
