import type { Breakdown } from "../../../indicators/definition";
import { everyRow, flagRows, numberRows } from "../../../columns/rows";
import type { Mhsds } from "../extract";
import { byAge, byCouncil, byProvider, bySubIcb, byText, itself, sexOf } from "./breakdowns";
import type { ContactFlags } from "./model";
import { livesInEngland } from "./places";

/** Contacts and indirect activities that count for access, as one list of rows. */
export interface ActivityRows {
  readonly count: number;
  readonly month: Int32Array;
  readonly person: Int32Array;
  readonly home: Int32Array;
  readonly referral: Int32Array;
  readonly date: Int32Array;
  /** Age on the day, else at the end of the month. */
  readonly age: Int16Array;
  /** Age on the day of a contact, on receipt for indirect activity: the published code of MHS69 has it so. */
  readonly ageOfContact: Int16Array;
  readonly ageReceived: Int16Array;
  /** 1 where the person lives in England, or it is not recorded: access counts them alone. */
  readonly english: Uint8Array;
  /** 1 where it counts as a contact that was attended. */
  readonly contact: Uint8Array;
  readonly breakdown: (name: string) => Breakdown;
}

/** Everything that counts for access or as a contact, contacts first. */
export function activityRows(data: Mhsds, homes: Int32Array, flags: ContactFlags): ActivityRows {
  const { contacts, indirect, personMonths: people, referralMonths: referrals, providers } = data;
  const inEngland = people.district.dictionary.map(livesInEngland);
  const fromContacts = everyRow(contacts.count).filter(
    (row) =>
      flags.access[row] === 1 && contacts.referralMonth[row] >= 0 && contacts.personMonth[row] >= 0,
  );
  const fromIndirect = everyRow(indirect.count).filter(
    (row) => indirect.referralMonth[row] >= 0 && indirect.personMonth[row] >= 0,
  );
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
  const [personMonth, referralMonth] = [of("personMonth"), of("referralMonth")];
  const home = personMonth.map((row) => homes[row]);
  const ages = read(
    (row) =>
      contacts.age[row] >= 0 ? contacts.age[row] : people.ageAtEnd[contacts.personMonth[row]],
    (row) => people.ageAtEnd[indirect.personMonth[row]],
  );
  const ageReceived = Int16Array.from(referralMonth, (row) => referrals.ageReceived[row]);
  const makers: Readonly<Record<string, () => Breakdown>> = {
    provider: () => byProvider(providers, referrals.provider, referralMonth),
    sub_icb: () => bySubIcb(data, home, referralMonth),
    council: () => byCouncil(data, home),
    sex: () => byText(people.gender, home, sexOf),
    ethnicity: () => byText(people.ethnicity, home, itself),
    age_band: () => byAge(ages, everyRow(count)),
  };
  return {
    count,
    month: of("month"),
    person: personMonth.map((row) => people.person[row]),
    home,
    referral: of("referral"),
    date: of("date"),
    age: Int16Array.from(ages),
    ageOfContact: Int16Array.from(
      read(
        (row) => contacts.age[row],
        () => -1,
      ),
      (age, i) => (age >= 0 ? age : ageReceived[i]),
    ),
    ageReceived,
    english: flagRows(count, (i) => inEngland[people.district.codes[personMonth[i]]]),
    contact: Uint8Array.from(
      read(
        (row) => flags.contact[row],
        () => 1,
      ),
    ),
    breakdown: (name) => makers[name](),
  };
}
