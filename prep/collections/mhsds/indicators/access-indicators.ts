import { defineIndicators } from "../../../indicators/indicator";
import { accessView, secondContactView } from "../views/access-view";
import { cohortView } from "../views/cohort-view";
import { patientGroups } from "../views/groups";
import { base, keysOf } from "./counted";

/** People seen in twelve months. */
export const accessIndicators = defineIndicators({ view: accessView, source: "MHSDS" }, [
  {
    ...base,
    id: "mhs95",
    name: "MHS95: People under 18 with at least one contact in twelve months",
    polarity: "higher",
    frequency: "rolling_12_months",
    words: { numerator: "People with a direct contact or indirect activity" },
    count: {
      clock: "month",
      statistic: "count",
      where: ["in_england", "aged_0_17"],
      distinct: "person",
      over: 12,
      breakdowns: keysOf(patientGroups),
    },
    relations: [
      {
        apart: ["aged_0_17", "aged_18_24"],
        because: "People count once in twelve months, and may be in two groups of a breakdown",
      },
    ],
  },
  {
    ...base,
    id: "mh_access_0_17",
    name: "People aged 0 to 17 seen by mental health services in twelve months",
    polarity: "higher",
    frequency: "rolling_12_months",
    words: { numerator: "People with one or more contacts in the twelve months" },
    count: {
      clock: "month",
      statistic: "count",
      where: ["in_england", "aged_0_17"],
      distinct: "person",
      over: 12,
      breakdowns: keysOf(patientGroups),
    },
    relations: [{ toldBy: "mhs95" }],
  },
  {
    ...base,
    id: "mhs109",
    name: "MHS109: People aged 18 to 24 with at least one contact in twelve months",
    frequency: "rolling_12_months",
    words: { numerator: "People with a direct contact or indirect activity" },
    count: {
      clock: "month",
      statistic: "count",
      where: ["in_england", "aged_18_24"],
      distinct: "person",
      over: 12,
      breakdowns: keysOf(patientGroups),
    },
    relations: [{ toldBy: "mhs95" }],
  },
]);

/** People with a second contact in the financial year so far. */
export const secondContactIndicators = defineIndicators(
  { view: secondContactView, source: "MHSDS" },
  [
    {
      ...base,
      id: "mhs69",
      name: "MHS69: Children and young people with two contacts, the first before 18",
      polarity: "higher",
      frequency: "year_to_date",
      cumulative: true,
      words: {
        numerator: "People whose second contact of a referral lies in the financial year so far",
      },
      count: {
        clock: "month",
        statistic: "count",
        where: [],
        distinct: "person",
        over: "financial_year",
        breakdowns: [],
      },
      relations: "independent",
    },
  ],
);

/** People with a plan who have an open referral, of those whom the linkage table could link. */
export const cohortIndicators = defineIndicators({ view: cohortView, source: "SEN2 and MHSDS" }, [
  {
    ...base,
    id: "ehc_cohort_with_open_mh_referral_pct",
    name: "Children and young people with a plan and an open mental health referral",
    unit: "percent",
    words: {
      numerator: "People with a plan in force linked to an open referral",
      denominator: "People with a plan in force who could be linked",
    },
    count: {
      clock: "month",
      statistic: "percent",
      where: ["could_be_linked", "open_referral"],
      outOf: ["could_be_linked"],
      distinct: "person",
      breakdowns: [],
    },
    relations: "independent",
  },
]);
