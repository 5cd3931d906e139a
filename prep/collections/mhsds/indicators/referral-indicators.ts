import { measureOfMonths } from "../../../indicators/counted-as";
import { defineIndicators } from "../../../indicators/indicator";
import type { FullMeasure } from "../../../indicators/relations";
import type { FlagOf } from "../../../indicators/view";
import { mhReferral } from "../tables/fact-tables";
import { referralMonthView } from "../views/referral-month-view";
import { base, counted, once } from "./counted";

const of = { view: referralMonthView, source: "MHSDS" };

const measure = (...where: readonly FlagOf<typeof referralMonthView>[]): FullMeasure =>
  measureOfMonths(referralMonthView.name, where);

/** Measures of NHS England's monthly statistics of referrals, under their own ids. */
export const officialReferralIndicators = defineIndicators(of, [
  {
    ...base,
    id: "mhs32a",
    name: "MHS32a: Referrals starting, aged 0 to 18",
    words: { numerator: "Referrals received in the month, aged 0 to 18 on receipt" },
    count: counted(["received", "aged_0_18"]),
    relations: [
      {
        whole: measure("received", "aged_0_18"),
        parts: [
          measure("received", "aged_0_18", "self_referral"),
          measure("received", "aged_0_18", "from_education"),
        ],
      },
    ],
  },
  {
    ...base,
    id: "mhs32b",
    name: "MHS32b: Self-referrals starting, aged 0 to 18",
    words: { numerator: "Referrals received in the month from source B1, aged 0 to 18" },
    count: counted(["received", "aged_0_18", "self_referral"]),
    relations: [{ toldBy: "mhs32a" }],
  },
  {
    ...base,
    id: "mhs38a",
    name: "MHS38a: Referrals active in the month, aged 0 to 18",
    words: {
      numerator:
        "Referrals with a row in the month, aged 0 to 18 on discharge, else at the end of the month",
    },
    count: counted(["active_0_18"]),
    relations: [
      {
        apart: ["active_0_18"],
        because: "It uses another age than the other counts of referrals, so that no sum holds",
      },
    ],
  },
  {
    ...base,
    id: "mhs39a",
    name: "MHS39a: People with a referral starting, aged 0 to 18",
    words: { numerator: "People with a referral received in the month, aged 0 to 18" },
    count: counted(["received", "aged_0_18"], { distinct: "person" }),
    relations: once(["received", "aged_0_18"]),
  },
  {
    ...base,
    id: "mhs40",
    name: "MHS40: Looked after children with a referral starting, aged 0 to 18",
    words: { numerator: "People of MHS39a whose looked after status is Y" },
    count: counted(["received", "aged_0_18", "looked_after"], {
      distinct: "person",
      needs: "MHS005PatInd",
    }),
    relations: once(["received", "aged_0_18", "looked_after"]),
  },
  {
    ...base,
    id: "mhs41",
    name: "MHS41: Children with a protection plan with a referral starting, aged 0 to 18",
    words: { numerator: "People of MHS39a with a current child protection plan (code 3)" },
    count: counted(["received", "aged_0_18", "protection_plan"], {
      distinct: "person",
      needs: "MHS005PatInd",
    }),
    relations: once(["received", "aged_0_18", "protection_plan"]),
  },
  {
    ...base,
    id: "mhs42",
    name: "MHS42: Young carers with a referral starting, aged 0 to 18",
    words: { numerator: "People of MHS39a who are young carers (Y)" },
    count: counted(["received", "aged_0_18", "young_carer"], {
      distinct: "person",
      needs: "MHS005PatInd",
    }),
    relations: once(["received", "aged_0_18", "young_carer"]),
  },
  {
    ...base,
    id: "mhs57a",
    name: "MHS57a: People discharged from a referral, aged 0 to 18",
    words: { numerator: "People with a referral discharged in the month" },
    count: counted(["discharged", "aged_0_18"], { distinct: "person" }),
    relations: once(["discharged", "aged_0_18"]),
  },
]);

/** Our own indicators of referrals, counted in the same way. */
export const ownReferralIndicators = defineIndicators(of, [
  {
    ...base,
    id: "mh_people_with_open_referral_0_18",
    name: "People aged 0 to 18 with an open mental health referral",
    words: {
      numerator: "Distinct people aged 0 to 18 with a referral open at the end of the month",
    },
    listedIn: ["CDC-022", "BUL-007"],
    count: counted(["open", "aged_0_18_at_end"], { distinct: "person" }),
    relations: once(["open", "aged_0_18_at_end"]),
  },
  {
    ...base,
    id: "mh_referrals_received_0_18",
    name: "Mental health referrals received, aged 0 to 18",
    words: { numerator: "New referrals in the month" },
    listedIn: ["BCP-A21"],
    count: counted(["received", "aged_0_18"]),
    relations: [{ toldBy: "mhs32a" }],
    rowMeasure: {
      name: "Mental health referrals received",
      star: { table: mhReferral, date: "received_date", numerator: "received_0_18" },
    },
  },
  {
    ...base,
    id: "mh_lac_referrals_0_18",
    name: "Looked after children referred to mental health services",
    words: { numerator: "People looked after with a referral starting in the month" },
    listedIn: ["CDC-023"],
    count: counted(["received", "aged_0_18", "looked_after"], {
      distinct: "person",
      needs: "MHS005PatInd",
    }),
    relations: once(["received", "aged_0_18", "looked_after"]),
  },
  {
    ...base,
    id: "mh_cpp_referrals_0_18",
    name: "Children with a protection plan referred to mental health services",
    words: {
      numerator: "People with a child protection plan with a referral starting in the month",
    },
    listedIn: ["CDC-024"],
    count: counted(["received", "aged_0_18", "protection_plan"], {
      distinct: "person",
      needs: "MHS005PatInd",
    }),
    relations: once(["received", "aged_0_18", "protection_plan"]),
  },
  {
    ...base,
    id: "mh_referrals_from_education_0_18",
    name: "Mental health referrals from education, aged 0 to 18",
    words: {
      numerator: "New referrals from an education service or a school nurse (sources C2, F1)",
    },
    count: counted(["received", "aged_0_18", "from_education"]),
    relations: [{ toldBy: "mhs32a" }],
  },
  {
    ...base,
    id: "mh_referrals_not_accepted_0_18",
    name: "Mental health referrals not accepted, aged 0 to 18",
    words: { numerator: "Referrals rejected in the month" },
    count: counted(["rejected_in_month", "aged_0_18"]),
    relations: [
      {
        apart: ["rejected_in_month", "aged_0_18"],
        because: "No other count of referrals is of those rejected",
      },
    ],
  },
]);
