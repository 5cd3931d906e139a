import { MISSING } from "../../../columns/column";
import type { ViewRows } from "../../../indicators/view";
import type { contactView, indirectView } from "../views/contact-view";

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

/** The earlier day of each of two. */
const earlier = (one: Int32Array, other: Int32Array): Int32Array =>
  one.map((day, i) =>
    day === MISSING || (other[i] !== MISSING && other[i] < day) ? other[i] : day,
  );

/** What was found of contacts and of indirect activity, together. */
export function firstContacts(
  contacts: ViewRows<typeof contactView>,
  indirect: ViewRows<typeof indirectView>,
): FirstContacts {
  const days = contacts.reduced;
  return {
    first: days.first_contact,
    second: days.second_contact,
    firstDirect: days.first_direct,
    firstOfAny: earlier(days.first_of_any, indirect.reduced.first_of_any),
  };
}
