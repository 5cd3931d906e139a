import { measureOfMonths } from "../../../indicators/counted-as";
import { defineIndicators, type MonthCount } from "../../../indicators/indicator";
import type { FullMeasure, Relations } from "../../../indicators/relations";
import type { FlagOf } from "../../../indicators/view";
import { mhContact } from "../tables/fact-tables";
import { contactView, indirectView } from "../views/contact-view";
import { patientGroups } from "../views/groups";
import { base, keysOf } from "./counted";

type View = typeof contactView;

const measure = (...where: readonly FlagOf<View>[]): FullMeasure =>
  measureOfMonths(contactView.name, where);

const counted = (
  where: readonly FlagOf<View>[],
  more: Partial<MonthCount<View>> = {},
): MonthCount<View> => ({
  clock: "month",
  statistic: "count",
  where,
  needs: "MHS201CareContact",
  breakdowns: [...keysOf(patientGroups), "mechanism"],
  ...more,
});

const once = (where: readonly FlagOf<View>[]): Relations<View> => [
  { apart: where, because: "People count once, and may be in two groups of a breakdown" },
];

/** Indicators of contacts: official measures, and our own. */
export const contactIndicators = defineIndicators({ view: contactView, source: "MHSDS" }, [
  {
    ...base,
    id: "mhs30d",
    name: "MHS30d: Attended contacts, aged 0 to 18",
    words: { numerator: "Contacts with attendance code 5 or 6" },
    count: counted(["attended", "aged_0_18"]),
    relations: [{ toldBy: "mh_not_attended_pct" }],
  },
  {
    ...base,
    id: "mhs55a",
    name: "MHS55a: People attending at least one contact, aged 0 to 18",
    words: { numerator: "People with an attended contact in the month" },
    count: counted(["attended", "aged_0_18"], { distinct: "person" }),
    relations: once(["attended", "aged_0_18"]),
  },
  {
    ...base,
    id: "mhs58a",
    name: "MHS58a: Missed contacts, aged 0 to 18",
    polarity: "lower",
    words: { numerator: "Contacts with attendance code 2, 3, 4 or 7" },
    count: counted(["missed", "aged_0_18"], {
      breakdowns: [...keysOf(patientGroups), "mechanism", "attendance"],
    }),
    relations: [{ toldBy: "mh_not_attended_pct" }],
  },
  {
    ...base,
    id: "mhs61a",
    name: "MHS61a: First attended contacts, aged 0 to 18",
    words: { numerator: "Referrals whose first attended contact is in the month" },
    count: counted(["first_attended", "aged_0_18"], { distinct: "referral" }),
    relations: [
      {
        apart: ["first_attended"],
        because: "Referrals count once, and may be in two groups of a breakdown",
      },
    ],
  },
  {
    ...base,
    id: "mh_contacts_attended_0_18",
    name: "Mental health contacts attended, aged 0 to 18",
    words: { numerator: "Contacts attended in the month" },
    count: counted(["attended", "aged_0_18"]),
    relations: [{ toldBy: "mh_not_attended_pct" }],
    rowMeasure: {
      name: "Mental health contacts attended",
      star: { table: mhContact, date: "contact_date", numerator: "attended_0_18" },
    },
  },
  {
    ...base,
    id: "mh_not_attended_pct",
    name: "Mental health contacts not attended",
    unit: "percent",
    polarity: "lower",
    words: {
      numerator: "Not attended, attendance codes 3 and 7",
      denominator: "Contacts with an attendance code",
    },
    count: counted(["not_attended", "aged_0_18"], {
      statistic: "percent",
      outOf: ["attendance_known", "aged_0_18"],
    }),
    relations: [
      {
        whole: measure("attendance_known", "aged_0_18"),
        parts: [measure("attended", "aged_0_18"), measure("missed", "aged_0_18")],
        exact: true,
      },
      {
        whole: measure("missed", "aged_0_18"),
        parts: [measure("not_attended", "aged_0_18")],
        restTells: true,
      },
      {
        flag: measure("not_attended", "aged_0_18"),
        of: measure("missed", "aged_0_18"),
        breakdown: "attendance",
        groups: ["3", "7"],
      },
    ],
    rowMeasure: {
      name: "Mental health contacts not attended",
      star: {
        table: mhContact,
        date: "contact_date",
        numerator: "not_attended_0_18",
        denominator: "attendance_known_0_18",
      },
    },
  },
]);

/** People with indirect activity: contacts about them with others. */
export const indirectIndicators = defineIndicators({ view: indirectView, source: "MHSDS" }, [
  {
    ...base,
    id: "mhs56a",
    name: "MHS56a: People with indirect activity, aged 0 to 18",
    words: { numerator: "People with indirect activity in the month" },
    count: {
      clock: "month",
      statistic: "count",
      where: ["in_month", "aged_0_18"],
      distinct: "person",
      needs: "MHS204IndirectActivity",
      breakdowns: keysOf(patientGroups),
    },
    relations: "independent",
  },
]);
