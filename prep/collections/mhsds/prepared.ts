import {
  contactFlags,
  referralContacts,
  type ContactFlags,
  type ReferralContacts,
} from "./activity";
import type { Mhsds } from "./extract";
import { homeRecords } from "./home";

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
