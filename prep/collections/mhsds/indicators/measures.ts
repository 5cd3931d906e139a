import type { FlowDefinition } from "../../../indicators/definition";
import type { MonthNeeds } from "../model/months";

/** An official measure of a month, or an indicator of ours that is counted as one. */
export interface MonthMeasure extends MonthNeeds {
  readonly id: string;
  readonly rows: "referrals" | "contacts" | "indirect";
  /** Flags that must all hold for a row to be counted, or to be in the numerator. */
  readonly where: readonly string[];
  /** Flags of the denominator: then it is a percentage. */
  readonly outOf?: readonly string[];
  /** Counts rows where it is not given. */
  readonly distinct?: string;
  readonly breakdowns: readonly string[];
}

const places = ["provider", "sub_icb", "council"] as const;
const people = ["sex", "ethnicity", "age_band"] as const;
const ofReferrals = [
  ...places,
  ...people,
  "referral_reason",
  "referral_source",
  "team_type",
] as const;
const ofContacts = [...places, ...people, "mechanism"] as const;

const referrals = (
  id: string,
  where: readonly string[],
  more: Partial<MonthMeasure> = {},
): MonthMeasure => ({ id, rows: "referrals", where, breakdowns: ofReferrals, ...more });
const contacts = (
  id: string,
  where: readonly string[],
  more: Partial<MonthMeasure> = {},
): MonthMeasure => ({ id, rows: "contacts", where, breakdowns: ofContacts, ...more });

/**
 * Measures of the monthly mental health statistics for children under their own ids, as NHS England's published code counts them, and our
 * indicators that are counted in the same way (health-extracts 2.4, 2.7). Ages are those of each measure.
 */
export const monthMeasures: readonly MonthMeasure[] = [
  referrals("mhs32a", ["received", "aged_0_18"]),
  referrals("mhs32b", ["received", "aged_0_18", "self_referral"]),
  referrals("mhs38a", ["active_0_18"]),
  referrals("mhs39a", ["received", "aged_0_18"], { distinct: "person" }),
  referrals("mhs40", ["received", "aged_0_18", "looked_after"], {
    distinct: "person",
    needs: "MHS005PatInd",
  }),
  referrals("mhs41", ["received", "aged_0_18", "protection_plan"], {
    distinct: "person",
    needs: "MHS005PatInd",
  }),
  referrals("mhs42", ["received", "aged_0_18", "young_carer"], {
    distinct: "person",
    needs: "MHS005PatInd",
  }),
  referrals("mhs57a", ["discharged", "aged_0_18"], { distinct: "person" }),
  referrals("cyp01", ["open", "childrens_service"], {
    distinct: "person",
    changesWithVersion: true,
  }),
  referrals("cyp23", ["open", "childrens_service"], { changesWithVersion: true }),
  referrals("cyp32", ["received", "childrens_service_at_receipt"], { changesWithVersion: true }),
  contacts("mhs30d", ["attended", "aged_0_18"], { needs: "MHS201CareContact" }),
  contacts("mhs55a", ["attended", "aged_0_18"], { distinct: "person", needs: "MHS201CareContact" }),
  contacts("mhs58a", ["missed", "aged_0_18"], {
    needs: "MHS201CareContact",
    breakdowns: [...ofContacts, "attendance"],
  }),
  contacts("mhs61a", ["first_attended", "aged_0_18"], {
    distinct: "referral",
    needs: "MHS201CareContact",
  }),
  {
    id: "mhs56a",
    rows: "indirect",
    where: ["in_month", "aged_0_18"],
    distinct: "person",
    breakdowns: [...places, ...people],
    needs: "MHS204IndirectActivity",
  },
  referrals("asd12a", ["received", "suspected_autism", "aged_0_17"]),
  referrals("asd13a", ["discharged", "suspected_autism", "aged_0_17"]),
  referrals("asd16b", ["open", "suspected_autism", "aged_0_17"], { distinct: "person" }),
  referrals("asd16c", ["open", "suspected_autism", "aged_0_17", "thirteen_weeks"], {
    distinct: "person",
  }),
  referrals(
    "asd18c",
    ["open", "suspected_autism", "aged_0_17", "thirteen_weeks", "seen_within_13_weeks"],
    { distinct: "person", needs: "MHS201CareContact" },
  ),
  referrals(
    "asd18e",
    ["open", "suspected_autism", "aged_0_17", "thirteen_weeks", "seen_after_13_weeks"],
    { distinct: "person", needs: "MHS201CareContact" },
  ),
  referrals("asd18f", ["open", "suspected_autism", "aged_0_17", "thirteen_weeks", "not_seen"], {
    distinct: "person",
    needs: "MHS201CareContact",
  }),
  referrals(
    "asd19c",
    ["open", "suspected_autism", "aged_0_17", "thirteen_weeks", "seen_within_13_weeks"],
    {
      outOf: ["open", "suspected_autism", "aged_0_17", "thirteen_weeks"],
      distinct: "person",
      needs: "MHS201CareContact",
    },
  ),
  referrals("mh_people_with_open_referral_0_18", ["open", "aged_0_18_at_end"], {
    distinct: "person",
  }),
  referrals("mh_referrals_received_0_18", ["received", "aged_0_18"]),
  referrals("mh_lac_referrals_0_18", ["received", "aged_0_18", "looked_after"], {
    distinct: "person",
    needs: "MHS005PatInd",
  }),
  referrals("mh_cpp_referrals_0_18", ["received", "aged_0_18", "protection_plan"], {
    distinct: "person",
    needs: "MHS005PatInd",
  }),
  referrals("mh_referrals_from_education_0_18", ["received", "aged_0_18", "from_education"]),
  referrals("mh_referrals_not_accepted_0_18", ["rejected_in_month", "aged_0_18"]),
  contacts("mh_contacts_attended_0_18", ["attended", "aged_0_18"], { needs: "MHS201CareContact" }),
  contacts("mh_not_attended_pct", ["not_attended", "aged_0_18"], {
    outOf: ["attendance_known", "aged_0_18"],
    needs: "MHS201CareContact",
  }),
];

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
