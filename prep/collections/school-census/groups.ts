import type { TextColumn } from "../../columns/column";
import { senTypes } from "../../reference/code-sets";
import { censusCodeSets, phases } from "./code-sets";

/** Values that a field is counted by, the last for whatever is none of them. */
export interface Grouping {
  readonly values: readonly string[];
  /** Index into `values` of each code. */
  readonly of: ReadonlyMap<string, number>;
}

const grouping = (pairs: readonly (readonly [code: string, value: string])[]): Grouping => {
  const values = [...new Set([...pairs.map(([, value]) => value), "not_recorded"])];
  return { values, of: new Map(pairs.map(([code, value]) => [code, values.indexOf(value)])) };
};
const asTheyAre = (codes: readonly string[]): Grouping =>
  grouping(codes.map((code) => [code, code]));

/** SEN provision: statements (S) count as plans, school action (A, P) as SEN support. */
export const senProvision = grouping([
  ["N", "no_sen"],
  ["K", "sen_support"],
  ["A", "sen_support"],
  ["P", "sen_support"],
  ["E", "ehc_plan"],
  ["S", "ehc_plan"],
]);
/** SEN types of SEN2 and, for SEN support, no specialist assessment. */
export const needTypes = asTheyAre([...senTypes.map(({ code }) => code), "NSA"]);
export const phase = grouping(phases);
export const yearGroup = asTheyAre(censusCodeSets.NCyear);
export const enrolStatus = asTheyAre(censusCodeSets.EnrolStatus);
export const freeMeals: readonly string[] = ["not_eligible", "eligible"];
/** Suspensions and exclusions; FIXD is the old code of SUSP. */
export const exclusionCategory = grouping([
  ["SUSP", "SUSP"],
  ["FIXD", "SUSP"],
  ["LNCH", "LNCH"],
  ["PERM", "PERM"],
]);
export const exclusionReason = asTheyAre(censusCodeSets.ExclusionReason);

/** The group of each row of a coded column. */
export function groupsOf({ codes, dictionary }: TextColumn, { values, of }: Grouping): Uint8Array {
  const byCode = dictionary.map((value) => of.get(value) ?? values.length - 1);
  return Uint8Array.from(codes, (code) => byCode[code]);
}
