/**
 * The rows that hang under each row of a parent table: `rows[from[parent]] … rows[from[parent + 1]
 * - 1]`, in file order.
 */
export interface Children {
  readonly from: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Lists the children of each of `parentCount` rows; `parent[row]` is the parent's row. Linear in
 * the rows.
 */
export function childrenOf(parent: Int32Array, parentCount: number): Children {
  const from = new Int32Array(parentCount + 1);
  for (const p of parent) from[p + 1]++;
  for (let p = 0; p < parentCount; p++) from[p + 1] += from[p];
  const next = from.slice(0, parentCount);
  const rows = new Int32Array(parent.length);
  for (let row = 0; row < parent.length; row++) rows[next[parent[row]]++] = row;
  return { from, rows };
}
