import { ageOn, type Day } from "../calendar/day";
import { MISSING } from "../columns/column";

/**
 * Bands that the published release has, then ages outside them and birth dates that are not known
 * (docs/counting.md).
 */
export const ageBands = [
  "0-4",
  "5-10",
  "11-15",
  "16-19",
  "20-25",
  "other_age",
  "not_recorded",
] as const;

const OTHER = ageBands.indexOf("other_age");
const NOT_RECORDED = ageBands.indexOf("not_recorded");
const upTo = [4, 10, 15, 19, 25];

/** Index into `ageBands` of an age in completed years. */
function ageBandOfAge(age: number): number {
  if (age < 0) return OTHER;
  const band = upTo.findIndex((limit) => age <= limit);
  return band < 0 ? OTHER : band;
}

/** Index into `ageBands` of the age on a day; MISSING days give not_recorded. */
export const ageBandOn = (birth: Day, on: Day): number =>
  birth === MISSING || on === MISSING ? NOT_RECORDED : ageBandOfAge(ageOn(birth, on));
