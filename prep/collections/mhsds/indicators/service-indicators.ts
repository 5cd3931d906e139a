import { defineIndicators } from "../../../indicators/indicator";
import { referralMonthView } from "../views/referral-month-view";
import { base, counted, once } from "./counted";

/** Official measures of children's services, and of referrals for suspected autism. */
export const serviceIndicators = defineIndicators({ view: referralMonthView, source: "MHSDS" }, [
  {
    ...base,
    id: "cyp01",
    name: "CYP01: People in contact with children and young people's services",
    words: {
      numerator: "People with a referral open with a children's service at the end of the month",
    },
    count: counted(["open", "childrens_service"], {
      distinct: "person",
      known: "childrens_services",
    }),
    relations: once(["open", "childrens_service"]),
  },
  {
    ...base,
    id: "cyp23",
    name: "CYP23: Open referrals of children and young people's services",
    words: { numerator: "Referrals open with a children's service at the end of the month" },
    count: counted(["open", "childrens_service"], { known: "childrens_services" }),
    relations: [
      {
        apart: ["open", "childrens_service"],
        because: "Of all ages: no other count of referrals is of the same people",
      },
    ],
  },
  {
    ...base,
    id: "cyp32",
    name: "CYP32: Referrals starting with children and young people's services",
    words: { numerator: "Referrals received in the month with a children's service on the day" },
    count: counted(["received", "childrens_service_at_receipt"], { known: "childrens_services" }),
    relations: [
      {
        apart: ["received", "childrens_service_at_receipt"],
        because: "Of all ages: no other count of referrals is of the same people",
      },
    ],
  },
  {
    ...base,
    id: "asd12a",
    name: "ASD12a: Suspected autism referrals starting, aged 0 to 17",
    words: { numerator: "Referrals for suspected autism received in the month" },
    count: counted(["received", "suspected_autism", "aged_0_17"]),
    relations: [
      {
        apart: ["received", "suspected_autism", "aged_0_17"],
        because: "Some of MHS32a, and nothing that is published is the rest",
      },
    ],
  },
  {
    ...base,
    id: "asd13a",
    name: "ASD13a: Suspected autism referrals closed, aged 0 to 17",
    words: { numerator: "Referrals for suspected autism discharged in the month" },
    count: counted(["discharged", "suspected_autism", "aged_0_17"]),
    relations: [
      {
        apart: ["discharged", "suspected_autism", "aged_0_17"],
        because: "No other count of referrals is of those discharged",
      },
    ],
  },
  {
    ...base,
    id: "asd16b",
    name: "ASD16b: People with an open suspected autism referral, aged 0 to 17",
    words: { numerator: "People with an open referral for suspected autism" },
    count: counted(["open", "suspected_autism", "aged_0_17"], { distinct: "person" }),
    relations: once(["open", "suspected_autism", "aged_0_17"]),
  },
  {
    ...base,
    id: "asd16c",
    name: "ASD16c: People with a suspected autism referral open 13 weeks, aged 0 to 17",
    polarity: "lower",
    words: { numerator: "People whose referral has been open for 91 days or more" },
    count: counted(["open", "suspected_autism", "aged_0_17", "thirteen_weeks"], {
      distinct: "person",
    }),
    relations: once(["open", "suspected_autism", "aged_0_17", "thirteen_weeks"]),
  },
  {
    ...base,
    id: "asd18c",
    name: "ASD18c: Of those open 13 weeks, first seen within 13 weeks, aged 0 to 17",
    words: { numerator: "People first seen within 91 days" },
    count: counted(
      ["open", "suspected_autism", "aged_0_17", "thirteen_weeks", "seen_within_13_weeks"],
      { distinct: "person", needs: "MHS201CareContact" },
    ),
    relations: once([
      "open",
      "suspected_autism",
      "aged_0_17",
      "thirteen_weeks",
      "seen_within_13_weeks",
    ]),
  },
  {
    ...base,
    id: "asd18e",
    name: "ASD18e: Of those open 13 weeks, first seen later, aged 0 to 17",
    words: { numerator: "People first seen after 91 days" },
    count: counted(
      ["open", "suspected_autism", "aged_0_17", "thirteen_weeks", "seen_after_13_weeks"],
      { distinct: "person", needs: "MHS201CareContact" },
    ),
    relations: once([
      "open",
      "suspected_autism",
      "aged_0_17",
      "thirteen_weeks",
      "seen_after_13_weeks",
    ]),
  },
  {
    ...base,
    id: "asd18f",
    name: "ASD18f: Of those open 13 weeks, not yet seen, aged 0 to 17",
    polarity: "lower",
    words: { numerator: "People without an attended contact" },
    count: counted(["open", "suspected_autism", "aged_0_17", "thirteen_weeks", "not_seen"], {
      distinct: "person",
      needs: "MHS201CareContact",
    }),
    relations: once(["open", "suspected_autism", "aged_0_17", "thirteen_weeks", "not_seen"]),
  },
  {
    ...base,
    id: "asd19c",
    name: "ASD19c: Share of those open 13 weeks first seen within 13 weeks, aged 0 to 17",
    unit: "percent",
    polarity: "higher",
    words: {
      numerator: "People first seen within 91 days",
      denominator: "People whose referral has been open for 91 days or more",
    },
    count: counted(
      ["open", "suspected_autism", "aged_0_17", "thirteen_weeks", "seen_within_13_weeks"],
      {
        statistic: "percent",
        outOf: ["open", "suspected_autism", "aged_0_17", "thirteen_weeks"],
        distinct: "person",
        needs: "MHS201CareContact",
      },
    ),
    relations: once([
      "open",
      "suspected_autism",
      "aged_0_17",
      "thirteen_weeks",
      "seen_within_13_weeks",
    ]),
  },
]);
