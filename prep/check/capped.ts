import type { Finding } from "./finding";
import { LISTED_PER_RULE } from "./run";

/** Findings of one rule, at most `LISTED_PER_RULE` of them and one that says how many more there are. */
export function capped(findings: readonly Finding[]): Finding[] {
  if (findings.length <= LISTED_PER_RULE) return [...findings];
  const more = (findings.length - LISTED_PER_RULE).toLocaleString("en-GB");
  return [...findings.slice(0, LISTED_PER_RULE), { ...findings[0], record: "", line: null, message: `${findings[0].message} (${more} more like this are not listed.)` }];
}
