import { MISSING } from "../../columns/column";
import { dayOf } from "../../calendar/day";
import { monthStart } from "../../calendar/periods";
import type { Breakdown } from "../../indicators/definition";
import { inMonth, type ContactFlags, type ReferralContacts } from "./activity";
import type { IndirectActivities, Contacts, Mhsds } from "./extract";
import { byAge, byCouncil, byProvider, bySubIcb, byText, itself, sexOf } from "./groups";
import type { MonthRows } from "./month-rows";
import { everyRow, flagRows, numberRows } from "./rows-of";

/** First contacts are looked for in referrals received from this day on (published code of the measure MHS61). */
const FIRST_CONTACTS_SINCE = dayOf(2016, 1, 1);

const agedOnReceipt = (
  rows: Contacts | IndirectActivities,
  { referralMonths }: Mhsds,
  to: number,
): Uint8Array =>
  flagRows(rows.count, (row) => {
    const age =
      rows.referralMonth[row] < 0 ? -1 : referralMonths.ageReceived[rows.referralMonth[row]];
    return age >= 0 && age <= to;
  });

function common(
  data: Mhsds,
  homes: Int32Array,
  rows: Contacts | IndirectActivities,
): Pick<MonthRows, "count" | "month" | "home" | "units"> & {
  makers: Readonly<Record<string, () => Breakdown>>;
} {
  const { personMonths: people, referralMonths, providers, counts } = data;
  const home = numberRows(rows.count, (row) =>
    rows.personMonth[row] < 0 ? -1 : homes[rows.personMonth[row]],
  );
  const person = numberRows(rows.count, (row) =>
    rows.personMonth[row] < 0 ? 0 : people.person[rows.personMonth[row]],
  );
  const own = everyRow(rows.count);
  return {
    count: rows.count,
    month: rows.month,
    home,
    units: {
      referral: { of: rows.referral, count: counts.referrals },
      person: { of: person, count: counts.people },
    },
    makers: {
      provider: () => byProvider(providers, rows.provider, own),
      sub_icb: () => bySubIcb(data, home, rows.referralMonth),
      council: () => byCouncil(data, home),
      sex: () => byText(people.gender, home, sexOf),
      ethnicity: () => byText(people.ethnicity, home, itself),
      age_band: () => byAge(referralMonths.ageReceived, rows.referralMonth),
    },
  };
}

/** Contacts by month, with what the measures ask of them. Ages are those on receipt of the referral. */
export function contactRows(
  data: Mhsds,
  homes: Int32Array,
  flags: ContactFlags,
  first: ReferralContacts,
): MonthRows {
  const { contacts, referralMonths } = data;
  const { makers, ...rows } = common(data, homes, contacts);
  const dated = inMonth(contacts.date, contacts.month);
  const both = (a: Uint8Array): Uint8Array => a.map((value, row) => value & dated[row]);
  const own = everyRow(contacts.count);
  return {
    ...rows,
    flags: {
      attended: both(flags.attended),
      missed: both(flags.missed),
      not_attended: both(flags.notAttended),
      attendance_known: both(flags.attendanceKnown),
      aged_0_18: agedOnReceipt(contacts, data, 18),
      first_attended: flagRows(contacts.count, (row) => {
        const referral = contacts.referralMonth[row];
        if (!flags.attended[row] || !dated[row] || referral < 0) return false;
        const open =
          referralMonths.discharged[referral] === MISSING ||
          referralMonths.discharged[referral] >= monthStart(contacts.month[row]);
        return (
          open &&
          referralMonths.received[referral] >= FIRST_CONTACTS_SINCE &&
          first.first[contacts.referral[row]] === contacts.date[row]
        );
      }),
    },
    breakdown: (name) =>
      name === "mechanism"
        ? byText(contacts.mechanism, own, itself)
        : name === "attendance"
          ? byText(contacts.status, own, itself)
          : makers[name](),
  };
}

/** Indirect activity by month. */
export function indirectRows(data: Mhsds, homes: Int32Array): MonthRows {
  const { indirect } = data;
  const { makers, ...rows } = common(data, homes, indirect);
  return {
    ...rows,
    flags: {
      in_month: inMonth(indirect.date, indirect.month),
      aged_0_18: agedOnReceipt(indirect, data, 18),
    },
    breakdown: (name) => makers[name](),
  };
}
