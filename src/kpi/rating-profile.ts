import type { Rating } from "./rating";
import type { Tolerance } from "./tolerance";

/** One thing a rule asks of a figure. */
export type Condition =
  | { readonly test: "reaches_target" }
  /**
   * Not further from the target than this; `own` is the tolerance of the KPI itself, 0 where it has
   * none.
   */
  | { readonly test: "within"; readonly tolerance: Tolerance | "own" }
  | { readonly test: "better_than"; readonly base: "last_year" | "previous" };

/** The rating of a figure that holds all the conditions. */
interface RatingRule {
  readonly rating: Exclude<Rating, "not_rated">;
  readonly when: readonly Condition[];
}

/**
 * A council's rule as data: the first rule whose conditions all hold gives the rating. The last has
 * no condition.
 */
export interface RatingProfile {
  readonly id: string;
  /** The rule in words, for people who read a rating. */
  readonly words: string;
  readonly rules: readonly RatingRule[];
}

const banded = (id: string, words: string, tolerance: Tolerance | "own"): RatingProfile => ({
  id,
  words,
  rules: [
    { rating: "met", when: [{ test: "reaches_target" }] },
    { rating: "near", when: [{ test: "within", tolerance }] },
    { rating: "missed", when: [] },
  ],
});

/** Met at the target, near within the KPI's own tolerance (0 unless given), missed beyond it. */
export const defaultProfile = banded("default", "near within the KPI's own tolerance", "own");

/** Rules that councils publish or use, by name. */
export const ratingProfiles: readonly RatingProfile[] = [
  defaultProfile,
  banded("none", "met or missed, no tolerance", { kind: "absolute", amount: 0 }),
  banded("points_5", "near within 5 percentage points of the target", {
    kind: "percentage_points",
    amount: 5,
  }),
  banded("percent_5", "near within 5% of the target", {
    kind: "percent_of_target",
    percent: 5,
  }),
  banded("percent_10", "near within 10% of the target", {
    kind: "percent_of_target",
    percent: 10,
  }),
  {
    // The London Borough of Havering publishes this rule with its corporate performance reports.
    id: "within_10_or_improved",
    words: "met within 10% of the target, near where better than last year",
    rules: [
      {
        rating: "met",
        when: [{ test: "within", tolerance: { kind: "percent_of_target", percent: 10 } }],
      },
      { rating: "near", when: [{ test: "better_than", base: "last_year" }] },
      { rating: "missed", when: [] },
    ],
  },
];

/** The profile of a name, whatever its case; null where no profile has it. */
export const profileNamed = (name: string): RatingProfile | null =>
  ratingProfiles.find(
    ({ id }) =>
      id ===
      name
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, "_"),
  ) ?? null;
