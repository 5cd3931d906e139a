import { parentOf, type Sen2TableName } from "../fields";
import type { Sen2Return } from "../return";

/** The rows under each row of a parent table, in the order of the file: `for (let c = first[p]; c >= 0; c = next[c])`. */
export interface Children {
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly count: Int32Array;
}

/** Children of every row of a table's parent table. Linear in both. */
export function childrenIn(ret: Sen2Return, table: Sen2TableName): Children {
  const { parent, rowCount } = ret.tables[table];
  const parents = ret.tables[parentOf[table]!].rowCount;
  const first = new Int32Array(parents).fill(-1);
  const next = new Int32Array(rowCount).fill(-1);
  const count = new Int32Array(parents);
  for (let row = rowCount - 1; row >= 0; row--) {
    next[row] = first[parent[row]];
    first[parent[row]] = row;
    count[parent[row]]++;
  }
  return { first, next, count };
}

/** For each row of a table, the row of a table above it. */
export function ancestorsIn(ret: Sen2Return, table: Sen2TableName, above: Sen2TableName): Int32Array {
  let rows = ret.tables[table].parent;
  for (let at = parentOf[table]!; at !== above; at = parentOf[at]!) {
    const { parent } = ret.tables[at];
    rows = rows.map((row) => parent[row]);
  }
  return rows;
}
