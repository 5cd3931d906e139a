import type { DateColumnVerdict } from "../../../../src/kpi/date-order";
import { monthEnd } from "../../../calendar/periods";
import { TextColumn } from "../../../columns/column";
import { judgeDates } from "../../../columns/date-order";
import { numbering } from "../../../columns/numbering";
import { gather, gather16 } from "../../../columns/rows";
import type { FieldQuality } from "./extract";
import type { MhsdsColumn, MhsdsTable } from "../fields/fields";
import type { MhsdsRuleId } from "../rules/mhsds-rules";
import type { Tally } from "../rules/tally";
import { fieldsOf, KEPT, type CodeTable, type FileRows } from "./code-table";
import { classes, missingOf, none, readValue, type QualityClass } from "./read-value";
import type { Submissions } from "./submissions";
import type { Values } from "./values";

const CLASS = Object.fromEntries(classes.map((name, i) => [name, i])) as Readonly<
  Record<QualityClass, number>
>;

/** Columns that say whose row it is: read by the submissions. */
const ofPlace: ReadonlySet<string> = new Set([
  "monthNumber",
  "fileType",
  "effectiveFrom",
  "version",
]);

/** The rule that a value breaks that is none of its kind; MH11 where no other is named. */
const FAULTS: Partial<Record<MhsdsColumn["kind"], MhsdsRuleId>> = {
  code: "MH10",
  organisation: "MH12",
  district: "MH12",
  age: "MH13",
};
const faultOf = ({ kind }: MhsdsColumn): MhsdsRuleId => FAULTS[kind] ?? "MH11";

/** The texts of the columns of codes, by their new codes. */
export type Texts = ReadonlyMap<string, readonly string[]>;

/** How often something was met, by submission, with the first row. */
interface Tellings {
  readonly counts: Int32Array;
  readonly rows: Int32Array;
}

const tellings = (submissions: number): Tellings => ({
  counts: new Int32Array(submissions),
  rows: new Int32Array(submissions),
});

function note({ counts, rows }: Tellings, submission: number, row: number): void {
  if (counts[submission]++ === 0) rows[submission] = row;
}

/**
 * What the distinct texts of a column become: those of older versions first, then those of version
 * 6, by code.
 */
interface ReadColumn {
  readonly size: number;
  readonly values: Int32Array;
  readonly sorts: Uint8Array;
  readonly texts: readonly string[];
}

function readColumn(column: MhsdsColumn, distinct: readonly string[]): ReadColumn {
  const { texts, of } = numbering();
  const missing = none(missingOf(column));
  const reads = [true, false].flatMap((isOld) =>
    distinct.map((text, code) => (code === 0 ? missing : readValue(column, text, isOld, of))),
  );
  return {
    size: distinct.length,
    values: Int32Array.from(reads, ({ value }) => value),
    sorts: Uint8Array.from(reads, ({ sort }) => CLASS[sort]),
    texts,
  };
}

/** The same column with none of its texts read. */
const unread = (read: ReadColumn, column: MhsdsColumn): ReadColumn => ({
  ...read,
  values: read.values.map(() => missingOf(column)),
  sorts: read.sorts.map((sort) => (sort === CLASS.missing ? sort : CLASS.invalid)),
});

/** The verdict on each date column of one file of a table, by the texts that its kept rows have. */
function judgeFile(
  table: CodeTable,
  { from, to, has }: FileRows,
  strings: (column: MhsdsColumn) => readonly string[],
): ReadonlyMap<string, DateColumnVerdict> {
  const dates = fieldsOf(table.table).filter(({ kind, name }) => kind === "date" && has.has(name));
  return judgeDates(
    new Map(
      dates.map((column) => [
        column.name,
        new TextColumn(table.column(column.name).subarray(from, to), strings(column)),
      ]),
    ),
  );
}

/** What is told of the rows of one file. */
interface Told {
  readonly invalid: Tellings;
  readonly blank: Tellings;
  readonly late: Tellings;
}

/** A column of the rows of one file. */
interface Part {
  readonly table: CodeTable;
  readonly column: MhsdsColumn;
  readonly part: FileRows;
}

/** What decoding asks of each submission, by its number. */
interface OfSubmissions {
  /** 1 from version 6 on. */
  readonly isNew: Uint8Array;
  /** The last day that is not too late. */
  readonly lastDay: Int32Array;
}

