import type { RowCount } from "../../../check/finding";
import { KEPT, type CodeTable } from "./code-table";
import { decodeTable, type Texts } from "./decode";
import type { FieldQuality } from "./extract";
import { tellMissingColumns, rejectedFindings } from "../rules/file-findings";
import { plans, runPlan, type ReducedTable, type ParentTable } from "./plans";
import { rowsBySubmission, type SubmissionRows } from "../rules/submission-findings";
import { findSubmissions, type Submissions } from "./submissions";
import type { MhsdsTable, IdDomain } from "../fields/fields";
import type { Tally } from "../rules/tally";
import type { Values } from "./values";
import { ByteDictionary } from "../../../scan/dictionary";

/**
 * A table whose values are decoded and whose rows are reduced, with the row above of each (-1:
 * none).
 */
export interface ReadyTable {
  readonly table: CodeTable;
  readonly texts: Texts;
  readonly above: Int32Array;
}

/** Gives all files of a table, or null where there are none. Asked once for each table. */
export type ReadTable = (table: MhsdsTable) => Promise<CodeTable | null>;

/** Rows of a table that could not be placed, of all that nothing else says again. */
export interface LostRows {
  readonly eligible: number;
  readonly leftOut: number;
}

/** Reasons of rows that are lost: no submission, no id of its own, no row above. */
const isLost = (reason: number): boolean => reason >= 2 && reason <= 4;

/** What reading leaves behind beside the rows. */
export interface Reduction {
  readonly submissions: Submissions;
  readonly quality: readonly FieldQuality[];
  readonly rows: readonly RowCount[];
  readonly lost: ReadonlyMap<string, LostRows>;
  readonly sizes: readonly SubmissionRows[];
  /** Tables that no file has. */
  readonly absent: Set<MhsdsTable>;
  /**
   * Reads the next table and takes it through its steps; null where no file has it. Nothing here
   * holds on to it.
   */
  readonly next: (name: ReducedTable, parent: ParentTable | null) => Promise<ReadyTable | null>;
}

/**
 * Reads what submissions are known from, and makes ready to reduce the tables one after the other.
 */
export async function startReduction(
  read: ReadTable,
  values: Values,
  tally: Tally,
): Promise<Reduction> {
  const quality: FieldQuality[] = [];
  const rows: RowCount[] = [];
  const lost = new Map<string, LostRows>();
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
    lost.set(table.table, lostRows(table));
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
    const texts = decodeTable(table, values, submissions, { tally, quality });
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
  return { submissions, quality, rows, lost, sizes, absent, next };
}

function lostRows({ why, rowCount }: CodeTable): LostRows {
  let [eligible, leftOut] = [0, 0];
  for (let row = 0; row < rowCount; row++) {
    if (isLost(why[row])) leftOut++;
    if (isLost(why[row]) || why[row] === KEPT) eligible++;
  }
  return { eligible, leftOut };
}

/**
 * Ids that the platform makes of the provider and a local id (docs/reading-mhsds.md): UniqServReqID
 * is provider and ServiceRequestID, and so on.
 */
const composed: readonly { readonly id: IdDomain; readonly local: IdDomain }[] = [
  { id: "referral", local: "localReferral" },
  { id: "contact", local: "localContact" },
  { id: "team", local: "localTeam" },
];

/**
 * Stands between the parts of ids that the platform does not make, so that they meet no id of its
 * own.
 */
const MARK = "\u001f";

function codeOf(dictionary: ByteDictionary, text: string): number {
  const bytes = new TextEncoder().encode(text);
  return dictionary.intern(bytes, 0, bytes.length);
}

/**
 * Fills the ids that an extract lacks from the provider of the submission and the local ids,
 * exactly as the platform makes them; a record is a patient in a submission.
 */
function composeIds(table: CodeTable, values: Values, { all }: Submissions): void {
  const submission = table.column("submission");
  const provider = values.domain("provider");
  for (const { id, local } of composed) {
    if (!table.files.some(({ has }) => has.has(local))) continue;
    const [ids, locals] = [table.column(id), table.column(local)];
    const [into, from] = [values.domain(id), values.domain(local)];
    for (let row = 0; row < table.rowCount; row++)
      if (table.why[row] === KEPT && ids[row] === 0 && locals[row] !== 0)
        ids[row] = into.internJoined(
          provider,
          all[submission[row]].providerCode,
          from,
          locals[row],
        );
  }
  if (!table.files.some(({ has }) => has.has("patient"))) return;
  const [record, patient] = [table.column("record"), table.column("patient")];
  const numbers = new ByteDictionary();
  for (let row = 0; row < table.rowCount; row++)
    if (table.why[row] === KEPT && record[row] === 0 && patient[row] !== 0)
      record[row] = values
        .domain("record")
        .internJoined(
          numbers,
          codeOf(numbers, `${submission[row]}${MARK}`),
          values.domain("patient"),
          patient[row],
        );
}

/** The person that a provider knows by a local id, where there is no Person_ID that holds. */
export function localPerson(values: Values): (providerCode: number, patient: number) => number {
  const marked = new ByteDictionary();
  const mark = codeOf(marked, MARK);
  const withMark = new ByteDictionary();
  return (providerCode, patient) =>
    patient === 0
      ? 0
      : values
          .domain("person")
          .internJoined(
            values.domain("provider"),
            providerCode,
            withMark,
            withMark.internJoined(marked, mark, values.domain("patient"), patient),
          );
}
