import { authorityEverOfGss } from "../../reference/authorities";
import { upperTierOf } from "../../reference/districts";

/** Who answers for the special educational needs of those who live in an area of an ONS code: a three-digit authority number, `outside_england`, or `not_recorded`. A district counts for its county. */
export function councilOf(onsCode: string): string {
  if (onsCode === "") return "not_recorded";
  if (!onsCode.startsWith("E")) return /^[NSW]/.test(onsCode) ? "outside_england" : "not_recorded";
  return authorityEverOfGss(upperTierOf(onsCode)) ?? "not_recorded";
}

/** Whether someone counts as living in England: the code says so, or none is recorded (health-extracts 2.1). */
export const livesInEngland = (onsCode: string): boolean =>
  onsCode === "" || onsCode.startsWith("E");
