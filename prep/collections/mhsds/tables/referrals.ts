import { takeText } from "../../../columns/decode";
import { MISSING, TextColumn } from "../../../columns/column";
import { monthEnd } from "../../../calendar/periods";
import { gather } from "../../../columns/rows";
import { mhReferral } from "./fact-tables";
import type { StarData } from "../../../star/frame";
import type { MhsdsModel } from "../model/model";
import { referralRows } from "../views/referral-view";
import { days, integers, orMissing, table } from "./columns";
import { councilAt, type StarPeople } from "./people";
import type { MhsdsStar, StarReferrals } from "./star-referrals";

/** 1 by code of a referral that counts as received in one of its months: of a child of the area. */
function receivedOf({ data, referrals }: MhsdsModel, members: Uint8Array): Uint8Array {
  const { referralMonths: r, counts } = data;
  const { received, aged_0_18: child } = referrals.rows.measures;
  const codes = new Uint8Array(counts.referrals);
  for (let row = 0; row < r.count; row++)
    if (received[row] && child[row] && members[referrals.home[row]] === 1)
      codes[r.referral[row]] = 1;
  return codes;
}

/**
 * Flags and waits of the star's referrals, as the indicators have them; 0 and no value for those
 * that no wait is counted of.
 */
function waitColumns(model: MhsdsModel, members: Uint8Array, { rows }: StarReferrals) {
  const { referrals, data } = model;
  const { referralMonths: r } = data;
  const counted = rows.filter((row) => members[referrals.home[row]] === 1);
  const waits = referralRows(model, counted);
  const at = new Int32Array(r.count).fill(-1);
  waits.at.forEach((row, i) => (at[row] = i));
  const { measures } = waits.rows;
  const flag = (name: keyof typeof measures) =>
    integers(rows.length, (i) => (at[rows[i]] < 0 ? 0 : measures[name][at[rows[i]]]));
  const wait = (name: keyof typeof measures) =>
    integers(rows.length, (i) => {
      const value = at[rows[i]] < 0 ? NaN : measures[name][at[rows[i]]];
      return Number.isNaN(value) ? MISSING : value;
    });
  return {
    first_wait_days: wait("first_wait"),
    second_wait_days: wait("second_wait"),
    first_seen: flag("first_seen"),
    second_seen: flag("second_seen"),
    direct_seen: flag("direct_seen"),
    within_4_weeks: flag("within_4_weeks"),
  };
}

/** Referrals as the latest month shows them, with their waits. */
export function referralTable(
  { model, sourceKey, members }: MhsdsStar,
  referrals: StarReferrals,
  people: StarPeople,
  teamKey: Int32Array,
): StarData {
  const { data, first: seen } = model;
  const { referralMonths: r, providers } = data;
  const { rows, home } = referrals;
  const count = rows.length;
  const referral = gather(r.referral, rows);
  const received = receivedOf(model, members);
  const { rejected, mainType, mainTeam } = model.teams;
  return table(mhReferral, {
    mh_referral_key: integers(count, (i) => i + 1),
    mh_person_key: integers(count, (i) => people.keyOf.get(r.person[rows[i]])!),
    team_key: integers(count, (i) => orMissing(teamKey[mainTeam[rows[i]]])),
    source_key: integers(count, () => sourceKey),
    provider: new TextColumn(gather(r.provider, rows), providers),
    commissioner: takeText(r.commissioner, rows),
    council: councilAt(data, home),
    received_date: days(count, (i) => r.received[rows[i]]),
    discharge_date: days(count, (i) => r.discharged[rows[i]]),
    rejection_date: days(count, (i) => rejected[rows[i]]),
    first_contact_date: days(count, (i) => seen.first[referral[i]]),
    second_contact_date: days(count, (i) => seen.second[referral[i]]),
    first_direct_date: days(count, (i) => seen.firstDirect[referral[i]]),
    last_month: days(count, (i) => monthEnd(r.month[rows[i]])),
    age_received: integers(count, (i) => r.ageReceived[rows[i]]),
    referral_source: takeText(r.source, rows),
    referral_reason: takeText(r.reason, rows),
    priority: takeText(r.priority, rows),
    team_type: takeText(mainType, rows),
    close_reason: takeText(r.closeReason, rows),
    reject_reason: takeText(r.rejectReason, rows),
    received_0_18: integers(count, (i) => received[referral[i]]),
    ...waitColumns(model, members, referrals),
  });
}
