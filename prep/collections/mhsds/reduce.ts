import type { RowCount } from "../../check/finding";
import { KEPT, type CodeTable } from "./code-table";
import { composeIds } from "./compose-ids";
import { decodeTable, type Texts } from "./decode";
import type { FieldQuality } from "./extract";
import { tellMissingColumns } from "./missing-columns";
import { plans, type ReducedTable } from "./plans";
import { rejectedFindings } from "./rejected-findings";
import { runPlan, type ParentTable } from "./run-plan";
import { rowsBySubmission, type SubmissionRows } from "./submission-findings";
import { findSubmissions, type Submissions } from "./submissions";
import type { MhsdsTable } from "./tables";
import type { Tally } from "./tally";
import type { Values } from "./values";

/** A table whose values are decoded and whose rows are reduced, with the row above of each (-1: none). */
export interface ReadyTable {
  readonly table: CodeTable;
  readonly texts: Texts;
  readonly above: Int32Array;
}

/** Gives all files of a table, or null where there are none. Asked once for each table. */
export type ReadTable = (table: MhsdsTable) => Promise<CodeTable | null>;

/** What reading leaves behind beside the rows. */
export interface Reduction {
  readonly submissions: Submissions;
  readonly quality: readonly FieldQuality[];
  readonly rows: readonly RowCount[];
  readonly sizes: readonly SubmissionRows[];
  /** Tables that no file has. */
  readonly absent: Set<MhsdsTable>;
  /** Reads the next table and takes it through its steps; null where no file has it. Nothing here holds on to it. */
  readonly next: (name: ReducedTable, parent: ParentTable | null) => Promise<ReadyTable | null>;
}

/** Reads what submissions are known from, and makes ready to reduce the tables one after the other. */
export async function startReduction(
  read: ReadTable,
  values: Values,
  tally: Tally,
): Promise<Reduction> {
  const quality: FieldQuality[] = [];
  const rows: RowCount[] = [];
  const sizes: SubmissionRows[] = [];
  const absent = new Set<MhsdsTable>();
  const loaded = new Map<MhsdsTable, CodeTable>();
  for (const name of ["MHS000Header", "MHS001MPI", "MHS101Referral"] as const) {
    const table = await read(name);
    if (table) loaded.set(name, table);
    else absent.add(name);
  }
  const submissions = findSubmissions([...loaded.values()], values, tally);

  function count(table: CodeTable): void {
    for (const { file, from, to, seen } of table.files) {
      let out = 0;
      for (let row = from; row < to; row++) if (table.why[row] === KEPT) out++;
      rows.push({ file, table: table.table, rowsIn: seen, rowsOut: out, rowsRejected: seen - out });
    }
    rejectedFindings(table, submissions, tally);
  }

  async function take(name: MhsdsTable): Promise<CodeTable | null> {
    const table = loaded.get(name) ?? (absent.has(name) ? null : await read(name));
    loaded.delete(name);
    if (!table) absent.add(name);
    return table;
  }

  async function next(name: ReducedTable, parent: ParentTable | null): Promise<ReadyTable | null> {
    const table = await take(name);
    if (!table) return null;
    const plan = plans[name];
    submissions.resolve(table);
    composeIds(table, values, submissions);
    tellMissingColumns(table, plan, tally);
    const texts = decodeTable(table, values, submissions, tally, quality);
    const above = runPlan(plan, table, values, parent);
    count(table);
    sizes.push({
      table: name,
      counts: rowsBySubmission(table.column("submission"), table.why, submissions.all.length),
    });
    return { table, texts, above };
  }

  const headers = loaded.get("MHS000Header");
  if (headers) count(headers);
  loaded.delete("MHS000Header");
  return { submissions, quality, rows, sizes, absent, next };
}
