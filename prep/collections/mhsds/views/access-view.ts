import { and, between, columns, isGiven } from "../../../columns/expression";
import { monthOf, type MonthIndex } from "../../../calendar/periods";
import { everyRow, flagRows, numberRows } from "../../../columns/rows";
import { defineView, lazyColumns, viewRows, type ViewRows } from "../../../indicators/view";
import type { Mhsds } from "../read/extract";
import { byProvider, personColumnsOf } from "../model/group-columns";
import { livesInEngland } from "../model/places";
import { aged, patientColumns, patientGroups } from "./groups";
import { ofContact, ofGroups, ofIndirect, ofReferral } from "./rests-on";

const q = {
  ...patientColumns,
  ...columns({
    date: "day",
    /** Lives in England, or it is not recorded: access counts them alone. */
    in_england: "flag",
    /** Counts as a contact that was attended. */
    contact: "flag",
    age_received: "number",
    /** On the day, else at the end of the month. */
    age: "number",
  }),
};

/** Age on the day of a contact, else at the end of the month. */
const ofAge = ["MHS201CareContact.AgeCareContDate", "MHS001MPI.AgeRepPeriodEnd"];

/** Contacts and indirect activities that count for access, as one list of rows. */
export const accessView = defineView({
  name: "mh.access",
  restsOn: {
    rows: [...ofReferral, ...ofContact, ...ofIndirect],
    columns: { ...ofGroups, band_age: ofAge, age: ofAge },
  },
  columns: q,
  flags: {
    in_england: q.in_england,
    /** On receipt and on the day. */
    aged_0_17: and(aged(q.age_received, 17), aged(q.age, 17)),
    aged_18_24: and(between(q.age_received, 18, 24), between(q.age, 18, 24)),
    /** May be the first or second contact of a child's referral. */
    childs_contact: and(q.contact, aged(q.age_received, 18), isGiven(q.date)),
  },
  breakdowns: patientGroups,
  units: ["person"],
});

/** Rows of the view, and what second contacts are looked for in, by row. */
export interface AccessRows {
  readonly rows: ViewRows<typeof accessView>;
  readonly month: Int32Array;
  readonly home: Int32Array;
  readonly person: Int32Array;
  readonly referral: Int32Array;
  readonly date: Int32Array;
  /**
   * Age on the day of a contact, on receipt for indirect activity: the published code of MHS69 has
   * it so.
   */
  readonly ageOfContact: Int32Array;
}

/**
 * Everything that counts for access or as a contact, contacts first. The flags are by row of
 * `Contacts`.
 */
export function accessRows(
  data: Mhsds,
  homes: Int32Array,
  flags: { readonly is_access: ArrayLike<number>; readonly is_contact: ArrayLike<number> },
): AccessRows {
  const { contacts, indirect, personMonths: people, referralMonths: referrals, providers } = data;
  const inEngland = people.district.dictionary.map(livesInEngland);
  const isWhole = (of: Mhsds["contacts" | "indirect"], row: number): boolean =>
    of.referralMonth[row] >= 0 && of.personMonth[row] >= 0;
  const fromContacts = everyRow(contacts.count).filter(
    (row) => flags.is_access[row] === 1 && isWhole(contacts, row),
  );
  const fromIndirect = everyRow(indirect.count).filter((row) => isWhole(indirect, row));
  const count = fromContacts.length + fromIndirect.length;
  const read = (
    ofContact: (row: number) => number,
    ofIndirect: (row: number) => number,
  ): Int32Array =>
    numberRows(count, (i) =>
      i < fromContacts.length
        ? ofContact(fromContacts[i])
        : ofIndirect(fromIndirect[i - fromContacts.length]),
    );
  const of = (
    column: "month" | "personMonth" | "referralMonth" | "referral" | "date",
  ): Int32Array =>
    read(
      (row) => contacts[column][row],
      (row) => indirect[column][row],
    );
  const [personMonth, referralMonth, date] = [of("personMonth"), of("referralMonth"), of("date")];
  const home = personMonth.map((row) => homes[row]);
  const person = personMonth.map((row) => people.person[row]);
  const age = read(
    (row) =>
      contacts.age[row] >= 0 ? contacts.age[row] : people.ageAtEnd[contacts.personMonth[row]],
    (row) => people.ageAtEnd[indirect.personMonth[row]],
  );
  const ageReceived = referralMonth.map((row) => referrals.ageReceived[row]);
  const onDay = read(
    (row) => contacts.age[row],
    () => -1,
  );
  return {
    home,
    person,
    date,
    month: of("month"),
    referral: of("referral"),
    ageOfContact: onDay.map((years, i) => (years >= 0 ? years : ageReceived[i])),
    rows: viewRows(accessView, {
      count,
      columns: lazyColumns({
        ...personColumnsOf(data, home, referralMonth),
        provider: () => byProvider(providers, referrals.provider, referralMonth),
        band_age: () => age,
        date: () => date,
        in_england: () => flagRows(count, (i) => inEngland[people.district.codes[personMonth[i]]]),
        contact: () =>
          read(
            (row) => flags.is_contact[row],
            () => 1,
          ),
        age_received: () => ageReceived,
        age: () => age,
      }),
      units: { person: { of: person, count: data.counts.people, none: 0 } },
    }),
  };
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

/** First month of the financial year that a month lies in. */
const yearOf = (month: MonthIndex): MonthIndex => Math.floor((month - 3) / 12) * 12 + 3;

/**
 * Second contacts of a referral, direct or indirect, whose first was before the 18th birthday
 * (MHS69), among some rows of access. The first may lie
 * before the financial year, or be the first of the year: either makes a second contact.
 */
export function secondContactRows(
  access: AccessRows,
  order: Int32Array,
  people: number,
): SecondContactRows {
  const { person, referral, date, ageOfContact } = access;
  const counts = access.rows.measures.childs_contact;
  const ordered = order
    .filter((row) => counts[row] === 1 && person[row] > 0)
    .sort((a, b) => date[a] - date[b] || a - b);
  const [persons, months]: [number[], number[]] = [[], []];
  const note = (row: number, seen: Map<number, { age: number; contacts: number }>): void => {
    const before = seen.get(referral[row]);
    if (before === undefined) seen.set(referral[row], { age: ageOfContact[row], contacts: 1 });
    else if (++before.contacts === 2 && before.age < 18) {
      persons.push(person[row]);
      months.push(monthOf(date[row]));
    }
  };
  const ever = new Map<number, { age: number; contacts: number }>();
  const ofYear = new Map<number, Map<number, { age: number; contacts: number }>>();
  for (const row of ordered) {
    note(row, ever);
    const year = yearOf(monthOf(date[row]));
    if (!ofYear.has(year)) ofYear.set(year, new Map());
    note(row, ofYear.get(year)!);
  }
  return {
    month: Int32Array.from(months),
    rows: viewRows(secondContactView, {
      count: persons.length,
      columns: {},
      units: { person: { of: Int32Array.from(persons), count: people, none: 0 } },
    }),
  };
}
