import type { Finding } from "../../../check/finding";
import { findingOf, type RulesResult, type RuleCount } from "../../../check/run";
import { mhsdsRules, type MhsdsRuleId } from "./mhsds-rules";

/**
 * Findings of a rule that are listed one by one; beyond them each file, field and provider has one
 * whose record says how many more.
 */
export const LISTED = 100;

interface Place {
  readonly file: string;
  readonly table: string;
  readonly field: string | null;
  readonly line: number | null;
  /** ODS code of the provider, where the finding is of one. */
  readonly provider: string | null;
}

interface Group extends Place {
  count: number;
  listed: number;
}

/** Collects findings of millions of rows in bounded memory. */
export interface Tally {
  /** Notes one place at fault. */
  add(rule: MhsdsRuleId, place: Place, message?: string): void;
  /** Notes so many at once; the place is the first of them. */
  addMany(rule: MhsdsRuleId, place: Place, count: number): void;
  finish(): RulesResult;
}

const many = new Intl.NumberFormat("en-GB");

export function findingTally(): Tally {
  const groups = new Map<MhsdsRuleId, Map<string, Group>>();
  const findings: Finding[] = [];
  const counts = new Map<MhsdsRuleId, number>();
  const listedOf = new Map<MhsdsRuleId, number>();
  const note = (
    rule: MhsdsRuleId,
    { file, table, field, line }: Place,
    message: string,
    record = line === null ? "" : `line ${line}`,
  ): void =>
    void findings.push(
      findingOf(mhsdsRules[rule], table, { file, record, line, field }, { message }),
    );

  function groupOf(rule: MhsdsRuleId, place: Place): Group {
    const ofRule = groups.get(rule) ?? new Map<string, Group>();
    groups.set(rule, ofRule);
    const key = `${place.file}|${place.table}|${place.field}|${place.provider}`;
    let group = ofRule.get(key);
    if (group === undefined) ofRule.set(key, (group = { ...place, count: 0, listed: 0 }));
    return group;
  }

  return {
    add(rule, place, message = mhsdsRules[rule].message) {
      const group = groupOf(rule, place);
      group.count++;
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      const listed = listedOf.get(rule) ?? 0;
      if (listed >= LISTED) return;
      listedOf.set(rule, listed + 1);
      group.listed++;
      note(rule, place, message);
    },
    addMany(rule, place, count) {
      if (count === 0) return;
      groupOf(rule, place).count += count;
      counts.set(rule, (counts.get(rule) ?? 0) + count);
    },
    finish() {
      for (const [rule, ofRule] of groups)
        for (const group of ofRule.values()) {
          const more = group.count - group.listed;
          if (more === 0) continue;
          const what = `${many.format(more)} ${group.listed === 0 ? "" : "more "}${more === 1 ? "record" : "records"}`;
          note(
            rule,
            group.listed === 0 ? group : { ...group, line: null },
            mhsdsRules[rule].message,
            group.provider === null ? what : `provider ${group.provider}, ${what}`,
          );
        }
      const summary = [...counts].map(([rule, count]): RuleCount => ({
        rule,
        severity: mhsdsRules[rule].severity,
        count,
      }));
      return { findings, summary, bySchool: summary.map((count) => ({ ...count, school: null })) };
    },
  };
}
