import type { FlowDefinition } from "../../indicators/definition";

const breakdowns = [
  "provider",
  "sub_icb",
  "council",
  "sex",
  "ethnicity",
  "age_band",
  "referral_reason",
  "referral_source",
  "team_type",
] as const;
const flow = (
  id: string,
  date: string,
  more: Omit<FlowDefinition, "id" | "kind" | "fact" | "date" | "known" | "breakdowns">,
): FlowDefinition => ({
  id,
  kind: "flow",
  fact: "mh_referral",
  date,
  known: "months",
  breakdowns,
  ...more,
});

const waits = (which: "first" | "second"): FlowDefinition[] => {
  const [date, seen, wait] = [`${which}_contact`, `${which}_seen`, `${which}_wait`];
  const id = (statistic: string): string => `mh_wait_${which}_contact_days_${statistic}`;
  return [
    flow(id("median"), date, { statistic: "median", numerator: seen, measure: wait }),
    flow(id("mean"), date, { statistic: "mean", numerator: wait, denominator: seen }),
    flow(id("p90"), date, { statistic: "p90", numerator: seen, measure: wait }),
    flow(id("longest"), date, { statistic: "longest", numerator: seen, measure: wait }),
  ];
};

/** Waits of our own, by the day of the contact that ends them, in every period. */
export const waitIndicators: readonly FlowDefinition[] = [
  ...waits("first"),
  ...waits("second"),
  flow("mh_within_4_weeks_pct", "first_direct", {
    statistic: "percent",
    numerator: "within_4_weeks",
    denominator: "direct_seen",
  }),
];

/** First contacts of the three months, with their median and 90th centile wait in days (MHS130 to 132): by quarter only. */
export const quarterMeasures: readonly FlowDefinition[] = [
  flow("mhs130", "first_of_any", { statistic: "count", numerator: "any_seen_0_17" }),
  flow("mhs131", "first_of_any", {
    statistic: "median",
    numerator: "any_seen_0_17",
    measure: "any_wait",
  }),
  flow("mhs132", "first_of_any", {
    statistic: "p90",
    numerator: "any_seen_0_17",
    measure: "any_wait",
  }),
];

/** Figures that leave out referrals received before the first loaded month. */
export const waitIds: ReadonlySet<string> = new Set(
  [...waitIndicators, ...quarterMeasures].map(({ id }) => id),
);
