import type { SettingOf } from "../../setting";

/** Targets of the board for counted indicators. */
export const targetsSettings: SettingOf<"list"> = {
  kind: "list",
  description:
    'Targets of the board for counted indicators, such as { "indicator": "ehc_plans_within_20_weeks_pct", "target": "60", "tolerance": "5 points", "from": "2025-04-01" }.',
  entry: {
    indicator: {
      kind: "text",
      description: "Id of the indicator.",
      pattern: "^[a-z0-9_]+$",
      allowed: "an id such as ehc_plans_within_20_weeks_pct",
    },
    target: {
      kind: "text",
      description:
        'A number, a comparator such as "below national", or milestones such as "70 by Mar 25, 80 by Mar 26".',
      pattern: ".",
      allowed:
        'a number in quotes, a comparator such as "below national", or "70 by Mar 25, 80 by Mar 26"',
    },
    tolerance: {
      kind: "text",
      description:
        'How far off is still near, such as "5 points", "5%" (points of a percentage, else of the target) or "10% of target".',
      pattern: ".",
      allowed: 'such as "5 points", or null',
    },
    polarity: {
      kind: "text",
      description: "Which way the board wants it, where it differs from the indicator's own.",
      pattern: "^(higher|lower|neutral)$",
      allowed: "higher, lower or neutral, or null",
    },
    from: { kind: "date", description: "First day that the target holds." },
  },
};
