import {
  and,
  atLeast,
  between,
  columns,
  isGiven,
  isMissing,
  matches,
  not,
  or,
  when,
} from "../../../columns/expression";
import { monthOf } from "../../../calendar/periods";
import { gather, numberRows, rowsOf } from "../../../columns/rows";
import { takeText } from "../../../columns/decode";
import type { SecondRow } from "../../../indicators/reduction";
import { secondRows } from "../../../indicators/second-rows";
import { defineView, lazyColumns, viewRows, type ViewRows } from "../../../indicators/view";
import type { Mhsds } from "../read/extract";
import { byProvider, personColumnsOf } from "../model/group-columns";
import type { contactView, indirectView } from "./contact-view";
import { aged, patientColumns, patientGroups } from "./groups";
import { ofContact, ofGroups, ofIndirect, ofReferral } from "./rests-on";

const q = {
  ...patientColumns,
  ...columns({
    date: "day",
    /** ONS code of the district of the person's own record. */
    own_district: "text",
    /** Counts as a contact that was attended. */
    contact: "flag",
    /** 0 of a contact, 1 of indirect activity. */
    kind: "number",
    age_received: "number",
    /** On the day of a contact; not known of indirect activity. */
    age_on_day: "number",
    age_at_end: "number",
  }),
};

const isKnownOnDay = atLeast(q.age_on_day, 0);
/** On the day, else at the end of the month. */
const age = when([[isKnownOnDay, q.age_on_day]], q.age_at_end);
/** The published code of MHS69 has it so: of indirect activity the age on receipt. */
const ageOfContact = when([[isKnownOnDay, q.age_on_day]], q.age_received);

/** Age on the day of a contact, else at the end of the month. */
const ofAge = ["MHS201CareContact.AgeCareContDate", "MHS001MPI.AgeRepPeriodEnd"];

/** Contacts and indirect activities that count for access, as one list of rows. */
export const accessView = defineView({
  name: "mh.access",
  restsOn: {
    rows: [...ofReferral, ...ofContact, ...ofIndirect],
    columns: { ...ofGroups, band_age: ofAge, age_on_day: ofAge },
  },
  columns: q,
  dates: { date: q.date },
  flags: {
    /** Lives in England, or it is not recorded: access counts them alone. */
    in_england: or(isMissing(q.own_district), matches(q.own_district, "E.*")),
    /** On receipt and on the day. */
    aged_0_17: and(aged(q.age_received, 17), aged(age, 17)),
    aged_18_24: and(between(q.age_received, 18, 24), between(age, 18, 24)),
    /** May be the first or second contact of a child's referral. */
    childs_contact: and(q.contact, aged(q.age_received, 18), isGiven(q.date)),
    before_18: not(atLeast(ageOfContact, 18)),
  },
  measures: { kind: q.kind, age, age_of_contact: ageOfContact },
  breakdowns: patientGroups,
  units: ["person", "referral"],
});

/**
 * The rows of the view: those of contacts and of indirect activity that have `is_access`; which
 * of them count as a contact is another flag.
 */
export const accessParts = [
  { view: "mh.contacts", kind: 0, where: "is_access", contact: "is_contact" },
  { view: "mh.indirect", kind: 1, where: "is_access", contact: "is_access" },
] as const;

/**
 * Second contacts of a referral, direct or indirect, whose first was before the 18th birthday
 * (MHS69). The first may lie before the financial year, or be the first of the year: either makes a
 * second contact.
 */
export const secondContacts = {
  by: "referral",
  where: "childs_contact",
  day: "date",
  then: ["kind", "age_of_contact"],
  first: "before_18",
} as const satisfies SecondRow;

/** Rows of the view with their month, and the record that says where each person lives. */
export interface AccessRows {
  readonly rows: ViewRows<typeof accessView>;
  readonly month: Int32Array;
  readonly home: Int32Array;
}

