import type { School } from "../schools";

/** Phase of a school as the census codes it. */
export const phaseCode = ({ group, phase }: School): "PS" | "SS" | "SP" | "PR" =>
  group.startsWith("special")
    ? "SP"
    : group.startsWith("ap_")
      ? "PR"
      : phase[1] === "Primary"
        ? "PS"
        : "SS";
