import type { RuleText } from "../check/rule";

/** What linking people may find. */
export const linkRules = {
  X04: {
    id: "X04",
    severity: "warning",
    table: "person",
    field: null,
    message:
      "The record shares an identifier with another one but was not taken for the same person.",
    action:
      "Find out which of the two records is right, and correct the identifier, the name or the date of birth of the other.",
    basis:
      "People are linked by UPN, else ULN, else name and date of birth, never across two valid UPNs",
  },
} as const satisfies Readonly<Record<string, RuleText>>;