/** Cells of both parts as one column. */
function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Everything that counts for access or as a contact, contacts first. */
export function accessRows(
  data: Mhsds,
  homes: Int32Array,
  contactsOf: ViewRows<typeof contactView>,
  indirectOf: ViewRows<typeof indirectView>,
): AccessRows {
  const { contacts, indirect, personMonths: people, referralMonths: referrals, counts } = data;
  const parts = [
    { table: contacts, measures: contactsOf.measures, ages: contacts.age },
    { table: indirect, measures: indirectOf.measures, ages: null },
  ].map(({ table, measures, ages }, i) => {
    const { where, contact, kind } = accessParts[i];
    const flags = measures as Readonly<Record<string, ArrayLike<number>>>;
    const rows = rowsOf(flags[where]).filter(
      (row) => table.referralMonth[row] >= 0 && table.personMonth[row] >= 0,
    );
    return { table, ages, rows, kind, contact: flags[contact] };
  });
  const of = (column: "month" | "personMonth" | "referralMonth" | "referral" | "date") =>
    joined(parts.map(({ table, rows }) => gather(table[column], rows)));
  const read = (valueOf: (part: (typeof parts)[number]) => (row: number) => number): Int32Array =>
    joined(
      parts.map((part) => {
        const value = valueOf(part);
        return numberRows(part.rows.length, (i) => value(part.rows[i]));
      }),
    );
  const [personMonth, referralMonth] = [of("personMonth"), of("referralMonth")];
  const home = gather(homes, personMonth);
  const count = home.length;
  const rows: ViewRows<typeof accessView> = viewRows(accessView, {
    count,
    columns: lazyColumns({
      ...personColumnsOf(data, home, referralMonth),
      provider: () => byProvider(data.providers, referrals.provider, referralMonth),
      band_age: (): ArrayLike<number> => rows.measures.age,
      date: () => of("date"),
      own_district: () => takeText(people.district, personMonth),
      contact: () =>
        read(
          ({ contact }) =>
            (row) =>
              contact[row],
        ),
      kind: () =>
        read(
          ({ kind }) =>
            () =>
              kind,
        ),
      age_received: () => numberRows(count, (i) => referrals.ageReceived[referralMonth[i]]),
      age_on_day: () => read(({ ages }) => (ages === null ? () => -1 : (row) => ages[row])),
      age_at_end: () => numberRows(count, (i) => people.ageAtEnd[personMonth[i]]),
    }),
    units: {
      person: { of: gather(people.person, personMonth), count: counts.people, none: 0 },
      referral: { of: of("referral"), count: counts.referrals, none: 0 },
    },
  });
  return { home, month: of("month"), rows };
}

/** People with a second contact, by the month of it. */
export const secondContactView = defineView({
  name: "mh.second_contacts",
  restsOn: { rows: [...ofReferral, ...ofContact, ...ofIndirect], columns: {} },
  columns: {},
  flags: {},
  breakdowns: {},
  units: ["person"],
});

/** Rows that are counted: those of people and months, in no order. */
interface SecondContactRows {
  readonly rows: ViewRows<typeof secondContactView>;
  readonly month: Int32Array;
}

/** The second contacts among some rows of access. */
export function secondContactRows({ rows }: AccessRows, some: Int32Array): SecondContactRows {
  const { dates, units, measures } = rows;
  const { by, where, day, then, first } = secondContacts;
  const date = dates[day];
  const { of: person, ...people } = units.person;
  const found = secondRows(
    units[by],
    {
      where: measures[where],
      first: measures[first],
      day: date,
      then: then.map((name) => measures[name]),
    },
    some.filter((row) => person[row] !== people.none),
  );
  return {
    month: found.map((row) => monthOf(date[row])),
    rows: viewRows(secondContactView, {
      count: found.length,
      columns: {},
      units: { person: { of: gather(person, found), ...people } },
    }),
  };
}
