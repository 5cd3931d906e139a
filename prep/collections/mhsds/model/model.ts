import { MISSING } from "../../../columns/column";
import { monthEnd, monthStart } from "../../../calendar/periods";
import {
  anonymousMechanisms,
  attended,
  directMechanisms,
  missed,
  notAttended,
} from "../fields/code-sets";
import { anonymousProviders, type Mhsds } from "../extract";
import { codesIn, flagRows } from "../../../columns/rows";
import { homeRecords } from "./places";

/** What each contact is, 0 or 1 by row of `Contacts`. */
export interface ContactFlags {
  readonly attended: Uint8Array;
  readonly missed: Uint8Array;
  readonly notAttended: Uint8Array;
  /** Has an attendance code. */
  readonly attendanceKnown: Uint8Array;
  /** Attended, by a mechanism that counts as direct (face to face, telephone, talk type, video). */
  readonly direct: Uint8Array;
  /** Counts as a contact: direct, or attended by a message or chat of an anonymous digital provider. */
  readonly contact: Uint8Array;
  /** Counts for access, where the attendance at the messages and chats of the anonymous digital providers is not asked. */
  readonly access: Uint8Array;
}

/** Sorts contacts by attendance and mechanism, with the codes of their month (health-extracts 2.3, 2.4). */
export function contactFlags({ contacts, providers }: Mhsds): ContactFlags {
  const { count, status, mechanism, month, provider } = contacts;
  const [isAttended, isMissed, isNotAttended] = [attended, missed, notAttended].map((set) =>
    codesIn(status, set),
  );
  const isAnonymous = Uint8Array.from(providers, (code) => Number(anonymousProviders.has(code)));
  const mechanismsOf = new Map<number, { direct: Uint8Array; anonymous: Uint8Array }>();
  const ofMonth = (m: number): { direct: Uint8Array; anonymous: Uint8Array } => {
    let known = mechanismsOf.get(m);
    if (!known)
      mechanismsOf.set(
        m,
        (known = {
          direct: codesIn(mechanism, directMechanisms(m)),
          anonymous: codesIn(mechanism, anonymousMechanisms(m)),
        }),
      );
    return known;
  };
  const flags = {
    attended: new Uint8Array(count),
    missed: new Uint8Array(count),
    notAttended: new Uint8Array(count),
    attendanceKnown: new Uint8Array(count),
    direct: new Uint8Array(count),
    contact: new Uint8Array(count),
    access: new Uint8Array(count),
  };
  for (let row = 0; row < count; row++) {
    const code = status.codes[row];
    flags.attended[row] = isAttended[code];
    flags.missed[row] = isMissed[code];
    flags.notAttended[row] = isNotAttended[code];
    flags.attendanceKnown[row] = isAttended[code] | isMissed[code];
    const mechanisms = ofMonth(month[row]);
    const message = isAnonymous[provider[row]] & mechanisms.anonymous[mechanism.codes[row]];
    flags.direct[row] = isAttended[code] & mechanisms.direct[mechanism.codes[row]];
    flags.contact[row] = flags.direct[row] | (isAttended[code] & message);
    flags.access[row] = flags.direct[row] | message;
  }
  return flags;
}

/** Whether each day lies in the month of its row. */
export function inMonth(date: Int32Array, month: Int32Array): Uint8Array {
  let [of, start, end] = [NaN, 0, 0];
  return flagRows(date.length, (row) => {
    if (month[row] !== of)
      [of, start, end] = [month[row], monthStart(month[row]), monthEnd(month[row])];
    return date[row] >= start && date[row] <= end;
  });
}

/** Days of the contacts of each referral over all loaded months, by code of the referral; MISSING where there is none. */
export interface ReferralContacts {
  /** First and second attended contact. Two contacts of one day are two. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** First attended direct contact. */
  readonly firstDirect: Int32Array;
  /** First contact of any kind that counts, direct or indirect activity. */
  readonly firstOfAny: Int32Array;
}

/** Finds the first and second contacts of each referral. Contacts that stand in the data of several months (the same day twice) count as they stand: a month holds only its own. */
export function referralContacts(
  { contacts, indirect, counts }: Mhsds,
  flags: ContactFlags,
): ReferralContacts {
  const empty = (): Int32Array => new Int32Array(counts.referrals).fill(MISSING);
  const [first, second, firstDirect, firstOfAny] = [empty(), empty(), empty(), empty()];
  const earliest = (days: Int32Array, referral: number, day: number): void => {
    if (days[referral] === MISSING || day < days[referral]) days[referral] = day;
  };
  for (let row = 0; row < contacts.count; row++) {
    const [referral, day] = [contacts.referral[row], contacts.date[row]];
    if (!flags.attended[row] || day === MISSING || referral === 0) continue;
    if (first[referral] === MISSING || day < first[referral]) {
      second[referral] = first[referral];
      first[referral] = day;
    } else earliest(second, referral, day);
    if (flags.direct[row]) earliest(firstDirect, referral, day);
    if (flags.contact[row]) earliest(firstOfAny, referral, day);
  }
  for (let row = 0; row < indirect.count; row++)
    if (indirect.date[row] !== MISSING && indirect.referral[row] > 0)
      earliest(firstOfAny, indirect.referral[row], indirect.date[row]);
  return { first, second, firstDirect, firstOfAny };
}

/** What counting and the tables of the star both need to know of every row, worked out once. */
export interface Prepared {
  readonly data: Mhsds;
  /** By row of `PersonMonths`: the record that says where the person lives. */
  readonly homes: Int32Array;
  readonly flags: ContactFlags;
  readonly contacts: ReferralContacts;
}

/** Looks at all rows of an extract. */
export function prepared(data: Mhsds): Prepared {
  const flags = contactFlags(data);
  return {
    data,
    homes: homeRecords(data.personMonths, data.months, data.counts.people),
    flags,
    contacts: referralContacts(data, flags),
  };
}
