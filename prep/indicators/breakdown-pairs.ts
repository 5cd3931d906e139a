/**
 * Two breakdowns at once, by the name that the groups have in `kpi_value`: those that the lists of
 * indicators ask for, and no others.
 */
export const breakdownPairs = {
  age_band_by_primary_need: ["age_band", "primary_need"],
  setting_group_by_primary_need: ["setting_group", "primary_need"],
  primary_need_by_phase: ["primary_need", "phase"],
  sen_provision_by_primary_need: ["sen_provision", "primary_need"],
  year_group_by_primary_need: ["year_group", "primary_need"],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** Whether groups are of two breakdowns at once. */
export const isPair = (breakdown: string): boolean => Object.hasOwn(breakdownPairs, breakdown);

/** What stands between the two groups of a pair. */
export const BETWEEN = " | ";
