import { rowsWhere, type Verdict } from "../../../check/rows";
import type { Hit } from "../../../check/rule";
import type { Sen2Return, Sen2Table } from "../read/return";

export { blankDay, codeIn, records, rowsWhere } from "../../../check/rows";

/**
 * The same for the two tables that name institutions: what a plan names (`plandetail`) and where
 * the child is placed (`placementdetail`).
 */
export const inBothDetails = (
  ret: Sen2Return,
  test: (table: Sen2Table) => (row: number) => Verdict,
): Hit[] =>
  [ret.tables.plandetail, ret.tables.placementdetail].flatMap((table) =>
    rowsWhere(table, test(table)),
  );
