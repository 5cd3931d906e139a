import { columnsOf, type MhsdsTable } from "../fields/fields";
import { keepOne, type RowIndex } from "../../../columns/row-index";
import { KEPT, ROW_NUMBER, type CodeTable } from "./code-table";
import type { Values } from "./values";

/**
 * What is done to the rows of a table, as data: the engine in run-plan.ts carries it out over typed
 * columns, and the same words are
 * printed as SQL (prep/sql). The steps run in the order of the fields. Rows of submissions that were replaced
 * are gone before.
 */
export interface TablePlan {
  readonly table: ReducedTable;
  /** Columns without which a row cannot be told apart from others. */
  readonly needs: readonly string[];
  /** The table that each row must have a row in, with the same values in these columns. */
  readonly under: {
    readonly table: MhsdsTable;
    readonly on: readonly string[];
    /** Columns that must have the same value in both rows where both have one. */
    readonly agree?: readonly string[];
  } | null;
  /**
   * Of rows with the same values in `by` one stays: the highest in the ids of `highest`, as
   * numbers, else the first by the number that the platform gives the row, else by the file.
   */
  readonly oneOf: { readonly by: readonly string[]; readonly highest: readonly string[] } | null;
}

/** The tables that are reduced; the header only says which submissions there are. */
export type ReducedTable = Exclude<MhsdsTable, "MHS000Header">;

const inReferral = {
  table: "MHS101Referral",
  on: ["submission", "referral"],
  agree: ["record"],
} as const;

/** How each table is reduced (docs/reading-mhsds.md). */
export const plans: Readonly<Record<ReducedTable, TablePlan>> = {
  MHS001MPI: {
    table: "MHS001MPI",
    needs: ["record"],
    under: null,
    oneOf: { by: ["submission", "record"], highest: [] },
  },
  MHS002GP: {
    table: "MHS002GP",
    needs: ["record"],
    under: { table: "MHS001MPI", on: ["submission", "record"] },
    oneOf: { by: ["submission", "practice", "start", "end", "record"], highest: [] },
  },
  MHS005PatInd: {
    table: "MHS005PatInd",
    needs: ["record"],
    under: { table: "MHS001MPI", on: ["submission", "record"] },
    oneOf: { by: ["submission", "record"], highest: [] },
  },
  MHS101Referral: {
    table: "MHS101Referral",
    needs: ["referral"],
    under: { table: "MHS001MPI", on: ["submission", "record"] },
    oneOf: { by: ["submission", "referral"], highest: [] },
  },
  MHS102OtherServiceType: {
    table: "MHS102OtherServiceType",
    needs: ["referral"],
    under: inReferral,
    oneOf: { by: ["submission", "team", "closed", "rejected", "referral"], highest: [] },
  },
  MHS201CareContact: {
    table: "MHS201CareContact",
    needs: ["contact", "referral"],
    under: inReferral,
    oneOf: { by: ["submission", "contact"], highest: [] },
  },
  MHS204IndirectActivity: {
    table: "MHS204IndirectActivity",
    needs: ["referral"],
    under: inReferral,
    oneOf: { by: ["date", "time", "referral"], highest: ["activity"] },
  },
  MHS501HospProvSpell: {
    table: "MHS501HospProvSpell",
    needs: ["referral"],
    under: inReferral,
    oneOf: null,
  },
  MHS902ServiceTeamDetails: {
    table: "MHS902ServiceTeamDetails",
    needs: ["team"],
    under: null,
    oneOf: { by: ["submission", "team"], highest: [] },
  },
};

/** Of the submissions of a provider and month the one that counts (docs/reading-mhsds.md). */
export const latestSubmission = {
  by: ["provider", "month"],
  highest: ["fileType", "effectiveFrom", "submission"],
} as const;

/**
 * The GP registration that says the area of a person in a month: not closed, not one of the
 * practice codes for "none" or "not known", of the highest record number
 * (docs/counting-mental-health.md).
 */
export const gpOfPerson = {
  notPractices: ["V81997", "V81998", "V81999"],
  notWith: "end",
  by: ["person", "month"],
  highest: ["record"],
} as const;

/** Of the rows of a referral by month the one that shows it last. */
export const latestOfReferral = { by: ["referral"], highest: ["month", "provider"] } as const;

/** Of the rows of a team by referral and month the one that says what it is. */
export const latestOfTeam = {
  by: ["team"],
  highest: ["month", "main", "type", "ageGroup"],
} as const;

/** Of the referrals of a person the one that says where and what they are at last. */
export const latestOfPerson = { by: ["person"], highest: ["month", "provider"] } as const;

/** A table that rows of others belong to. */
export interface ParentTable {
  /** By the columns that its children name it with, in the order of their plans. */
  readonly index: RowIndex;
  /** Its columns that children's must agree with. */
  readonly column: (name: string) => Int32Array;
}

/** The rules that say why a row goes, by their numbers; see mhsds-rules.ts. */
const [NO_ID, ORPHAN, REPEATED, REPEATED_ACTIVITY] = [3, 4, 5, 6];

/**
 * Carries a plan out: marks the rows that go, with the reason, and returns the row above of each
 * that stays (-1: none). Without the table above nothing can be said of orphans.
 */
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
    const numbers = table.column(ROW_NUMBER);
    keepOne(rowCount, by.map(table.column), {
      isIn: (row) => why[row] === KEPT,
      drop: (row) => (why[row] = reason),
      compare: (a, b) =>
        ranks.reduce((order, rank) => order || rank(a, b), 0) || numbers[b] - numbers[a],
    });
  }
  return above;
}
