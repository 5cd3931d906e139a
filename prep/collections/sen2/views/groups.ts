import type { Grouped } from "../../../columns/evaluate";
import { ethnicityGroups } from "../../../protect/ethnicity-group";
import { sexes, type People } from "../../../protect/people";
import { OUTCOME } from "../model/outcomes";

/** Outcomes of a request or an assessment, as a return has them. */
export const outcomes = ["Y", "N", "A", "W", "H"] as const;

/** Outcomes by case as groups of `outcomes`. */
export function outcomeGroups(codes: Uint8Array): Grouped {
  const groups = new Int8Array(128).fill(-1);
  outcomes.forEach((letter, group) => (groups[OUTCOME[letter]] = group));
  return { values: outcomes, groups: Int8Array.from(codes, (code) => groups[code]) };
}

/** Groups of rows by what a table of people or cases says of them. */
const groupsOf = (
  values: readonly string[],
  rows: ArrayLike<number>,
  of: ArrayLike<number>,
): Grouped => ({ values, groups: Uint8Array.from(rows, (row) => of[row]) });

/** What every view breaks people down by. */
export const personGroups = (
  persons: Int32Array,
  people: People,
): { readonly sex: Grouped; readonly ethnicity_group: Grouped } => ({
  sex: groupsOf(sexes, persons, people.sex),
  ethnicity_group: groupsOf(ethnicityGroups, persons, people.ethnicityGroup),
});
