import { ageOn, dayOf, type Day } from "../../../prep/calendar/day";
import { monthEnd, monthOf, monthStart } from "../../../prep/calendar/periods";
import type { Patient, Referral } from "../../../prep/sample/mhsds/person";
import type { Cells } from "./cells";
import { wasSent } from "../../../prep/sample/mhsds/submissions";
import {
  isAttended,
  isCounted,
  isDirect,
  isTold,
  ofReferral,
  toldContacts,
  toldIndirect,
  type Loaded,
} from "./seen";

/**
 * Waits that end with a contact: ids by the frequency with which they are given, and how each gives
 * its days.
 */
export const WAITS = ["mh_wait_first_contact_days", "mh_wait_second_contact_days"] as const;

/** Last month that tells of a referral, or null. */
function lastTold(referral: Referral, loaded: Loaded): number | null {
  for (let month = loaded.last; month >= loaded.first; month--)
    if (isTold(referral, month, loaded)) return month;
  return null;
}

/** Days from the referral to the last day that is within four weeks. */
export const FOUR_WEEKS = 27;

/**
 * Counts a referral by the month in which its four weeks end: seen directly by then, or still open.
 * Not where it ended by then; left out where no submission tells so far.
 */
function countDue(patient: Patient, referral: Referral, loaded: Loaded, cells: Cells): void {
  const shown = lastTold(referral, loaded)!;
  const due = referral.received + FOUR_WEEKS;
  if (referral.received < monthStart(loaded.first)) return;
  const direct = toldContacts(referral, loaded).find(isDirect)?.date;
  const over = referral.discharged ?? referral.rejected;
  const isOver = over !== null && over.date <= due && over.date <= monthEnd(shown);
  const isSeen = direct !== undefined && direct <= due;
  if (!isSeen && isOver) return;
  const told =
    due <= monthEnd(shown) &&
    [referral.received, due].every((day) => wasSent(referral.provider, monthOf(day), loaded.first));
  const where = ofReferral(patient, referral, shown);
  cells.each("mh_due_within_4_weeks_pct", "wait", monthEnd(monthOf(due)), where, (cell) => {
    if (isSeen || told) cell.bottom++;
    else cell.leftOut++;
    if (isSeen) cell.top++;
  });
}

const earliest = (days: readonly Day[]): Day | undefined =>
  days.length === 0 ? undefined : Math.min(...days);

/**
 * Counts the waits of one person's referrals by the month of the contact that ends them (the cell's
 * `end` is the last day of that month). A referral received before the first loaded
 * month may have been seen before: it is left out, and the cell says how many were. Someone waiting
 * at the end of a quarter has been told of in its last month and never been seen.
 */
export function countWaitsOf(patient: Patient, loaded: Loaded, cells: Cells): void {
  const start = monthStart(loaded.first);
  for (const referral of patient.referrals) {
    const age = ageOn(patient.birth, referral.received);
    const shown = lastTold(referral, loaded);
    if (age > 18 || shown === null) continue;
    countDue(patient, referral, loaded, cells);
    const attended = toldContacts(referral, loaded).filter(isAttended);
    const counted = toldContacts(referral, loaded).filter((contact) =>
      isCounted(contact, referral),
    );
    const first = earliest([...counted, ...toldIndirect(referral, loaded)].map(({ date }) => date));
    const where = ofReferral(patient, referral, shown);
    const known = referral.received >= start;
    const ends: readonly (readonly [id: string, end: Day | undefined])[] = [
      [WAITS[0], attended[0]?.date],
      [WAITS[1], attended[1]?.date],
      ["mh_within_4_weeks_pct", attended.find(isDirect)?.date],
      ["mhs130", age <= 17 && referral.received >= dayOf(2019, 4, 1) ? first : undefined],
    ];
    for (const [id, end] of ends) {
      if (end === undefined) continue;
      cells.each(id, "wait", monthEnd(monthOf(end)), where, (cell) => {
        if (known) cell.days.push(end - referral.received);
        else cell.leftOut++;
      });
    }
    if (age > 17) continue;
    for (let month = loaded.first; month <= loaded.last; month++) {
      const until = monthEnd(month);
      const open = referral.discharged === null || referral.discharged.date > until;
      if (
        month % 3 !== 2 ||
        !open ||
        !isTold(referral, month, loaded) ||
        (first !== undefined && first <= until)
      )
        continue;
      cells.each(
        "mhs133",
        "wait",
        until,
        { areas: ofReferral(patient, referral, month).areas, groups: ["all|all"] },
        (cell) => {
          if (known) cell.days.push(until + 1 - referral.received);
          else cell.leftOut++;
        },
      );
    }
  }
}
