import type { Finding, RowCount, Severity } from "../check/finding";
import { listChunks } from "./list";
import type { ListColumn } from "./list";
import type { WorkPlace, WorkPlaces } from "./work-places";

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1 };
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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

const inPlace = (a: Finding, b: Finding): number =>
  byText(a.file, b.file) ||
  byText(a.table, b.table) ||
  (a.line ?? 0) - (b.line ?? 0) ||
  byText(a.record, b.record) ||
  byText(a.rule, b.rule) ||
  byText(a.field ?? "", b.field ?? "");

/** findings.csv: one row for every finding, errors first, then by file, table and line. */
export function findingsCsv(findings: readonly Finding[]): Generator<Uint8Array> {
  return listChunks(
    "findings",
    findingColumns,
    [...findings].sort((a, b) => rank[a.severity] - rank[b.severity] || inPlace(a, b)),
  );
}

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

/** One task for every record with findings, most errors first, then most warnings, then by file, table and line. */
export function tasksOf(findings: readonly Finding[], places: WorkPlaces): Task[] {
  const records = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.file, finding.table, finding.record]);
    const group = records.get(key);
    if (group) group.push(finding);
    else records.set(key, [finding]);
  }
  const tasks = [...records.values()].map((group): Task => {
    const inOrder = group.sort((a, b) => rank[a.severity] - rank[b.severity] || inPlace(a, b));
    return {
      findings: inOrder,
      errors: inOrder.filter(({ severity }) => severity === "error").length,
      place: places.of(inOrder.find(({ school }) => school !== undefined)?.school),
    };
  });
  return tasks.sort(
    (a, b) =>
      b.errors - a.errors ||
      b.findings.length - a.findings.length ||
      inPlace(a.findings[0], b.findings[0]),
  );
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

/** rows.csv: rows in, out and rejected for every table of every file. */
export function rowsCsv(rows: readonly RowCount[]): Generator<Uint8Array> {
  return listChunks(
    "rows",
    rowColumns,
    [...rows].sort((a, b) => byText(a.file, b.file) || byText(a.table, b.table)),
  );
}
