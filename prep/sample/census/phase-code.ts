import type { School } from "../schools";

/** Phase of a school as the census codes it. */
export function phaseCode({ group, phase }: School): "PS" | "SS" | "SP" | "PR" {
  if (group.startsWith("special")) return "SP";
  if (group.startsWith("ap_")) return "PR";
  return phase[1] === "Primary" ? "PS" : "SS";
}
