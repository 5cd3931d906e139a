import { takeText } from "../../../columns/decode";
import { MISSING, TextColumn, type IntegerColumn } from "../../../columns/column";
import { monthEnd } from "../../../calendar/periods";
import { everyRow, gather } from "../../../columns/rows";
import { mhContact } from "./fact-tables";
import type { StarData } from "../../../star/frame";
import type { MhsdsModel } from "../model/model";
import { days, integers, table } from "./columns";
import type { StarPeople } from "./people";
import type { StarReferrals } from "./star-referrals";

/** Care contacts of the star's referrals, with the flags of the indicators. */
export function contactTable(
  { data, contacts: counted }: MhsdsModel,
  { rows, keyOf }: StarReferrals,
  people: StarPeople,
): StarData {
  const { referralMonths: r, contacts, providers } = data;
  const kept = everyRow(contacts.count).filter((row) => keyOf[contacts.referral[row]] > 0);
  const count = kept.length;
  const keys = gather(contacts.referral, kept).map((referral) => keyOf[referral]);
  const flag = (of: ArrayLike<number>): IntegerColumn => integers(count, (i) => of[kept[i]]);
  const { measures } = counted.rows;
  return table(mhContact, {
    mh_contact_key: integers(count, (i) => i + 1),
    mh_referral_key: integers(count, (i) => keys[i]),
    mh_person_key: integers(count, (i) => people.keyOf.get(r.person[rows[keys[i] - 1]])!),
    contact_date: days(count, (i) => contacts.date[kept[i]]),
    month_end: days(count, (i) => monthEnd(contacts.month[kept[i]])),
    provider: new TextColumn(gather(contacts.provider, kept), providers),
    attendance: takeText(contacts.status, kept),
    mechanism: takeText(contacts.mechanism, kept),
    duration_minutes: integers(count, (i) =>
      contacts.duration[kept[i]] < 0 ? MISSING : contacts.duration[kept[i]],
    ),
    attended_0_18: flag(measures.attended_0_18),
    not_attended_0_18: flag(measures.not_attended_0_18),
    attendance_known_0_18: flag(measures.attendance_known_0_18),
  });
}
