import { MISSING, TextColumn, type IntegerColumn } from "../../../columns/column";
import { textBuilder } from "../../../columns/build";
import { mapText } from "../../../columns/decode";
import { monthEnd, monthStart } from "../../../calendar/periods";
import { mhContact, mhPersonDimension, mhReferral } from "./fact-tables";
import type { StarData } from "../../../star/frame";
import { inMonth, type Prepared } from "../model/model";
import { councilOf } from "../model/places";
import { sexOf, mainTeam } from "../model/breakdowns";
import { latestRows, referralFacts } from "../model/referrals";
import { everyRow, flagRows, numberRows } from "../../../columns/rows";
import { rejectionDays } from "../model/services";
import { days, integers, orMissing, orNotRecorded, table, take } from "./columns";
import { organisationTable, teamTable } from "./organisations";

/** Facts are kept for those whom SEND speaks of: up to 25 on receipt of the referral. */
const OLDEST = 25;

export interface MhsdsStar {
  readonly of: Prepared;
  readonly sourceKey: number;
  /** By row of `PersonMonths`: 1 for home records of the area that the flags count. */
  readonly members: Uint8Array;
  /** Pseudonym of a key of `Mhsds.people`. */
  readonly pseudonym: (personKey: string) => string;
  /** Person key of SEN2 and the census by code of a person here; 0 where not linked. */
  readonly linked: Int32Array | null;
  /** By code of a person: 1 for those who have opted out, who are left out. */
  readonly optedOut: Uint8Array | null;
}

/** People in the order of their pseudonyms, so that keys do not depend on the order of the files. */
function keyPeople(
  codes: Int32Array,
  keys: readonly string[],
  pseudonym: (key: string) => string,
): { order: { code: number; pseudonym: string }[]; keyOf: Map<number, number> } {
  const order = Array.from(codes, (code) => ({ code, pseudonym: pseudonym(keys[code]) })).sort(
    (a, b) => (a.pseudonym < b.pseudonym ? -1 : a.pseudonym > b.pseudonym ? 1 : a.code - b.code),
  );
  return { order, keyOf: new Map(order.map(({ code }, i) => [code, i + 1])) };
}

