import { ageOn, dayOf } from "../../../prep/calendar/day";
import { monthEnd, monthOf, type MonthIndex } from "../../../prep/calendar/periods";
import { holdsOn, type Patient, type Referral } from "../../../prep/sample/mhsds/person";
import type { Cells } from "./cells";
import {
  isAttended,
  isTold,
  ofActivity,
  ofReferral,
  toldContacts,
  toldIndirect,
  within,
  type Loaded,
} from "./seen";
import type { ChildServices } from "./services";

/** Everything that the measures of a month ask about a referral that is told in it. */
interface Sight {
  readonly patient: Patient;
  readonly referral: Referral;
  readonly month: MonthIndex;
  readonly age: number;
  readonly ageAtEnd: number;
  readonly received: boolean;
  readonly discharged: boolean;
  readonly open: boolean;
  /** Days from receipt to the end of the month. */
  readonly days: number;
  /** Suspected autism, without a stay in hospital in the month. */
  readonly autism: boolean;
  /** Days from receipt to the first attended contact up to the end of the month. */
  readonly firstWait: number | null;
  readonly services: ChildServices;
  /** Version 5 tells a rejection with the team, and anonymous services have none. */
  readonly tellsRejections: boolean;
}

function sightOf(
  patient: Patient,
  referral: Referral,
  month: MonthIndex,
  loaded: Loaded,
  services: ChildServices,
): Sight {
  const end = monthEnd(month);
  const first = toldContacts(referral, loaded).find(isAttended);
  const inHospital =
    referral.spell !== null &&
    referral.spell.from <= end &&
    (referral.spell.to === null || monthOf(referral.spell.to) >= month);
  return {
    patient,
    referral,
    month,
    services,
    tellsRejections: loaded.version(month) === 6 || !referral.provider.anonymous,
    age: ageOn(patient.birth, referral.received),
    ageAtEnd: ageOn(patient.birth, end),
    received: within(referral.received, month),
    discharged: referral.discharged !== null && within(referral.discharged.date, month),
    open: referral.discharged === null || referral.discharged.date > end,
    days: end - referral.received,
    autism: referral.reason === "25" && referral.received >= dayOf(2018, 4, 1) && !inHospital,
    firstWait: first && first.date <= end ? first.date - referral.received : null,
  };
}

type Test = (sight: Sight) => boolean;
const child: Test = ({ age }) => age <= 18;
const minor: Test = ({ age }) => age <= 17;
const starting: Test = (sight) => sight.received && child(sight);
const at = (sight: Sight): number => monthEnd(sight.month);
const autismOpen: Test = (sight) => sight.autism && sight.open && minor(sight);
const autismLong: Test = (sight) => autismOpen(sight) && sight.days >= 91;

/** Measures that count referrals of a month. */
const REFERRALS: Readonly<Record<string, Test>> = {
  mhs32a: starting,
  mhs32b: (sight) => starting(sight) && sight.referral.source === "B1",
  mhs38a: (sight) =>
    sight.discharged
      ? ageOn(sight.patient.birth, sight.referral.discharged!.date) <= 18
      : sight.open && sight.ageAtEnd <= 18,
  cyp23: (sight) => sight.open && sight.services.atEnd(sight.referral, sight.month),
  cyp32: (sight) => sight.received && sight.services.atReceipt(sight.referral, sight.month),
  asd12a: (sight) => sight.received && sight.autism && minor(sight),
  asd13a: (sight) => sight.discharged && sight.autism && minor(sight),
  mh_referrals_received_0_18: starting,
  mh_referrals_from_education_0_18: (sight) =>
    starting(sight) && ["C2", "F1"].includes(sight.referral.source),
  mh_referrals_not_accepted_0_18: (sight) =>
    sight.tellsRejections &&
    sight.referral.rejected !== null &&
    within(sight.referral.rejected.date, sight.month) &&
    child(sight),
};

