import type { Finding } from "../check/finding";
import type { CheckResult } from "../pipeline-contract";

const count = new Intl.NumberFormat("en-GB");

/** Lines of a table with aligned columns; those that hold numbers (in the last row) to the right. */
export function tableLines(rows: readonly (readonly (string | number)[])[]): string[] {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === "number" ? count.format(cell) : cell)));
  const widths = texts[0]?.map((_, i) => Math.max(...texts.map((row) => row[i].length))) ?? [];
  const isNumber = rows[rows.length - 1]?.map((cell) => typeof cell === "number") ?? [];
  return texts.map((row) => row.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  ").trimEnd());
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly count: number;
  readonly message: string;
}

/** How often each rule was broken, errors first, then the most frequent. The words are those of the rule's first finding. */
export function countByRule(findings: readonly Finding[]): RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity, message } of findings) {
    const key = `${severity} ${rule}`;
    const before = counts.get(key);
    counts.set(key, { rule, severity, count: (before?.count ?? 0) + 1, message: before?.message ?? message });
  }
  return [...counts.values()].sort((a, b) => (a.severity === b.severity ? b.count - a.count : a.severity === "error" ? -1 : 1));
}

/** What was read and found, for the terminal. */
export function checkLines({ files, findings, rows }: CheckResult): string[] {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return [
    ...tableLines([["File", "Taken for"], ...files.map(({ name, recognisedAs }) => [name, recognisedAs ?? "not recognised, left out"])]),
    "",
    ...tableLines([["File", "Table", "Rows in", "Rows out", "Rejected"], ...rows.map(({ file, table, rowsIn, rowsOut, rowsRejected }) => [file, table, rowsIn, rowsOut, rowsRejected])]),
    "",
    ...(findings.length === 0
      ? ["Nothing was found wrong."]
      : [
          `Found: ${count.format(errors)} errors, ${count.format(findings.length - errors)} warnings.`,
          ...tableLines(countByRule(findings).map((rule) => [rule.severity, rule.rule, rule.count, rule.message])),
        ]),
  ];
}
