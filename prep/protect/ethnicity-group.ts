import { matches, when, type Expression } from "../columns/expression";
import { ethnicitiesOfGroups } from "../reference/code-sets";

export const ethnicityGroups = [
  ...ethnicitiesOfGroups.map(([, group]) => group),
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
    ethnicitiesOfGroups.map(([pattern, group]) => [matches(code, pattern), group] as const),
    "not_recorded",
  );
