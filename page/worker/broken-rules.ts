import type { CheckResult } from "../../prep/results";
import type { BrokenRule } from "../messages";

/** Places that are named of each rule; the worklists have them all. */
const MOST_PLACES = 20;

const placeOf = ({ file, line, table, record, field }: CheckResult["findings"][number]): string =>
  [file, line === null ? "" : `line ${line}`, table, record, field ?? ""]
    .filter((part) => part !== "")
    .join(", ");

/** The rules that were broken, errors first, then the most frequent. */
export function brokenRules({
  findings,
  summary,
}: Pick<CheckResult, "findings" | "summary">): BrokenRule[] {
  const byRule = new Map<string, CheckResult["findings"][number][]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const list = byRule.get(key);
    if (list) list.push(finding);
    else byRule.set(key, [finding]);
  }
  return [...summary]
    .sort((a, b) =>
      a.severity === b.severity ? b.count - a.count : a.severity === "error" ? -1 : 1,
    )
    .map(({ rule, severity, count }) => {
      const found = byRule.get(`${severity} ${rule}`) ?? [];
      return {
        rule,
        severity,
        count,
        message: found[0]?.message ?? "",
        action: found[0]?.action ?? "",
        places: found.slice(0, MOST_PLACES).map(placeOf),
      };
    });
}
