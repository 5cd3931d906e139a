import { defineIndicators, type EventCount } from "../../../indicators/indicator";
import { mhReferral } from "../tables/fact-tables";
import { referralGroups } from "../views/groups";
import { referralView } from "../views/referral-view";
import { base, keysOf } from "./counted";

type View = typeof referralView;

const counted = (
  count: Omit<EventCount<View>, "clock" | "known" | "breakdowns"> &
    Partial<Pick<EventCount<View>, "known">>,
): EventCount<View> => ({
  clock: "event",
  known: "months",
  breakdowns: keysOf(referralGroups),
  ...count,
});

const of = { view: referralView, source: "MHSDS" };

/** Waits of our own, by the day of the contact that ends them, in every period. */
export const ownWaitIndicators = defineIndicators(of, [
  {
    ...base,
    id: "mh_wait_first_contact_days_median",
    name: "Wait for a first mental health contact, median",
    unit: "days",
    polarity: "lower",
    words: { numerator: "Median days from referral to first attended contact" },
    count: counted({
      date: "first_contact",
      statistic: "median",
      numerator: "first_seen",
      measure: "first_wait",
    }),
    relations: [{ toldBy: "mh_wait_first_contact_days_mean" }],
  },
  {
    ...base,
    id: "mh_wait_first_contact_days_mean",
    name: "Wait for a first mental health contact, mean",
    unit: "days",
    polarity: "lower",
    words: {
      numerator: "Days from referral to first attended contact, summed",
      denominator: "Referrals reaching a first contact",
    },
    count: counted({
      date: "first_contact",
      statistic: "mean",
      numerator: "first_wait",
      denominator: "first_seen",
    }),
    relations: [
      {
        measure: "first_wait",
        restsOn: "first_seen",
      },
    ],
  },
  {
    ...base,
    id: "mh_wait_first_contact_days_p90",
    name: "Wait for a first mental health contact, 90th centile",
    unit: "days",
    polarity: "lower",
    words: { numerator: "Nine in ten waited so many days or fewer" },
    count: counted({
      date: "first_contact",
      statistic: "p90",
      numerator: "first_seen",
      measure: "first_wait",
    }),
    relations: [{ toldBy: "mh_wait_first_contact_days_mean" }],
  },
  {
    ...base,
    id: "mh_wait_first_contact_days_longest",
    name: "Wait for a first mental health contact, longest",
    unit: "days",
    polarity: "lower",
    words: { numerator: "Longest wait that ended in the month" },
    count: counted({
      date: "first_contact",
      statistic: "longest",
      numerator: "first_seen",
      measure: "first_wait",
    }),
    relations: [{ toldBy: "mh_wait_first_contact_days_mean" }],
  },
  {
    ...base,
    id: "mh_wait_second_contact_days_median",
    name: "Wait for a second mental health contact, median",
    unit: "days",
    polarity: "lower",
    words: { numerator: "Median days from referral to second attended contact" },
    count: counted({
      date: "second_contact",
      statistic: "median",
      numerator: "second_seen",
      measure: "second_wait",
    }),
    relations: [{ toldBy: "mh_wait_second_contact_days_mean" }],
  },
  {
    ...base,
    id: "mh_wait_second_contact_days_mean",
    name: "Wait for a second mental health contact, mean",
    unit: "days",
    polarity: "lower",
    words: {
      numerator: "Days from referral to second attended contact, summed",
      denominator: "Referrals reaching a second contact",
    },
    listedIn: ["CDC-049"],
    count: counted({
      date: "second_contact",
      statistic: "mean",
      numerator: "second_wait",
      denominator: "second_seen",
    }),
    relations: [
      {
        measure: "second_wait",
        restsOn: "second_seen",
      },
    ],
  },
  {
    ...base,
    id: "mh_wait_second_contact_days_p90",
    name: "Wait for a second mental health contact, 90th centile",
    unit: "days",
    polarity: "lower",
    words: { numerator: "Nine in ten waited so many days or fewer" },
    count: counted({
      date: "second_contact",
      statistic: "p90",
      numerator: "second_seen",
      measure: "second_wait",
    }),
    relations: [{ toldBy: "mh_wait_second_contact_days_mean" }],
  },
  {
    ...base,
    id: "mh_wait_second_contact_days_longest",
    name: "Wait for a second mental health contact, longest",
    unit: "days",
    polarity: "lower",
    words: { numerator: "Longest wait that ended in the month" },
    count: counted({
      date: "second_contact",
      statistic: "longest",
      numerator: "second_seen",
      measure: "second_wait",
    }),
    relations: [{ toldBy: "mh_wait_second_contact_days_mean" }],
  },
  {
    ...base,
    id: "mh_within_4_weeks_pct",
    name: "Mental health contact within 4 weeks",
    unit: "percent",
    polarity: "higher",
    words: {
      numerator: "First direct attended contact 0 to 27 days after the referral",
      denominator: "Referrals with a first direct attended contact",
    },
    listedIn: ["BCP-A22", "BCP-A23"],
    count: counted({
      date: "first_direct",
      statistic: "percent",
      numerator: "within_4_weeks",
      denominator: "direct_seen",
    }),
    relations: [
      { apart: ["direct_seen"], because: "No other indicator counts first direct contacts" },
    ],
    rowMeasure: {
      name: "Seen directly within 4 weeks",
      star: {
        table: mhReferral,
        date: "first_direct_date",
        numerator: "within_4_weeks",
        denominator: "direct_seen",
      },
    },
  },
  {
    ...base,
    id: "mh_due_within_4_weeks_pct",
    name: "Mental health referrals, seen within 4 weeks of all whose 4 weeks are over",
    unit: "percent",
    polarity: "higher",
    words: {
      numerator: "First direct attended contact 0 to 27 days after the referral",
      denominator:
        "Referrals whose 28 days ended in the period, seen directly by then or still open",
      note: "By the last of the 28 days, so that who waits longer counts as late at once; the figure of first contacts holds those alone who were seen. Discharged or rejected by then is left out. From 28 days after the first loaded month begins",
    },
    count: counted({
      date: "four_weeks_end",
      statistic: "percent",
      numerator: "seen_in_four_weeks",
      denominator: "four_weeks_over",
      known: "four_weeks",
      leftOut: {
        flag: "four_weeks_unknown",
        lacking: "referrals were last shown before their four weeks were over",
      },
    }),
    relations: [{ whole: "four_weeks_over", parts: ["seen_in_four_weeks"] }],
  },
]);

