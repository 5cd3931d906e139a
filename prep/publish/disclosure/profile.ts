import type { Rules as Protection } from "./protect";

export const profileNames = ["internal", "public", "nhs"] as const;
export type ProfileName = (typeof profileNames)[number];

/** How figures are made safe to publish. */
export interface DisclosureRules {
  /** Counts above zero and below this are hidden. */
  readonly threshold: number;
  /** Counts are published to the nearest multiple of this; 1 leaves them as they are. */
  readonly roundTo: number;
  /** Zeros are published; otherwise they are hidden like small counts. */
  readonly showZeros: boolean;
  /** Medians and centiles rest on at least so many people. */
  readonly centilePeople: number;
  /**
   * Percentages and rates that come without their numerator and denominator are published, and
   * counted figures whose sums with others are not known.
   */
  readonly showUnchecked: boolean;
}

/** What of the settings may differ from the profile. */
export type DisclosureSettings = Readonly<
  Record<Exclude<ProfileName, "internal">, DisclosureRules>
>;

/** How a profile protects what it hides: a hidden count keeps as many possible values as the threshold. */
export const protectionOf = ({ threshold, roundTo, showZeros }: DisclosureRules): Protection => ({
  showZeros,
  exact: roundTo === 1,
  values: threshold,
});

/** The method of secondary suppression, as the manifest and the documents name it. */
export const METHOD =
  "Secondary cell suppression by Gaussian elimination (Langsrud 2024, doi 10.1007/978-3-031-69651-0_6), audited by bounds and linear programming";
