import { matches, when, type Expression } from "../columns/expression";

/**
 * The groups that DfE publishes, with the CBDS codes that they hold. Extended four-letter codes go
 * by their first letter, as the main code they belong to does: `MOTH` is mixed, `CHNE` and its
 * sub-codes are Asian.
 */
export const codesOfGroups = [
  ["W[A-Z]{3}", "white"],
  ["M[A-Z]{3}", "mixed"],
  ["[AC][A-Z]{3}", "asian"],
  ["B[A-Z]{3}", "black"],
  ["O[A-Z]{3}", "other"],
  ["REFU|NOBT", "not_stated"],
] as const;

export const ethnicityGroups = [
  ...codesOfGroups.map(([, group]) => group),
  "not_recorded",
] as const;

/**
 * The group of a CBDS code of ethnicity, one of `ethnicityGroups` in their order; not_recorded where
 * there is no code, or one that CBDS does not have.
 */
export const ethnicityGroupOf = (
  code: Expression<"text">,
): Expression<"text", (typeof ethnicityGroups)[number]> =>
  when(
    codesOfGroups.map(([pattern, group]) => [matches(code, pattern), group] as const),
    "not_recorded",
  );