/** Puts values in place of the codes of a file's rows, and counts how they are sorted. */
function decodeCells(
  { table, column, part: { from, to } }: Part,
  { size, values, sorts }: ReadColumn,
  { isNew, lastDay }: OfSubmissions,
  sorted: Int32Array,
): Told {
  const [INVALID, BLANK] = [CLASS.invalid, CLASS.missing];
  const { why } = table;
  const [submission, cells] = [table.column("submission"), table.column(column.name)];
  const told = (): Tellings => tellings(isNew.length);
  const [invalid, blank, late] = [told(), told(), told()];
  for (let row = from; row < to; row++) {
    if (why[row] !== KEPT) continue;
    const s = submission[row];
    const at = cells[row] + isNew[s] * size;
    const sort = sorts[at];
    const value = values[at];
    sorted[s * 5 + sort]++;
    cells[row] = value;
    if (sort === INVALID) note(invalid, s, row);
    else if (sort === BLANK) note(blank, s, row);
    else if (value > lastDay[s]) note(late, s, row);
  }
  return { invalid, blank, late };
}

/** Where decoding leaves what it noticed. */
interface Noticed {
  readonly tally: Tally;
  readonly quality: FieldQuality[];
}

/** Tells of the values of a column of one file, by provider. */
function tellColumn(
  { table: { table, lines }, column, part: { file, has } }: Part,
  { invalid, blank, late }: Told,
  { all }: Submissions,
  tally: Tally,
): void {
  const tell = (rule: MhsdsRuleId, { counts, rows }: Tellings): void =>
    all.forEach(({ provider }, s) =>
      tally.addMany(
        rule,
        { file, table, field: column.heading, line: lines[rows[s]], provider },
        counts[s],
      ),
    );
  tell(faultOf(column), invalid);
  if (column.mandatory && has.has(column.name)) tell("MH14", blank);
  tell("MH15", late);
}

/** Tells that a date column of a file was refused, or read day first where either order fits. */
function tellOrder(
  verdict: DateColumnVerdict,
  { table: { table }, column: { heading }, part: { file } }: Part,
  tally: Tally,
): void {
  if (verdict === "read") return;
  const place = { file, table, field: heading, line: null, provider: null };
  tally.add(verdict === "refuse" ? "MH23" : "MH24", place);
}

/** How the values of a column are sorted, by submission that counts. */
const qualityOf = (
  table: MhsdsTable,
  { heading, since = 0 }: MhsdsColumn,
  { all }: Submissions,
  sorted: Int32Array,
): FieldQuality[] =>
  all.flatMap(({ provider, month, version, isLatest }, s) => {
    const counts = sorted.subarray(s * classes.length, (s + 1) * classes.length);
    if (!isLatest || version < since || counts.every((count) => count === 0)) return [];
    const [valid, other, byDefault, invalid, missing] = counts;
    const place = { provider, month, table, field: heading };
    return { ...place, valid, other, default: byDefault, invalid, missing };
  });

/**
 * Puts values in place of the codes of every field of the rows that are kept so far: days, whole
 * numbers (-1: none), and new codes of texts.
 * What cannot be read, or is not in its code set, becomes "no value" and is told with counts by
 * file, field and provider. Returns the texts.
 */
export function decodeTable(
  table: CodeTable,
  values: Values,
  submissions: Submissions,
  { tally, quality }: Noticed,
): Texts {
  const { all } = submissions;
  const texts = new Map<string, readonly string[]>();
  const isNew = Uint8Array.from(all, ({ version }) => (version < 6 ? 0 : 1));
  const never = new Int32Array(all.length).fill(0x7fffffff);
  const monthEnds = Int32Array.from(all, ({ month }) => monthEnd(month));
  const stringsOf = (column: MhsdsColumn): readonly string[] =>
    values.of(table.table, column).strings();
  // Before any code becomes a value.
  const verdicts = table.files.map((part) => judgeFile(table, part, stringsOf));
  for (const column of fieldsOf(table.table)) {
    if (ofPlace.has(column.name)) continue;
    const read = readColumn(column, stringsOf(column));
    if (missingOf(column) === 0) texts.set(column.name, read.texts);
    const limits = { isNew, lastDay: column.past ? monthEnds : never };
    const sorted = new Int32Array(all.length * classes.length);
    for (const [i, part] of table.files.entries()) {
      const verdict = verdicts[i].get(column.name) ?? "read";
      const taken = verdict === "refuse" ? unread(read, column) : read;
      const told = decodeCells({ table, column, part }, taken, limits, sorted);
      tellOrder(verdict, { table, column, part }, tally);
      tellColumn({ table, column, part }, told, submissions, tally);
    }
    quality.push(...qualityOf(table.table, column, submissions, sorted));
  }
  return texts;
}

/** The decoded columns of some rows of a table. */
export const columnsOfRows = (table: CodeTable, texts: Texts, rows: Int32Array) => ({
  cells: (name: string): Int32Array => gather(table.column(name), rows),
  small: (name: string): Int16Array => gather16(table.column(name), rows),
  text: (name: string): TextColumn =>
    new TextColumn(gather(table.column(name), rows), texts.get(name)!),
});
