import { ratingProfiles } from "../../../src/kpi/rating-profile";
import type { SettingOf } from "../../setting";

const PROFILES = ratingProfiles.map(({ id }) => id);
const PROFILES_IN_WORDS = ratingProfiles.map(({ id, words }) => `${id} (${words})`).join(", ");

/** The rule that figures are rated by: of the board, and of single KPIs. */
export const ratingSettings: SettingOf<"group"> = {
  kind: "group",
  description: "The rule that figures are rated by. The report follows what the build wrote.",
  settings: {
    profile: {
      kind: "choice",
      description: `Rule of the board: ${PROFILES_IN_WORDS}.`,
      of: PROFILES,
      byDefault: "default",
    },
    kpis: {
      kind: "list",
      description:
        'KPIs that are rated by another rule, such as { "indicator": "ehc_plans_within_20_weeks_pct", "profile": "points_5" }.',
      entry: {
        indicator: {
          kind: "text",
          description: "Id of the indicator.",
          pattern: "^[a-z0-9_]+$",
          allowed: "an id such as ehc_plans_within_20_weeks_pct",
        },
        profile: {
          kind: "choice",
          description: "Its rule.",
          of: PROFILES,
          byDefault: "default",
        },
      },
    },
  },
};
