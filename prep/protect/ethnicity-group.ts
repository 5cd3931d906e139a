export const ethnicityGroups = [
  "white",
  "mixed",
  "asian",
  "black",
  "other",
  "not_stated",
  "not_recorded",
] as const;
type EthnicityGroup = (typeof ethnicityGroups)[number];

/**
 * First letters of the CBDS ethnicity codes (main and extended) and the group that DfE publishes
 * them in; `CHNE` and its sub-codes are Asian.
 */
const groupByFirstLetter: Readonly<Record<string, EthnicityGroup>> = {
  W: "white",
  M: "mixed",
  A: "asian",
  C: "asian",
  B: "black",
  O: "other",
};

/**
 * Ethnicity group of a CBDS code: white, mixed, asian, black, other, not_stated (REFU, NOBT) or
 * not_recorded (blank, or no CBDS code).
 * MOTH is mixed, not Asian. Extended four-letter codes go by their first letter, as the main code
 * they belong to does.
 */
export function ethnicityGroup(code: string | null): EthnicityGroup {
  if (code === null) return "not_recorded";
  if (code === "REFU" || code === "NOBT") return "not_stated";
  return /^[A-Z]{4}$/.test(code) ? (groupByFirstLetter[code[0]] ?? "not_recorded") : "not_recorded";
}