/** First contacts of the three months, with their median and 90th centile wait in days. */
export const firstContactIndicators = defineIndicators(of, [
  {
    ...base,
    id: "mhs130",
    name: "MHS130: First contacts in three months, aged 0 to 17",
    frequency: "quarter",
    words: { numerator: "Referrals whose first contact of any kind is in the quarter" },
    count: counted({
      date: "first_of_any",
      statistic: "count",
      numerator: "any_seen_0_17",
      quarterly: true,
    }),
    relations: [
      { apart: ["any_seen_0_17"], because: "No other indicator counts first contacts of any kind" },
    ],
  },
  {
    ...base,
    id: "mhs131",
    name: "MHS131: Wait for first contact, median, aged 0 to 17",
    unit: "days",
    polarity: "lower",
    frequency: "quarter",
    words: { numerator: "Median days from referral to first contact of any kind" },
    count: counted({
      date: "first_of_any",
      statistic: "median",
      numerator: "any_seen_0_17",
      measure: "any_wait",
      quarterly: true,
    }),
    relations: [{ toldBy: "mhs130" }],
  },
  {
    ...base,
    id: "mhs132",
    name: "MHS132: Wait for first contact, 90th centile, aged 0 to 17",
    unit: "days",
    polarity: "lower",
    frequency: "quarter",
    words: { numerator: "Nine in ten waited so many days or fewer" },
    count: counted({
      date: "first_of_any",
      statistic: "p90",
      numerator: "any_seen_0_17",
      measure: "any_wait",
      quarterly: true,
    }),
    relations: [{ toldBy: "mhs130" }],
  },
]);
