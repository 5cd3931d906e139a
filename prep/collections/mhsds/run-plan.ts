import { keepOne, type RowIndex } from "../../columns/row-index";
import { KEPT, type CodeTable } from "./code-table";
import type { TablePlan } from "./plans";

/** A table that rows of others belong to. */
export interface ParentTable {
  /** By the columns that its children name it with, in the order of their plans. */
  readonly index: RowIndex;
  /** Its columns that children's must agree with. */
  readonly column: (name: string) => Int32Array;
}

export interface PlanContext {
  /** The table that a plan names as the one above; null where no file has it, so that nothing can be said of it. */
  readonly parent: ParentTable | null;
  /** Orders two rows by a column that a plan ranks by. */
  readonly compare: (column: string, a: number, b: number) => number;
}

/** The rules that say why a row goes, by their numbers; see mhsds-rules.ts. */
const [NO_ID, ORPHAN, REPEATED, REPEATED_ACTIVITY] = [3, 4, 5, 6];

/** Carries a plan out: marks the rows that go, with the reason, and returns the row above of each that stays (-1: none). */
export function runPlan(plan: TablePlan, table: CodeTable, { parent, compare }: PlanContext): Int32Array {
  const { why, rowCount } = table;
  const above = new Int32Array(rowCount).fill(-1);
  for (const name of plan.needs) {
    const ids = table.column(name);
    for (let row = 0; row < rowCount; row++) if (why[row] === KEPT && ids[row] === 0) why[row] = NO_ID;
  }
  if (plan.under && parent) {
    const keys = plan.under.on.map(table.column);
    const agree = (plan.under.agree ?? []).map((name) => [table.column(name), parent.column(name)] as const);
    for (let row = 0; row < rowCount; row++) {
      if (why[row] !== KEPT) continue;
      const found = parent.index.find(keys, row);
      if (found === -1 || agree.some(([own, theirs]) => own[row] !== 0 && theirs[found] !== 0 && own[row] !== theirs[found])) why[row] = ORPHAN;
      else above[row] = found;
    }
  }
  if (plan.oneOf) {
    const { by, highest } = plan.oneOf;
    const reason = highest.length > 0 ? REPEATED_ACTIVITY : REPEATED;
    keepOne(rowCount, by.map(table.column), (row) => why[row] === KEPT, (row) => (why[row] = reason), highest.length === 0 ? undefined : (a, b) => highest.reduce((order, name) => order || compare(name, a, b), 0));
  }
  return above;
}