/** Tables of the star that MHSDS fills: people, teams, organisations, referrals and contacts of those aged 0 to 25. */
export function mhsdsTables({
  of: { data, homes, flags, contacts: seen },
  sourceKey,
  members,
  pseudonym,
  linked,
  optedOut,
}: MhsdsStar): StarData[] {
  const { referralMonths: r, personMonths: people, contacts, providers, counts } = data;
  const wanted = (row: number): boolean =>
    row >= 0 &&
    r.ageReceived[row] >= 0 &&
    r.ageReceived[row] <= OLDEST &&
    r.person[row] > 0 &&
    !optedOut?.[r.person[row]];
  const rows = latestRows(data).filter(wanted);
  const count = rows.length;
  const home = numberRows(count, (i) =>
    r.personMonth[rows[i]] < 0 ? -1 : homes[r.personMonth[rows[i]]],
  );

  const latestHome = new Int32Array(counts.people).fill(-1);
  for (let i = 0; i < count; i++) {
    const person = r.person[rows[i]];
    if (
      home[i] >= 0 &&
      (latestHome[person] < 0 || people.month[home[i]] >= people.month[latestHome[person]])
    )
      latestHome[person] = home[i];
  }
  const present = new Uint8Array(counts.people);
  for (const row of rows) present[r.person[row]] = 1;
  const { order, keyOf } = keyPeople(
    everyRow(counts.people).filter((person) => present[person] === 1),
    data.people(),
    pseudonym,
  );
  const personHome = Int32Array.from(order, ({ code }) => latestHome[code]);
  const names = textBuilder(order.length);
  order.forEach((one, i) => names.set(i, one.pseudonym));
  const council = mapText(people.district, councilOf);
  const councilAt = (at: Int32Array): TextColumn =>
    orNotRecorded(take(council, at), (value) => value);

  const isCounted = (personMonth: number): boolean =>
    personMonth >= 0 && members[homes[personMonth]] === 1;
  const isChild = (row: number): boolean =>
    row >= 0 && r.ageReceived[row] >= 0 && r.ageReceived[row] <= 18;
  const received = new Uint8Array(counts.referrals);
  for (let row = 0; row < r.count; row++)
    if (
      isChild(row) &&
      isCounted(r.personMonth[row]) &&
      r.received[row] >= monthStart(r.month[row]) &&
      r.received[row] <= monthEnd(r.month[row])
    )
      received[r.referral[row]] = 1;
  const waits = referralFacts(data, homes, seen, (row) => isCounted(r.personMonth[row]));
  const waitAt = new Int32Array(r.count).fill(-1);
  waits.rows.forEach((row, i) => (waitAt[row] = i));
  const measure =
    (name: string) =>
    (i: number): number =>
      waitAt[rows[i]] < 0 ? 0 : waits.measures[name][waitAt[rows[i]]];
  const waitDays = (name: string): IntegerColumn =>
    integers(count, (i) =>
      waitAt[rows[i]] < 0 || Number.isNaN(waits.measures[name][waitAt[rows[i]]])
        ? MISSING
        : waits.measures[name][waitAt[rows[i]]],
    );
  const rejected = rejectionDays(data);
  const { data: teams, keyOf: teamKey } = teamTable(data);
  const team = mainTeam(data);
  const teamOf = new Int32Array(r.count);
  const { referralTeams } = data;
  for (let row = 0; row < referralTeams.count; row++)
    if (teamOf[referralTeams.referralMonth[row]] === 0 || referralTeams.main[row])
      teamOf[referralTeams.referralMonth[row]] = referralTeams.team[row];
  const referralKey = new Int32Array(counts.referrals);
  rows.forEach((row, i) => (referralKey[r.referral[row]] = i + 1));

  const kept = everyRow(contacts.count).filter((row) => referralKey[contacts.referral[row]] > 0);
  const dated = inMonth(contacts.date, contacts.month);
  const child = flagRows(
    contacts.count,
    (row) =>
      dated[row] === 1 &&
      isChild(contacts.referralMonth[row]) &&
      isCounted(contacts.personMonth[row]),
  );
  const childFlag = (of: Uint8Array): IntegerColumn =>
    integers(kept.length, (i) => of[kept[i]] & child[kept[i]]);
  return [
    table(mhPersonDimension, {
      mh_person_key: integers(order.length, (i) => i + 1),
      pseudonym: names.column(),
      sex: orNotRecorded(take(people.gender, personHome), sexOf),
      ethnicity: take(people.ethnicity, personHome),
      council: councilAt(personHome),
      sub_icb: take(people.subIcb, personHome),
      linked_person_key: integers(order.length, (i) => orMissing(linked?.[order[i].code] ?? 0)),
    }),
    teams,
    organisationTable(data),
    table(mhReferral, {
      mh_referral_key: integers(count, (i) => i + 1),
      mh_person_key: integers(count, (i) => keyOf.get(r.person[rows[i]])!),
      team_key: integers(count, (i) => orMissing(teamKey[teamOf[rows[i]]])),
      source_key: integers(count, () => sourceKey),
      provider: new TextColumn(
        numberRows(count, (i) => r.provider[rows[i]]),
        providers,
      ),
      commissioner: take(r.commissioner, rows),
      council: councilAt(home),
      received_date: days(count, (i) => r.received[rows[i]]),
      discharge_date: days(count, (i) => r.discharged[rows[i]]),
      rejection_date: days(count, (i) => rejected[rows[i]]),
      first_contact_date: days(count, (i) => seen.first[r.referral[rows[i]]]),
      second_contact_date: days(count, (i) => seen.second[r.referral[rows[i]]]),
      first_direct_date: days(count, (i) => seen.firstDirect[r.referral[rows[i]]]),
      last_month: days(count, (i) => monthEnd(r.month[rows[i]])),
      age_received: integers(count, (i) => r.ageReceived[rows[i]]),
      referral_source: take(r.source, rows),
      referral_reason: take(r.reason, rows),
      priority: take(r.priority, rows),
      team_type: new TextColumn(
        numberRows(count, (i) => team[rows[i]]),
        referralTeams.type.dictionary,
      ),
      close_reason: take(r.closeReason, rows),
      reject_reason: take(r.rejectReason, rows),
      first_wait_days: waitDays("first_wait"),
      second_wait_days: waitDays("second_wait"),
      received_0_18: integers(count, (i) => received[r.referral[rows[i]]]),
      first_seen: integers(count, measure("first_seen")),
      second_seen: integers(count, measure("second_seen")),
      direct_seen: integers(count, measure("direct_seen")),
      within_4_weeks: integers(count, measure("within_4_weeks")),
    }),
    table(mhContact, {
      mh_contact_key: integers(kept.length, (i) => i + 1),
      mh_referral_key: integers(kept.length, (i) => referralKey[contacts.referral[kept[i]]]),
      mh_person_key: integers(kept.length, (i) =>
        keyOf.get(r.person[rows[referralKey[contacts.referral[kept[i]]] - 1]])!,
      ),
      contact_date: days(kept.length, (i) => contacts.date[kept[i]]),
      month_end: days(kept.length, (i) => monthEnd(contacts.month[kept[i]])),
      provider: new TextColumn(
        numberRows(kept.length, (i) => contacts.provider[kept[i]]),
        providers,
      ),
      attendance: take(contacts.status, kept),
      mechanism: take(contacts.mechanism, kept),
      duration_minutes: integers(kept.length, (i) =>
        contacts.duration[kept[i]] < 0 ? MISSING : contacts.duration[kept[i]],
      ),
      attended_0_18: childFlag(flags.attended),
      not_attended_0_18: childFlag(flags.notAttended),
      attendance_known_0_18: childFlag(flags.attendanceKnown),
    }),
  ];
}
