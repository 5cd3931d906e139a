import { MISSING } from "../../../columns/column";
import {
  and,
  atLeast,
  below,
  between,
  columns,
  constant,
  equal,
  isIn,
  not,
  or,
  parameters,
} from "../../../columns/expression";
import { dayOf } from "../../../calendar/day";
import { everyRow, gather, numberRows } from "../../../columns/rows";
import { mhContact } from "../tables/fact-tables";
import {
  defineView,
  lazyColumns,
  viewRows,
  type Units,
  type ViewRows,
} from "../../../indicators/view";
import {
  anonymousProviders,
  type Contacts,
  type IndirectActivities,
  type Mhsds,
} from "../read/extract";
import {
  anonymousDirect,
  anonymousBefore,
  attended,
  direct,
  directBefore,
  missed,
  notAttended,
  VERSION_5,
} from "../fields/code-sets";
import { agesAt, byProvider, personColumnsOf } from "../model/group-columns";
import { monthEdges } from "../model/months";
import { aged, byCode, patientColumns, patientGroups } from "./groups";
import { ofContact, ofGroups, ofIndirect, ofReferral } from "./rests-on";

const dated = {
  month_start: "day",
  month_end: "day",
  date: "day",
  age_received: "number",
} as const;

const q = {
  ...patientColumns,
  ...columns({
    ...dated,
    /** The month that the contact was sent for. */
    month: "number",
    /** Completed years on the day. */
    age: "number",
    /** Attendance status and consultation mechanism. */
    attendance: "text",
    mechanism: "text",
    /** The person lives in the area that the star's flags are of. */
    of_area: "flag",
    received: "day",
    discharged: "day",
    /** First attended contact of the referral in the loaded months. */
    first_contact: "day",
  }),
};
const p = parameters({ first_contacts_since: "day" });

/**
 * First contacts are looked for in referrals received from this day on
 * (docs/counting-mental-health.md).
 */
export const FIRST_CONTACTS_SINCE = dayOf(2016, 1, 1);

const isDated = between(q.date, q.month_start, q.month_end);
const isAttended = isIn(q.attendance, attended);
const isMissed = isIn(q.attendance, missed);
const isKnown = or(isAttended, isMissed);
const isNotAttended = isIn(q.attendance, notAttended);
const isNew = atLeast(q.month, VERSION_5);
/** Face to face, telephone, talk type, video; with the codes of the month. */
const isDirect = and(
  isAttended,
  or(and(isNew, isIn(q.mechanism, direct)), and(not(isNew), isIn(q.mechanism, directBefore))),
);
/** A message or chat of an anonymous digital provider. */
const isMessage = and(
  isIn(q.provider, [...anonymousProviders]),
  or(
    and(isNew, isIn(q.mechanism, anonymousDirect)),
    and(not(isNew), isIn(q.mechanism, anonymousBefore)),
  ),
);
const isChild = aged(q.age_received, 18);
const isCounted = and(isDated, isChild, q.of_area);

/** Care contacts, by the month that they were sent for. */
export const contactView = defineView({
  name: "mh.contacts",
  restsOn: {
    rows: [...ofReferral, "MHS201CareContact.CareContDate"],
    columns: {
      ...ofGroups,
      attendance: ["MHS201CareContact.AttendStatus"],
      mechanism: ["MHS201CareContact.ConsMechanismMH"],
      discharged: ["MHS101Referral.ServDischDate"],
      first_contact: ofContact,
    },
  },
  star: { table: mhContact, day: "contact_date" },
  columns: q,
  parameters: p,
  dates: { date: q.date },
  flags: {
    attended: and(isDated, isAttended),
    missed: and(isDated, isMissed),
    not_attended: and(isDated, isNotAttended),
    attendance_known: and(isDated, isKnown),
    aged_0_18: isChild,
    first_attended: and(
      isDated,
      isAttended,
      not(below(q.discharged, q.month_start)),
      atLeast(q.received, p.first_contacts_since),
      equal(q.date, q.first_contact),
    ),
    is_attended: isAttended,
    is_direct: isDirect,
    /** Counts as a contact. */
    is_contact: or(isDirect, and(isAttended, isMessage)),
    /** Counts for access, where the attendance at messages and chats is not asked. */
    is_access: or(isDirect, isMessage),
    attended_0_18: and(isCounted, isAttended),
    not_attended_0_18: and(isCounted, isNotAttended),
    attendance_known_0_18: and(isCounted, isKnown),
  },
  breakdowns: {
    ...patientGroups,
    mechanism: byCode(q.mechanism),
    attendance: byCode(q.attendance),
  },
  units: ["referral", "person"],
  reductions: {
    /** Attended contacts, over all loaded months: a month holds only its own. */
    first_contact: { by: "referral", find: "first", day: "date", where: "is_attended" },
    second_contact: { by: "referral", find: "second", day: "date", where: "is_attended" },
    first_direct: { by: "referral", find: "first", day: "date", where: "is_direct" },
    first_of_any: { by: "referral", find: "first", day: "date", where: "is_contact" },
  },
  needs: ["MHS201CareContact"],
});

