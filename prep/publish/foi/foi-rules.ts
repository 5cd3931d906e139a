import type { DisclosureRules, DisclosureSettings } from "../disclosure/profile";

export const foiProfiles = ["public", "nhs", "internal"] as const;
export type FoiProfile = (typeof foiProfiles)[number];

export interface FoiRules {
  readonly rules: DisclosureRules;
  /** What stands in place of a hidden number. */
  readonly symbol: string;
  /** What is done, in words. */
  readonly words: string;
}

const rounding = ({ roundTo }: DisclosureRules): string =>
  roundTo === 1 ? "" : ` The others are rounded to the nearest ${roundTo}.`;

const wordsOf = (rules: DisclosureRules): string =>
  `Numbers from ${rules.showZeros ? 1 : 0} to ${rules.threshold - 1} are hidden, and further ` +
  "numbers where a hidden one could be worked out from totals, from other columns or from the " +
  `published figures of the same extracts.${rounding(rules)}` +
  (rules.showZeros ? " 0 is shown as 0." : "");

const OPEN: DisclosureRules = {
  threshold: 0,
  roundTo: 1,
  showZeros: true,
  centilePeople: 0,
  showUnchecked: false,
};

/**
 * How numbers of a pack are made safe by profile, by the rules of a build with the same; `internal`
 * leaves them as they are and is not for release.
 */
export function foiRules(profile: FoiProfile, settings: DisclosureSettings): FoiRules {
  if (profile === "internal")
    return {
      rules: OPEN,
      symbol: "",
      words: "NOTHING IS HIDDEN: small numbers can show who is meant. Not for release.",
    };
  const rules = settings[profile];
  return { rules, symbol: profile === "public" ? "c" : "*", words: wordsOf(rules) };
}
