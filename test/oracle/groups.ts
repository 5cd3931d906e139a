import { ageOn, type Day } from "../../prep/calendar/day";
import { SAMPLESHIRE } from "../../prep/sample/councils";

export type Breakdown =
  | "all"
  | "age_band"
  | "sex"
  | "ethnicity_group"
  | "request_source"
  | "primary_need"
  | "setting_group"
  | "cease_reason"
  | "residential"
  | "direct_payment"
  | "work_based_learning"
  | "ward"
  | "age_band_by_primary_need"
  | "setting_group_by_primary_need";

const STATE_MAINSTREAM = ["mainstream_maintained", "mainstream_academy", "mainstream_free_school"];

/** Placement groups of the published release (docs/counting.md). */
const SETTING_GROUPS = [
  ...STATE_MAINSTREAM.flatMap((group) => [group, `${group}_sen_unit`, `${group}_resourced`]),
  "mainstream_independent",
  "special_maintained",
  "special_academy",
  "special_non_maintained",
  "special_independent",
  "ap_maintained",
  "ap_academy",
  "ap_free_school",
  "fe_general",
  "fe_specialist",
  "fe_ukrlp",
  "early_years",
  "elective_home_education",
  "neet",
  "not_in_education_notice_to_cease",
  "not_in_education_other",
  "arranged_by_authority",
  "arranged_by_parents",
  "other_setting",
  "other_establishment",
  "online_provider",
  "welsh_establishment",
  "not_recorded",
];

type Single = Exclude<Breakdown, `${string}_by_${string}`>;

const SINGLE: Readonly<Record<Single, readonly string[]>> = {
  all: ["all"],
  age_band: ["0-4", "5-10", "11-15", "16-19", "20-25", "other_age", "not_recorded"],
  sex: ["M", "F", "not_recorded"],
  ethnicity_group: ["white", "mixed", "asian", "black", "other", "not_stated", "not_recorded"],
  request_source: [
    "parent_or_young_person",
    "education_setting",
    "health",
    "social_care",
    "other",
    "not_recorded",
  ],
  primary_need: [
    "SPLD",
    "MLD",
    "SLD",
    "PMLD",
    "SEMH",
    "SLCN",
    "HI",
    "VI",
    "MSI",
    "PD",
    "ASD",
    "DS",
    "OTH",
    "not_recorded",
  ],
  setting_group: SETTING_GROUPS,
  residential: ["38_to_51_weeks", "52_weeks"],
  direct_payment: ["education", "social_care", "health", "integrated"],
  work_based_learning: ["apprenticeship", "traineeship", "supported_internship"],
  ward: [...SAMPLESHIRE.places.map(({ ward }) => ward), "not_recorded"],
  cease_reason: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "not_recorded"],
};

/** Every group of the first with every group of the second. */
const pairsOf = (first: readonly string[], second: readonly string[]): string[] =>
  first.flatMap((one) => second.map((other) => `${one} | ${other}`));

/** The groups of each breakdown: a figure is given for each, whether or not anyone is in it. */
export const GROUPS: Readonly<Record<Breakdown, readonly string[]>> = {
  ...SINGLE,
  age_band_by_primary_need: pairsOf(SINGLE.age_band, SINGLE.primary_need),
  setting_group_by_primary_need: pairsOf(SINGLE.setting_group, SINGLE.primary_need),
};

export const isStateMainstream = (group: string): boolean => STATE_MAINSTREAM.includes(group);

export function ageBand(birth: Day, on: Day | null): string {
  if (on === null) return "not_recorded";
  const age = ageOn(birth, on);
  if (age < 0 || age > 25) return "other_age";
  return age <= 4
    ? "0-4"
    : age <= 10
      ? "5-10"
      : age <= 15
        ? "11-15"
        : age <= 19
          ? "16-19"
          : "20-25";
}

/** The codes of the sample only: `MOTH` is mixed, and Chinese codes are Asian. */
export function ethnicityGroup(code: string): string {
  if (code === "REFU" || code === "NOBT") return "not_stated";
  return (
    { W: "white", M: "mixed", A: "asian", C: "asian", B: "black", O: "other" } as Record<
      string,
      string
    >
  )[code[0]];
}
