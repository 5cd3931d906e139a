import type { Grouped } from "../../../columns/column-source";
import { take } from "../../../columns/rows";
import { isMissing, when, type Expression } from "../../../columns/expression";
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

/** Indexes into a list of values from 1, 0 for none, as groups. */
export function fromOne(values: readonly string[], indexes: Uint8Array): Grouped {
  const groups = new Int8Array(indexes.length);
  for (let row = 0; row < groups.length; row++) groups[row] = indexes[row] - 1;
  return { values, groups };
}

/** A SEN type by itself, or that there is none. */
export const needOf = <V extends string>(need: Expression<"text", V>) =>
  when([[isMissing(need), "not_recorded"]], need);
