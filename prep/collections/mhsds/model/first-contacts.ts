import { MISSING } from "../../../columns/column";
import type { Mhsds } from "../read/extract";

/** What each contact is, 0 or 1 by row of `Contacts`. */
interface ContactFlags {
  readonly is_attended: ArrayLike<number>;
  readonly is_direct: ArrayLike<number>;
  readonly is_contact: ArrayLike<number>;
}

/**
 * Days of the contacts of each referral over all loaded months, by code of the referral; MISSING
 * where there is none.
 */
export interface FirstContacts {
  /** First and second attended contact. Two contacts of one day are two. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** First attended direct contact. */
  readonly firstDirect: Int32Array;
  /** First contact of any kind that counts, direct or indirect activity. */
  readonly firstOfAny: Int32Array;
}

/**
 * Finds the first and second contacts of each referral. Contacts that stand in the data of several
 * months (the same day twice) count as they stand: a month holds only its own.
 */
export function firstContacts(
  { contacts, indirect, counts }: Mhsds,
  { is_attended: attended, is_direct: direct, is_contact: counted }: ContactFlags,
): FirstContacts {
  const empty = (): Int32Array => new Int32Array(counts.referrals).fill(MISSING);
  const [first, second, firstDirect, firstOfAny] = [empty(), empty(), empty(), empty()];
  const earliest = (days: Int32Array, referral: number, day: number): void => {
    if (days[referral] === MISSING || day < days[referral]) days[referral] = day;
  };
  for (let row = 0; row < contacts.count; row++) {
    const [referral, day] = [contacts.referral[row], contacts.date[row]];
    if (!attended[row] || day === MISSING || referral === 0) continue;
    if (first[referral] === MISSING || day < first[referral]) {
      second[referral] = first[referral];
      first[referral] = day;
    } else earliest(second, referral, day);
    if (direct[row]) earliest(firstDirect, referral, day);
    if (counted[row]) earliest(firstOfAny, referral, day);
  }
  for (let row = 0; row < indirect.count; row++)
    if (indirect.date[row] !== MISSING && indirect.referral[row] > 0)
      earliest(firstOfAny, indirect.referral[row], indirect.date[row]);
  return { first, second, firstDirect, firstOfAny };
}
