import type { DisclosureRules } from "../disclosure/profile";

export const foiProfiles = ["public", "nhs", "internal"] as const;
export type FoiProfile = (typeof foiProfiles)[number];

export interface FoiRules {
  readonly rules: DisclosureRules;
  /** What stands in place of a hidden number. */
  readonly symbol: string;
  /** What is done, in words. */
  readonly words: string;
}

const common = { centilePeople: 0, showUnchecked: false };

/**
 * How numbers are made safe by profile; `internal` leaves them as they are and is not for release.
 */
export const foiRules: Readonly<Record<FoiProfile, FoiRules>> = {
  public: {
    rules: { ...common, threshold: 5, roundTo: 1, showZeros: true },
    symbol: "c",
    words:
      "Numbers from 1 to 4 are hidden, and further numbers where a hidden one could be " +
      "worked out from totals or from other columns. 0 is shown as 0.",
  },
  nhs: {
    rules: { ...common, threshold: 5, roundTo: 5, showZeros: false },
    symbol: "*",
    words:
      "Numbers from 0 to 4 are hidden, further numbers where a hidden one could be worked " +
      "out, and the others are rounded to the nearest 5.",
  },
  internal: {
    rules: { ...common, threshold: 0, roundTo: 1, showZeros: true },
    symbol: "",
    words: "NOTHING IS HIDDEN: small numbers can tell who is meant. Not for release.",
  },
};
