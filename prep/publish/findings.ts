import { desc } from "arquero";
import type { ColumnTable } from "arquero";
import type { Finding, RowCount } from "../check/finding";
import { recordGroupsOf, recordsOf, recordTable } from "../columns/record-table";
import type { StarData } from "../star/frame";
import { listChunks, listTable } from "./list";
import type { ListColumn } from "./list";
import type { WorkPlace, WorkPlaces } from "./work-places";

const findingColumns: readonly ListColumn<Finding>[] = [
  { name: "severity", type: "text", value: (finding) => finding.severity },
  { name: "rule", type: "text", value: (finding) => finding.rule },
  { name: "file", type: "text", value: (finding) => finding.file },
  { name: "table", type: "text", value: (finding) => finding.table },
  { name: "record", type: "text", value: (finding) => finding.record },
  { name: "line", type: "int64", value: (finding) => finding.line },
  { name: "field", type: "text", value: (finding) => finding.field },
  { name: "message", type: "text", value: (finding) => finding.message },
  { name: "action", type: "text", value: (finding) => finding.action },
];

/** Where a finding is: the order of the lists below all else. */
const PLACE = ["file", "table", "line", "record_key", "rule", "field"] as const;

/** The columns of `PLACE`, of the finding that stands for a record. */
const placeOf = <T>(findingOf: (record: T) => Finding) => ({
  file: (record: T) => findingOf(record).file,
  table: (record: T) => findingOf(record).table,
  line: (record: T) => findingOf(record).line ?? 0,
  record_key: (record: T) => findingOf(record).record,
  rule: (record: T) => findingOf(record).rule,
  field: (record: T) => findingOf(record).field ?? "",
});

/** Findings as a table, errors first, then by file, table and line. */
const findingTable = (findings: readonly Finding[]): ColumnTable =>
  recordTable(findings, {
    is_error: ({ severity }) => severity === "error",
    ...placeOf((finding: Finding) => finding),
  }).orderby(desc("is_error"), ...PLACE);

/** The findings as a table, with the columns of findings.csv. */
export const findingsTable = (findings: readonly Finding[]): StarData =>
  listTable("finding", findingColumns, findings);

/** findings.csv: one row for every finding, errors first, then by file, table and line. */
export const findingsCsv = (findings: readonly Finding[]): Generator<Uint8Array> =>
  listChunks("findings", findingColumns, recordsOf<Finding>(findingTable(findings)));

/** What is to be done about one record. */
export interface Task {
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly place: WorkPlace;
}

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join("; ");

const taskColumns: readonly ListColumn<Task>[] = [
  { name: "severity", type: "text", value: ({ errors }) => (errors > 0 ? "error" : "warning") },
  { name: "errors", type: "int64", value: ({ errors }) => errors },
  { name: "warnings", type: "int64", value: ({ findings, errors }) => findings.length - errors },
  { name: "file", type: "text", value: ({ findings }) => findings[0].file },
  { name: "table", type: "text", value: ({ findings }) => findings[0].table },
  { name: "record", type: "text", value: ({ findings }) => findings[0].record },
  {
    name: "line",
    type: "int64",
    value: ({ findings }) => findings.find(({ line }) => line !== null)?.line,
  },
  {
    name: "rules",
    type: "text",
    value: ({ findings }) => distinct(findings.map(({ rule }) => rule)),
  },
  {
    name: "fields",
    type: "text",
    value: ({ findings }) => distinct(findings.flatMap(({ field }) => field ?? [])),
  },
  {
    name: "what_to_do",
    type: "text",
    value: ({ findings }) => distinct(findings.map(({ action }) => action)),
  },
  { name: "urn", type: "text", value: ({ place }) => place.urn },
  { name: "school", type: "text", value: ({ place }) => place.name ?? place.school },
  { name: "team", type: "text", value: ({ place }) => place.team },
];

function taskOf(findings: readonly Finding[], places: WorkPlaces): Task {
  return {
    findings,
    errors: findings.filter(({ severity }) => severity === "error").length,
    place: places.of(findings.find(({ school }) => school !== undefined)?.school),
  };
}

/**
 * One task for every record with findings, most errors first, then most warnings, then by file,
 * table and line.
 */
export function tasksOf(findings: readonly Finding[], places: WorkPlaces): Task[] {
  const byRecord = findingTable(findings).groupby("file", "table", "record_key");
  const tasks = recordGroupsOf<Finding>(byRecord).map((ofRecord) => taskOf(ofRecord, places));
  const inOrder = recordTable(tasks, {
    errors: ({ errors }) => errors,
    findings: ({ findings: ofTask }) => ofTask.length,
    ...placeOf(({ findings: [first] }: Task) => first),
  }).orderby(desc("errors"), desc("findings"), ...PLACE);
  return recordsOf(inOrder);
}

/** worklist.csv, or a part of it: one row for every task, in the order given. */
export const worklistCsv = (tasks: readonly Task[]): Generator<Uint8Array> =>
  listChunks("worklist", taskColumns, tasks);

const rowColumns: readonly ListColumn<RowCount>[] = [
  { name: "file", type: "text", value: (count) => count.file },
  { name: "table", type: "text", value: (count) => count.table },
  { name: "rows_in", type: "int64", value: (count) => count.rowsIn },
  { name: "rows_out", type: "int64", value: (count) => count.rowsOut },
  { name: "rows_rejected", type: "int64", value: (count) => count.rowsRejected },
];

/** The rows in, out and rejected as a table, with the columns of rows.csv. */
export const rowsReadTable = (rows: readonly RowCount[]): StarData =>
  listTable("rows_read", rowColumns, rows);

/** rows.csv: rows in, out and rejected for every table of every file. */
export const rowsCsv = (rows: readonly RowCount[]): Generator<Uint8Array> =>
  listChunks(
    "rows",
    rowColumns,
    recordsOf(recordTable(rows, ["file", "table"]).orderby("file", "table")),
  );
