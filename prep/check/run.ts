import type { Finding, Refused, Severity } from "./finding";
import type { Hit, Rule, RuleText } from "./rule";

/** Where a finding is, as the user sees it. */
export type RecordPlace = Pick<Finding, "file" | "record" | "line" | "field" | "school">;

/** Names the place of a row (-1: the whole table) and a column (lower case, or null). */
export type Locate = (table: string, row: number, field: string | null) => RecordPlace;

/** Tells the school of a row as a finding names it; null where nothing says so. */
export type SchoolOfRow = (table: string, row: number) => string | null;

/** How often a rule fired in all, also beyond what is listed. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** The same by school; null for records of no known school. */
export interface SchoolCount extends RuleCount {
  readonly school: string | null;
}

export interface RulesResult {
  readonly findings: readonly Finding[];
  readonly summary: readonly RuleCount[];
  readonly bySchool: readonly SchoolCount[];
}

/** Counts by rule, severity and school, in the order in which they come up. */
function schoolCounts(): {
  add(rule: string, severity: Severity, school: string | null, count: number): void;
  readonly counts: readonly SchoolCount[];
} {
  const counts = new Map<string, SchoolCount>();
  return {
    add(rule, severity, school, count) {
      const key = `${rule} ${severity} ${school ?? ""}`;
      counts.set(key, { rule, severity, school, count: (counts.get(key)?.count ?? 0) + count });
    },
    get counts() {
      return [...counts.values()];
    },
  };
}

const placeOfFile = (file: string): RecordPlace => ({ file, record: "", line: null, field: null });

/** The one finding that stands for those of a rule in a file that are not listed. */
const moreOf = (rule: RuleText, table: string, file: string, count: number): Finding =>
  findingOf(rule, table, placeOfFile(file), {
    message: `${rule.message} (${(count - LISTED_PER_RULE).toLocaleString("en-GB")} more findings of this rule in this file are not listed.)`,
  });

/**
 * Findings listed for one rule in one file; the rest is one finding that says how many more there
 * are.
 */
const LISTED_PER_RULE = 1000;

/**
 * The finding of a rule at a place; `message`, `severity` and `refuses` replace the rule's own,
 * null for nothing refused.
 */
export const findingOf = (
  rule: RuleText,
  table: string,
  place: RecordPlace,
  {
    message = rule.message,
    severity = rule.severity,
    refuses = rule.refuses ?? null,
  }: Partial<Hit> & { readonly refuses?: Refused | null } = {},
): Finding => ({
  rule: rule.id,
  severity,
  ...place,
  table,
  message,
  action: rule.action,
  ...(refuses !== null && severity === "error" ? { refuses } : {}),
});

/**
 * Runs rules over one source. Findings come in the order of the rules, then of the predicate; the
 * summary has one row
 * for each rule and severity that fired, with the full count, and so have the schools.
 */
export function runRules<S>(
  rules: readonly Rule<S>[],
  source: S,
  locate: Locate,
  schoolOf: SchoolOfRow = () => null,
): RulesResult {
  const findings: Finding[] = [];
  const summary: RuleCount[] = [];
  const bySchool = schoolCounts();
  const fileOf = new Map<string, string>();
  for (const rule of rules) {
    const inFile = new Map<string, number>();
    const bySeverity = new Map<Severity, number>();
    for (const hit of rule.find(source)) {
      const table = hit.table ?? rule.table;
      const severity = hit.severity ?? rule.severity;
      if (!fileOf.has(table)) fileOf.set(table, locate(table, -1, null).file);
      const file = fileOf.get(table)!;
      const before = inFile.get(file) ?? 0;
      inFile.set(file, before + 1);
      bySeverity.set(severity, (bySeverity.get(severity) ?? 0) + 1);
      const school = schoolOf(table, hit.row);
      bySchool.add(rule.id, severity, school, 1);
      if (before >= LISTED_PER_RULE) continue;
      const place = locate(table, hit.row, hit.field === undefined ? rule.field : hit.field);
      findings.push(findingOf(rule, table, school === null ? place : { ...place, school }, hit));
    }
    for (const [file, count] of inFile) {
      if (count <= LISTED_PER_RULE) continue;
      findings.push(moreOf(rule, rule.table, file, count));
    }
    for (const [severity, count] of bySeverity) summary.push({ rule: rule.id, severity, count });
  }
  return { findings, summary, bySchool: bySchool.counts };
}

/**
 * Findings that no predicate made, listed and counted as `runRules` does; `rules` are those that
 * they may be of.
 */
export function listFindings(found: readonly Finding[], rules: readonly RuleText[]): RulesResult {
  const inFile = new Map<string, { readonly first: Finding; count: number }>();
  const counts = new Map<string, RuleCount>();
  const bySchool = schoolCounts();
  const findings: Finding[] = [];
  for (const finding of found) {
    const { rule, severity, file, school = null } = finding;
    bySchool.add(rule, severity, school, 1);
    const seen = inFile.get(`${rule} ${file}`) ?? { first: finding, count: 0 };
    inFile.set(`${rule} ${file}`, seen);
    if (seen.count++ < LISTED_PER_RULE) findings.push(finding);
    const key = `${rule} ${severity}`;
    counts.set(key, { rule, severity, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  for (const { first, count } of inFile.values()) {
    const rule = rules.find(({ id }) => id === first.rule);
    if (rule && count > LISTED_PER_RULE)
      findings.push(moreOf(rule, first.table, first.file, count));
  }
  return { findings, summary: [...counts.values()], bySchool: bySchool.counts };
}

/**
 * Several results as one: the findings one after the other, the counts of the same rule and
 * severity added up.
 */
export function together(results: readonly RulesResult[]): RulesResult {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity, count } of results.flatMap(({ summary }) => summary)) {
    const key = `${rule} ${severity}`;
    counts.set(key, { rule, severity, count: (counts.get(key)?.count ?? 0) + count });
  }
  const bySchool = schoolCounts();
  for (const { rule, severity, school, count } of results.flatMap((result) => result.bySchool))
    bySchool.add(rule, severity, school, count);
  return {
    findings: results.flatMap(({ findings }) => findings),
    summary: [...counts.values()],
    bySchool: bySchool.counts,
  };
}
