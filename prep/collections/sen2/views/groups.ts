import type { Grouped } from "../../../columns/column-source";
import { take } from "../../../columns/rows";
import { ethnicityGroups } from "../../../protect/ethnicity-group";
import { sexes, type People } from "../../../protect/people";
import { OUTCOME } from "../model/outcomes";

/** Outcomes of a request or an assessment, as a return has them. */
export const outcomes = ["Y", "N", "A", "W", "H"] as const;

const groupOf = new Int8Array(128).fill(-1);
outcomes.forEach((letter, group) => (groupOf[OUTCOME[letter]] = group));
const grouped = new WeakMap<Uint8Array, Grouped>();

/** Outcomes by case as groups of `outcomes`; worked out once, for they are asked for every day. */
export function outcomeGroups(codes: Uint8Array): Grouped {
  const found = grouped.get(codes) ?? { values: outcomes, groups: take(groupOf, codes) };
  grouped.set(codes, found);
  return found;
}

/** Groups of rows by what a table of people or cases says of them. */
const groupsOf = (
  values: readonly string[],
  rows: ArrayLike<number>,
  of: ArrayLike<number>,
): Grouped => ({ values, groups: take(of, rows) });

/** What every view breaks people down by. */
export const personGroups = (
  persons: Int32Array,
  people: People,
): { readonly sex: Grouped; readonly ethnicity_group: Grouped } => ({
  sex: groupsOf(sexes, persons, people.sex),
  ethnicity_group: groupsOf(ethnicityGroups, persons, people.ethnicityGroup),
});
