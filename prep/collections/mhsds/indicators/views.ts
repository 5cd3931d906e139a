import { MISSING, type TextColumn } from "../../../columns/column";
import { monthEnd, monthStart } from "../../../calendar/periods";
import { dayOf } from "../../../calendar/day";
import { SELF_REFERRAL, SUSPECTED_AUTISM } from "../fields/code-sets";
import type { Mhsds, IndirectActivities, Contacts } from "../extract";
import type { MonthRows } from "./count-months";
import {
  referralBreakdowns,
  byAge,
  byCouncil,
  byProvider,
  bySubIcb,
  byText,
  itself,
  sexOf,
} from "../model/breakdowns";
import { codesIn, everyRow, flagRows, numberRows } from "../../../columns/rows";
import { childrensServices, rejectionDays } from "../model/services";
import { inMonth, type ReferralContacts, type ContactFlags } from "../model/model";
import type { Breakdown } from "../../../indicators/definition";

/** Sources that are education: local authority education service, school nurse (health-extracts 2.8). */
const fromEducation: ReadonlySet<string> = new Set(["C2", "F1"]);
/** Suspected autism is counted from referrals received on this day (health-extracts 2.7). */
const AUTISM_SINCE = dayOf(2018, 4, 1);
/** Thirteen weeks: a referral is open at least so long from 91 days on, and seen within them up to 91 (health-extracts 2.7). */
const THIRTEEN_WEEKS = 91;

/** Person indicators (MHS005) of anyone who has them, whichever provider of the month sent them: by row of `PersonMonths`. */
function anyIndicator(
  { personMonths: people, months, counts }: Mhsds,
  has: Uint8Array,
): Uint8Array {
  const place = new Map(months.map((month, i) => [month, i]));
  const bits = new Uint8Array(counts.people * months.length);
  for (let row = 0; row < people.count; row++)
    if (has[row] && people.person[row] > 0)
      bits[people.person[row] * months.length + place.get(people.month[row])!] = 1;
  return Uint8Array.from(has, (own, row) =>
    people.person[row] > 0
      ? bits[people.person[row] * months.length + place.get(people.month[row])!]
      : own,
  );
}

/** Referrals by month, with what the measures ask of them. */
export function referralRows(
  data: Mhsds,
  homes: Int32Array,
  contacts: ReferralContacts,
): MonthRows {
  const { referralMonths: r, personMonths: people, counts } = data;
  const { count } = r;
  const home = numberRows(count, (row) =>
    r.personMonth[row] < 0 ? -1 : homes[r.personMonth[row]],
  );
  const flag = (test: (row: number) => boolean): Uint8Array => flagRows(count, test);
  const within = (day: number, row: number): boolean =>
    day !== MISSING && day >= monthStart(r.month[row]) && day <= monthEnd(r.month[row]);
  const isOpen = (row: number): boolean =>
    r.discharged[row] === MISSING || r.discharged[row] > monthEnd(r.month[row]);
  const aged = (age: number, to: number): boolean => age >= 0 && age <= to;
  const ageAtEnd = (row: number): number =>
    r.personMonth[row] < 0 ? -1 : people.ageAtEnd[r.personMonth[row]];
  const indicator = (column: TextColumn, value: string): Uint8Array => {
    const codes = codesIn(column, new Set([value]));
    const any = anyIndicator(
      data,
      flagRows(people.count, (row) => codes[column.codes[row]] === 1),
    );
    return flag((row) => r.personMonth[row] >= 0 && any[r.personMonth[row]] === 1);
  };
  const [isSelf, isEducation, isAutism] = [
    codesIn(r.source, new Set([SELF_REFERRAL])),
    codesIn(r.source, fromEducation),
    codesIn(r.reason, new Set([SUSPECTED_AUTISM])),
  ];
  const services = childrensServices(data);
  const rejected = rejectionDays(data);
  const seen = (row: number): number => contacts.first[r.referral[row]];
  const wait = (row: number): number => seen(row) - r.received[row];
  const seenByEnd = (row: number): boolean =>
    seen(row) !== MISSING && seen(row) <= monthEnd(r.month[row]);
  const makers = referralBreakdowns(data, everyRow(count), home);
  return {
    count,
    month: r.month,
    home,
    units: {
      referral: { of: r.referral, count: counts.referrals },
      person: { of: r.person, count: counts.people },
    },
    flags: {
      received: flag((row) => within(r.received[row], row)),
      discharged: flag((row) => within(r.discharged[row], row)),
      rejected_in_month: flag((row) => within(rejected[row], row)),
      open: flag(isOpen),
      aged_0_18: flag((row) => aged(r.ageReceived[row], 18)),
      aged_0_17: flag((row) => aged(r.ageReceived[row], 17)),
      aged_0_18_at_end: flag((row) => aged(ageAtEnd(row), 18)),
      active_0_18: flag((row) =>
        aged(
          within(r.discharged[row], row) ? r.ageDischarged[row] : isOpen(row) ? ageAtEnd(row) : -1,
          18,
        ),
      ),
      self_referral: flag((row) => isSelf[r.source.codes[row]] === 1),
      from_education: flag((row) => isEducation[r.source.codes[row]] === 1),
      looked_after: indicator(people.lookedAfter, "Y"),
      protection_plan: indicator(people.childProtection, "3"),
      young_carer: indicator(people.youngCarer, "Y"),
      childrens_service: services.atEnd,
      childrens_service_at_receipt: services.atReceipt,
      suspected_autism: flag(
        (row) =>
          isAutism[r.reason.codes[row]] === 1 &&
          r.received[row] >= AUTISM_SINCE &&
          r.inpatient[row] === 0,
      ),
      thirteen_weeks: flag(
        (row) =>
          r.received[row] !== MISSING && monthEnd(r.month[row]) - r.received[row] >= THIRTEEN_WEEKS,
      ),
      seen_within_13_weeks: flag((row) => seenByEnd(row) && wait(row) <= THIRTEEN_WEEKS),
      seen_after_13_weeks: flag((row) => seenByEnd(row) && wait(row) > THIRTEEN_WEEKS),
      not_seen: flag((row) => !seenByEnd(row)),
    },
    breakdown: (name) => makers[name](),
  };
}

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
