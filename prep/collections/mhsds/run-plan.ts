import { keepOne, type RowIndex } from "../../columns/row-index";
import { KEPT, type CodeTable } from "./code-table";
import type { TablePlan } from "./plans";
import { columnsOf } from "./tables";
import type { Values } from "./values";

/** A table that rows of others belong to. */
export interface ParentTable {
  /** By the columns that its children name it with, in the order of their plans. */
  readonly index: RowIndex;
  /** Its columns that children's must agree with. */
  readonly column: (name: string) => Int32Array;
}

/** The rules that say why a row goes, by their numbers; see mhsds-rules.ts. */
const [NO_ID, ORPHAN, REPEATED, REPEATED_ACTIVITY] = [3, 4, 5, 6];

/** Carries a plan out: marks the rows that go, with the reason, and returns the row above of each that stays (-1: none). Without the table above nothing can be said of orphans. */
export function runPlan(
  plan: TablePlan,
  table: CodeTable,
  values: Values,
  parent: ParentTable | null,
): Int32Array {
  const { why, rowCount } = table;
  const above = new Int32Array(rowCount).fill(-1);
  for (const name of plan.needs) {
    const ids = table.column(name);
    for (let row = 0; row < rowCount; row++)
      if (why[row] === KEPT && ids[row] === 0) why[row] = NO_ID;
  }
  if (plan.under && parent) {
    const keys = plan.under.on.map(table.column);
    const agree = plan.under.agree ?? [];
    const own = agree.map(table.column);
    const theirs = agree.map(parent.column);
    const agrees = (row: number, found: number): boolean => {
      for (let i = 0; i < own.length; i++)
        if (own[i][row] !== 0 && theirs[i][found] !== 0 && own[i][row] !== theirs[i][found])
          return false;
      return true;
    };
    for (let row = 0; row < rowCount; row++) {
      if (why[row] !== KEPT) continue;
      const found = parent.index.find(keys, row);
      if (found === -1 || !agrees(row, found)) why[row] = ORPHAN;
      else above[row] = found;
    }
  }
  if (plan.oneOf) {
    const { by, highest } = plan.oneOf;
    const reason = highest.length > 0 ? REPEATED_ACTIVITY : REPEATED;
    const ranks = highest.map((name) => {
      const cells = table.column(name);
      const ids = values.of(
        plan.table,
        columnsOf[plan.table].find((column) => column.name === name)!,
      );
      return (a: number, b: number): number => ids.compareAsNumbers(cells[a], cells[b]);
    });
    keepOne(
      rowCount,
      by.map(table.column),
      (row) => why[row] === KEPT,
      (row) => (why[row] = reason),
      highest.length === 0
        ? undefined
        : (a, b) => ranks.reduce((order, rank) => order || rank(a, b), 0),
    );
  }
  return above;
}
