import type { RuleText } from "../check/rule";
import type { RuleCount } from "../check/run";
import { listChunks } from "./list";

/**
 * rules.csv: every rule with what it says, where it comes from, and how often it was broken in all,
 * by id.
 */
export function rulesCsv(
  rules: readonly RuleText[],
  summary: readonly RuleCount[],
): Generator<Uint8Array> {
  const times = (id: string): number =>
    summary.filter(({ rule }) => rule === id).reduce((sum, { count }) => sum + count, 0);
  return listChunks(
    "rules",
    [
      { name: "rule", type: "text", value: ({ id }) => id },
      { name: "severity", type: "text", value: ({ severity }) => severity },
      { name: "table", type: "text", value: ({ table }) => table || null },
      { name: "field", type: "text", value: ({ field }) => field },
      { name: "message", type: "text", value: ({ message }) => message },
      { name: "action", type: "text", value: ({ action }) => action },
      { name: "basis", type: "text", value: ({ basis }) => basis },
      { name: "times_broken", type: "int64", value: ({ id }) => times(id) },
    ],
    [...rules].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}
