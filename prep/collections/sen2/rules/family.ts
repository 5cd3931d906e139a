import type { Hit } from "../../../check/rule";
import { rowsWhere, type RowVerdict } from "../../../check/rows";
import { childrenOf, type Children } from "../../../columns/children";
import { parentOf, type Sen2TableName } from "../fields/fields";
import type { Sen2Return, Sen2Table } from "../read/return";

/** The rows of a table under each row of its parent table. */
export const childrenIn = ({ tables }: Sen2Return, table: Sen2TableName): Children =>
  childrenOf(tables[table].parent, tables[parentOf[table]!].rowCount);

/** How many rows of a table are under each row of its parent table. */
export function childCounts(ret: Sen2Return, table: Sen2TableName): Int32Array {
  const { from } = childrenIn(ret, table);
  return from.subarray(1).map((end, parent) => end - from[parent]);
}

/** For each row of a table, the row of a table above it. */
export function ancestorsIn(
  ret: Sen2Return,
  table: Sen2TableName,
  above: Sen2TableName,
): Int32Array {
  let rows = ret.tables[table].parent;
  for (let at = parentOf[table]!; at !== above; at = parentOf[at]!) {
    const { parent } = ret.tables[at];
    rows = rows.map((row) => parent[row]);
  }
  return rows;
}

/**
 * `rowsWhere` for the two tables that name institutions: what a plan names (`plandetail`) and where
 * the child is placed (`placementdetail`).
 */
export const inBothDetails = (
  ret: Sen2Return,
  test: (table: Sen2Table) => (row: number) => RowVerdict,
): Hit[] =>
  [ret.tables.plandetail, ret.tables.placementdetail].flatMap((table) =>
    rowsWhere(table, test(table)),
  );
