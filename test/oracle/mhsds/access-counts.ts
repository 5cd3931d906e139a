import { ageOn, type Day } from "../../../prep/calendar/day";
import { monthEnd, monthOf, type MonthIndex } from "../../../prep/calendar/periods";
import type { Patient, Referral } from "../../../prep/sample/mhsds/person";
import type { Cells, Where } from "./cells";
import {
  areasOf,
  inEngland,
  isAccess,
  isCounted,
  ofActivity,
  toldContacts,
  toldIndirect,
  type Loaded,
} from "./seen";

/** Measures of access over twelve months, with the ages on receipt and on the day. */
const ACCESS: readonly (readonly [ids: readonly string[], from: number, to: number])[] = [
  [["mhs95", "mh_access_0_17"], 0, 17],
  [["mhs109"], 18, 24],
];
export const ACCESS_IDS: readonly string[] = ["mhs95", "mh_access_0_17", "mhs109"];

interface Seen {
  readonly month: MonthIndex;
  readonly where: Where;
}

/** Months and places in which a referral's person was seen at an age, living in England. */
function seenIn(
  patient: Patient,
  referral: Referral,
  loaded: Loaded,
  from: number,
  to: number,
): Seen[] {
  const received = ageOn(patient.birth, referral.received);
  if (received < from || received > to) return [];
  const seen = (date: Day, age: number): Seen[] =>
    age < from || age > to || !inEngland(patient, monthOf(date))
      ? []
      : [{ month: monthOf(date), where: ofActivity(patient, referral, monthOf(date), age) }];
  return [
    ...toldContacts(referral, loaded)
      .filter((contact) => isAccess(contact, referral))
      .flatMap(({ date }) => seen(date, ageOn(patient.birth, date))),
    ...toldIndirect(referral, loaded).flatMap(({ date }) =>
      seen(date, ageOn(patient.birth, monthEnd(monthOf(date)))),
    ),
  ];
}

/**
 * Counts one person in each twelve months, area and group in which they were seen; twelve months
 * need all of them.
 */
export function countAccessOf(patient: Patient, loaded: Loaded, cells: Cells): void {
  for (const [ids, from, to] of ACCESS)
    for (const { month, where } of patient.referrals.flatMap((referral) =>
      seenIn(patient, referral, loaded, from, to),
    ))
      for (
        let end = Math.max(month, loaded.first + 11);
        end <= Math.min(month + 11, loaded.last);
        end++
      )
        for (const id of ids) cells.once(id, "rolling_12_months", monthEnd(end), where);
}

interface Met {
  readonly date: Day;
  readonly age: number;
  readonly areas: readonly string[];
}

/**
 * Contacts of any kind of a referral in the order of their days; of indirect activity the age is
 * that on receipt, as the published code has it.
 */
function metIn(patient: Patient, referral: Referral, loaded: Loaded): Met[] {
  const received = ageOn(patient.birth, referral.received);
  if (received > 18) return [];
  const met = (date: Day, age: number): Met => ({
    date,
    age,
    areas: areasOf(patient, monthOf(date)),
  });
  const contacts = toldContacts(referral, loaded)
    .filter((contact) => isCounted(contact, referral))
    .map(({ date }) => met(date, ageOn(patient.birth, date)));
  return [
    ...contacts,
    ...toldIndirect(referral, loaded).map(({ date }) => met(date, received)),
  ].sort((a, b) => a.date - b.date);
}

/** First month of the financial year that a month lies in. */
const yearOf = (month: MonthIndex): MonthIndex => month - ((month + 9) % 12);

/**
 * Counts one person in the financial year to each month for MHS69: two contacts of one referral,
 * the second in the year, the first before the 18th
 * birthday; or the first two contacts of the year itself, the first of them before it.
 */
export function countTwoContactsOf(patient: Patient, loaded: Loaded, cells: Cells): void {
  for (const area of new Set(
    patient.referrals
      .flatMap((referral) => metIn(patient, referral, loaded))
      .flatMap(({ areas }) => areas),
  ))
    for (const referral of patient.referrals) {
      const met = metIn(patient, referral, loaded).filter(({ areas }) => areas.includes(area));
      for (let year = yearOf(loaded.first); year <= loaded.last; year += 12) {
        if (year < loaded.first) continue;
        const inYear = met.filter(({ date }) => yearOf(monthOf(date)) === year);
        for (const [first, second] of [met, inYear]) {
          if (!first || !second || first.age >= 18 || yearOf(monthOf(second.date)) !== year)
            continue;
          for (let month = monthOf(second.date); month <= Math.min(year + 11, loaded.last); month++)
            cells.once("mhs69", "year_to_date", monthEnd(month), {
              areas: [area],
              groups: ["all|all"],
            });
        }
      }
    }
}
