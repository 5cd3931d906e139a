import { afterBy } from "../../../columns/row-order";
import type { ViewRows } from "../../../indicators/view";
import type { Mhsds } from "../read/extract";
import { latestOfReferral } from "../read/plans";
import { accessRows, type AccessRows } from "../views/access-view";
import {
  contactRows,
  indirectRows,
  type contactView,
  type indirectView,
} from "../views/contact-view";
import { referralMonthRows, type ReferralMonthRows } from "../views/referral-month-view";
import { firstContacts, type FirstContacts } from "./first-contacts";
import { homeRecords } from "./places";
import { teamsOfReferrals, type TeamsOfReferrals } from "./teams";

/**
 * What counting and the tables of the star both need to know of every row of an extract. Columns
 * are worked out when they are first asked for.
 */
export interface MhsdsModel {
  readonly data: Mhsds;
  /** By row of `PersonMonths`: the record that says where the person lives. */
  readonly homes: Int32Array;
  readonly first: FirstContacts;
  readonly teams: TeamsOfReferrals;
  readonly referrals: ReferralMonthRows;
  readonly contacts: { readonly rows: ViewRows<typeof contactView>; readonly home: Int32Array };
  readonly indirect: { readonly rows: ViewRows<typeof indirectView>; readonly home: Int32Array };
  readonly access: AccessRows;
}

/**
 * Looks at all rows of an extract. `members` is by row of `PersonMonths`: 1 for home records of the
 * area that the star's flags count.
 */
export function mhsdsModel(data: Mhsds, members: Uint8Array | null): MhsdsModel {
  const homes = homeRecords(data.personMonths, data.months, data.counts.people);
  const contacts = contactRows(data, homes, members);
  const indirect = indirectRows(data, homes);
  const first = firstContacts(contacts.rows, indirect.rows);
  const teams = teamsOfReferrals(data);
  return {
    data,
    homes,
    first,
    teams,
    contacts,
    indirect,
    referrals: referralMonthRows(data, homes, first, teams),
    access: accessRows(data, homes, contacts.rows, indirect.rows),
  };
}

/**
 * Row of `ReferralMonths` that shows each referral last (`latestOfReferral`), in the order of their
 * codes.
 */
export function latestRows({ referralMonths: r, counts, providers }: Mhsds): Int32Array {
  const rows = new Int32Array(counts.referrals).fill(-1);
  const isAfter = afterBy(latestOfReferral.highest, {
    month: (row) => r.month[row],
    provider: (row) => providers[r.provider[row]],
  });
  for (let row = 0; row < r.count; row++) {
    const referral = r.referral[row];
    if (referral > 0 && (rows[referral] < 0 || isAfter(row, rows[referral]))) rows[referral] = row;
  }
  return rows.filter((row) => row >= 0);
}