/** Measures that count people by their referrals of a month. */
const PEOPLE: Readonly<Record<string, Test>> = {
  mhs39a: starting,
  mhs40: (sight) => starting(sight) && holdsOn(sight.patient.lookedAfter, at(sight)),
  mhs41: (sight) => starting(sight) && holdsOn(sight.patient.protectionPlan, at(sight)),
  mhs42: (sight) => starting(sight) && sight.patient.youngCarer,
  mhs57a: (sight) => sight.discharged && child(sight),
  cyp01: (sight) => sight.open && sight.services.atEnd(sight.referral, sight.month),
  asd16b: autismOpen,
  asd16c: autismLong,
  asd18c: (sight) => autismLong(sight) && sight.firstWait !== null && sight.firstWait <= 91,
  asd18e: (sight) => autismLong(sight) && sight.firstWait !== null && sight.firstWait > 91,
  asd18f: (sight) => autismLong(sight) && sight.firstWait === null,
  mh_people_with_open_referral_0_18: (sight) => sight.open && sight.ageAtEnd <= 18,
  mh_lac_referrals_0_18: (sight) =>
    starting(sight) && holdsOn(sight.patient.lookedAfter, at(sight)),
  mh_cpp_referrals_0_18: (sight) =>
    starting(sight) && holdsOn(sight.patient.protectionPlan, at(sight)),
};

/** What an anonymous service does not know of anybody. */
const OF_KNOWN_PEOPLE = [
  "mhs40",
  "mhs41",
  "mhs42",
  "mh_lac_referrals_0_18",
  "mh_cpp_referrals_0_18",
];

export const MONTH_COUNTS: readonly string[] = [
  ...Object.keys(REFERRALS),
  ...Object.keys(PEOPLE),
  "mhs30d",
  "mhs55a",
  "mhs56a",
  "mhs58a",
  "mhs61a",
  "mh_contacts_attended_0_18",
];

function countContacts(patient: Patient, referral: Referral, loaded: Loaded, cells: Cells): void {
  const age = ageOn(patient.birth, referral.received);
  if (age > 18) return;
  const contacts = toldContacts(referral, loaded);
  const firstDay = contacts.find(isAttended)?.date;
  const firsts = contacts.filter((contact) => isAttended(contact) && contact.date === firstDay);
  if (firsts.length > 0) {
    const month = monthOf(firsts[0].date);
    const mechanisms = [...new Set(firsts.map(({ mechanism }) => `mechanism|${mechanism}`))];
    cells.each(
      "mhs61a",
      "month",
      monthEnd(month),
      ofActivity(patient, referral, month, age, mechanisms),
      (cell) => cell.top++,
    );
  }
  for (const contact of contacts) {
    const month = monthOf(contact.date);
    const end = monthEnd(month);
    const where = ofActivity(patient, referral, month, age, [`mechanism|${contact.mechanism}`]);
    const count = (id: string, place = where): void =>
      cells.each(id, "month", end, place, (cell) => cell.top++);
    const missed = ["3", "7"].includes(contact.status);
    cells.each("mh_not_attended_pct", "month", end, where, (cell) => {
      cell.top += Number(missed);
      cell.bottom++;
    });
    if (!isAttended(contact)) {
      count("mhs58a", { ...where, groups: [...where.groups, `attendance|${contact.status}`] });
      continue;
    }
    count("mhs30d");
    count("mh_contacts_attended_0_18");
    cells.once("mhs55a", "month", end, where);
  }
  for (const { date } of toldIndirect(referral, loaded))
    cells.once(
      "mhs56a",
      "month",
      monthEnd(monthOf(date)),
      ofActivity(patient, referral, monthOf(date), age),
    );
}

/** Counts the measures of single months for one person. */
export function countMonthsOf(
  patient: Patient,
  loaded: Loaded,
  services: ChildServices,
  cells: Cells,
): void {
  for (const referral of patient.referrals) {
    for (let month = loaded.first; month <= loaded.last; month++) {
      if (!isTold(referral, month, loaded)) continue;
      const sight = sightOf(patient, referral, month, loaded, services);
      const where = ofReferral(patient, referral, month);
      for (const [id, holds] of Object.entries(REFERRALS))
        if (holds(sight)) cells.each(id, "month", at(sight), where, (cell) => cell.top++);
      for (const [id, holds] of Object.entries(PEOPLE))
        if (holds(sight) && !(referral.provider.anonymous && OF_KNOWN_PEOPLE.includes(id)))
          cells.once(id, "month", at(sight), where);
    }
    countContacts(patient, referral, loaded, cells);
  }
}
