import type { Severity } from "../check/finding";
import type { CheckResult } from "../results";

const count = new Intl.NumberFormat("en-GB");

/**
 * Lines of a table with aligned columns; those that hold numbers (in the last row) to the right.
 */
export function tableLines(rows: readonly (readonly (string | number)[])[]): string[] {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? count.format(cell) : cell)),
  );
  const widths = texts[0]?.map((_, i) => Math.max(...texts.map((row) => row[i].length))) ?? [];
  const isNumber = rows[rows.length - 1]?.map((cell) => typeof cell === "number") ?? [];
  return texts.map((row) =>
    row
      .map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
      .join("  ")
      .trimEnd(),
  );
}

/**
 * A line for each rule that was broken, with how often in all: errors first, then the most
 * frequent. The words are those of the rule's first finding.
 */
function ruleLines({
  findings,
  summary,
}: Pick<CheckResult, "findings" | "summary">): (string | number)[][] {
  const words = new Map<string, string>();
  for (const { rule, severity, message } of findings)
    if (!words.has(`${severity} ${rule}`)) words.set(`${severity} ${rule}`, message);
  return [...summary]
    .sort((a, b) =>
      a.severity === b.severity ? b.count - a.count : a.severity === "error" ? -1 : 1,
    )
    .map(({ rule, severity, count: times }) => [
      severity,
      rule,
      times,
      words.get(`${severity} ${rule}`) ?? "",
    ]);
}

/** What was read and found, for the terminal; `before` is what the run before found. */
export function checkLines(
  { files, findings, summary, rows }: CheckResult,
  before: Readonly<Record<Severity, number>> | null = null,
): string[] {
  const found = (wanted: Severity): number =>
    summary
      .filter(({ severity }) => severity === wanted)
      .reduce((sum, rule) => sum + rule.count, 0);
  const words = (wanted: Severity): string =>
    `${count.format(found(wanted))} ${wanted}s${before ? ` (was ${count.format(before[wanted])})` : ""}`;
  return [
    ...tableLines([
      ["File", "Taken for"],
      ...files.map(({ name, recognisedAs }) => [name, recognisedAs ?? "not recognised, left out"]),
    ]),
    "",
    ...tableLines([
      ["File", "Table", "Rows in", "Rows out", "Rejected"],
      ...rows.map(({ file, table, rowsIn, rowsOut, rowsRejected }) => [
        file,
        table,
        rowsIn,
        rowsOut,
        rowsRejected,
      ]),
    ]),
    "",
    ...(findings.length === 0
      ? [
          `Nothing was found wrong${before && before.error + before.warning > 0 ? ` (was ${count.format(before.error)} errors, ${count.format(before.warning)} warnings)` : ""}.`,
        ]
      : [
          `Found: ${words("error")}, ${words("warning")}.`,
          ...tableLines(ruleLines({ findings, summary })),
        ]),
  ];
}
