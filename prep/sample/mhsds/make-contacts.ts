import type { Day } from "../../calendar/day";
import type { Random } from "../random";
import type { Contact, Indirect } from "./person";

const STATUSES: readonly (readonly [string, number])[] = [
  ["5", 76],
  ["6", 6],
  ["3", 7],
  ["7", 2],
  ["2", 5],
  ["4", 4],
];
const MECHANISMS: readonly (readonly [string, number])[] = [
  ["01", 58],
  ["11", 17],
  ["02", 15],
  ["04", 1],
  ["05", 3],
  ["09", 3],
  ["10", 1],
  ["98", 2],
];
/** An anonymous service writes, mostly. */
const WRITTEN: readonly (readonly [string, number])[] = [
  ["10", 60],
  ["05", 12],
  ["09", 8],
  ["13", 10],
  ["12", 6],
  ["02", 4],
];

const timeOf = (random: Random): number => random.int(8 * 12, 18 * 12) * 5;

/** Days from the referral to what was first booked. */
const firstWait = (random: Random, urgent: boolean): number => {
  if (urgent) return random.int(0, 2);
  const [low, high] = random.weighted([
    [[0, 6], 10],
    [[7, 27], 35],
    [[28, 28], 2],
    [[29, 84], 33],
    [[85, 260], 20],
  ] as const);
  return random.int(low, high);
};

interface Booking {
  readonly received: Day;
  /** No contact after it. */
  readonly until: Day;
  readonly urgent: boolean;
  readonly written: boolean;
}

/**
 * Contacts of a referral, in the order of day and time; sometimes two on one day. `id` names the
 * n-th one.
 */
export function makeContacts(
  random: Random,
  { received, until, urgent, written }: Booking,
  id: (n: number) => string,
): Contact[] {
  const wanted = random.weighted([
    [0, 8],
    [1, 22],
    [2, 14],
    [4, 22],
    [8, 20],
    [16, 14],
  ] as const);
  const contacts: Contact[] = [];
  let [date, time] = [received + firstWait(random, urgent), timeOf(random)];
  while (contacts.length < wanted && date <= until) {
    contacts.push({
      id: id(contacts.length),
      date,
      time,
      status: random.weighted(STATUSES),
      mechanism: random.weighted(written ? WRITTEN : MECHANISMS),
      minutes: random.int(1, 9) * 10,
    });
    const again = random.chance(0.03) && time < 18 * 60;
    time = again ? time + 120 : timeOf(random);
    if (!again)
      date += random.weighted([
        [7, 50],
        [14, 25],
        [random.int(1, 40), 25],
      ] as const);
  }
  return contacts;
}

/**
 * Indirect activities of a referral; some are told in several rows. No two are at the same time.
 */
export function makeIndirect(random: Random, received: Day, until: Day): Indirect[] {
  if (!random.chance(0.35)) return [];
  const activities: Indirect[] = [];
  for (
    let [n, date] = [random.int(1, 4), received + random.int(0, 40)];
    n > 0 && date <= until;
    n--, date += random.int(1, 50)
  )
    activities.push({
      date,
      time: timeOf(random),
      minutes: random.int(1, 6) * 5,
      rows: random.weighted([
        [1, 80],
        [2, 15],
        [3, 5],
      ] as const),
    });
  return activities;
}
