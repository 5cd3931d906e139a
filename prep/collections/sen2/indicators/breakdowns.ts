import { placeBreakdowns } from "../../../protect/place-groups";

/** What requests, and plans in force, are broken down by unless an indicator says otherwise. */
export const requestBreakdowns = ["age_band", "sex", "ethnicity_group", "request_source"] as const;
export const caseloadBreakdowns = [
  "primary_need",
  "age_band",
  "sex",
  "ethnicity_group",
  "setting_group",
] as const;
/**
 * By where people live, and of plans in force by their school or college: for years and census days
 * alone.
 */
export const byHome = placeBreakdowns;
const bySchoolAndHome = ["school", ...placeBreakdowns] as const;
/** Plans in force on a day, by all that is known of them. */
export const caseloadOnDay = {
  clock: "day",
  breakdowns: caseloadBreakdowns,
  byYear: bySchoolAndHome,
} as const;
/** Of what fell due: who asked is known by the day received alone, from the 2025 return. */
export const byDue = ["age_band", "sex", "ethnicity_group"] as const;

/** Of the whole authority, also on the last day known: the figure is of use only while it is new. */
export const atOnce = { clock: "day", breakdowns: [], atDataEnd: true } as const;