const iq = { ...patientColumns, ...columns(dated) };

/** Indirect activity, by the month that it was sent for. */
export const indirectView = defineView({
  name: "mh.indirect",
  restsOn: { rows: [...ofReferral, ...ofIndirect], columns: ofGroups },
  columns: iq,
  dates: { date: iq.date },
  flags: {
    /** Counts for access, and as a contact. */
    is_access: constant(true),
    in_month: between(iq.date, iq.month_start, iq.month_end),
    aged_0_18: aged(iq.age_received, 18),
  },
  breakdowns: patientGroups,
  units: ["referral", "person"],
  reductions: {
    first_of_any: { by: "referral", find: "first", day: "date", where: "is_access" },
  },
  needs: ["MHS204IndirectActivity"],
});

/** Rows of a view with the row of `PersonMonths` that says where each person lives, or -1. */
interface WithHomes<R> {
  readonly rows: R;
  readonly home: Int32Array;
}

/** What contacts and indirect activity have in common. */
function common(data: Mhsds, homes: Int32Array, rows: Contacts | IndirectActivities) {
  const { personMonths: people, referralMonths, providers, counts } = data;
  const { count, personMonth, referralMonth } = rows;
  const ofPerson = (values: ArrayLike<number>, missing: number): Int32Array =>
    numberRows(count, (row) => (personMonth[row] < 0 ? missing : values[personMonth[row]]));
  const ofReferral = (values: ArrayLike<number>, missing: number) => (): Int32Array =>
    numberRows(count, (row) => (referralMonth[row] < 0 ? missing : values[referralMonth[row]]));
  const home = ofPerson(homes, -1);
  const person: Units = { of: ofPerson(people.person, 0), count: counts.people, none: 0 };
  return {
    home,
    person,
    ofPerson,
    ofReferral,
    columns: {
      ...personColumnsOf(data, home, referralMonth),
      provider: () => byProvider(providers, rows.provider, everyRow(count)),
      band_age: () => agesAt(referralMonths.ageReceived, referralMonth),
      ...monthEdges(rows.month),
      date: () => rows.date,
      age_received: ofReferral(referralMonths.ageReceived, -1),
    },
  };
}

/**
 * Contacts by month, with what the measures ask of them. Ages are those on receipt of the referral.
 * `members` is by home record: who belongs to the area of the star.
 */
export function contactRows(
  data: Mhsds,
  homes: Int32Array,
  members: Uint8Array | null,
): WithHomes<ViewRows<typeof contactView>> {
  const { contacts, referralMonths: r, counts } = data;
  const { home, person, ofReferral, columns: shared } = common(data, homes, contacts);
  const given = lazyColumns({
    ...shared,
    month: () => contacts.month,
    age: () => contacts.age,
    attendance: () => contacts.status,
    mechanism: () => contacts.mechanism,
    of_area: () =>
      members && numberRows(contacts.count, (row) => (home[row] < 0 ? 0 : members[home[row]])),
    received: ofReferral(r.received, MISSING),
    discharged: ofReferral(r.discharged, MISSING),
    first_contact: (): Int32Array => gather(firstContact(), contacts.referral),
  });
  const rows = viewRows(contactView, {
    count: contacts.count,
    columns: given,
    parameters: { first_contacts_since: FIRST_CONTACTS_SINCE },
    units: { referral: { of: contacts.referral, count: counts.referrals, none: 0 }, person },
  });
  const firstContact = (): Int32Array => rows.reduced.first_contact;
  return { home, rows };
}

/** Indirect activity by month. */
export function indirectRows(
  data: Mhsds,
  homes: Int32Array,
): WithHomes<ViewRows<typeof indirectView>> {
  const { indirect, counts } = data;
  const { home, person, columns: given } = common(data, homes, indirect);
  const rows = viewRows(indirectView, {
    count: indirect.count,
    columns: lazyColumns(given),
    units: { referral: { of: indirect.referral, count: counts.referrals, none: 0 }, person },
  });
  return { home, rows };
}
