import { MISSING } from "../../../columns/column";
import { dayOf, type Day } from "../../../calendar/day";
import { monthEnd, monthStart, type MonthIndex } from "../../../calendar/periods";
import type { FactView } from "../../../indicators/definition";
import type { ReferralContacts } from "./model";
import type { Mhsds } from "../extract";
import { referralBreakdowns } from "./breakdowns";
import { flagRows, numberRows } from "../../../columns/rows";

/** Row of `ReferralMonths` that shows each referral last, by code of the referral; -1 where there is none. */
export function latestRows({ referralMonths, counts }: Mhsds): Int32Array {
  const rows = new Int32Array(counts.referrals).fill(-1);
  for (let row = 0; row < referralMonths.count; row++) {
    const referral = referralMonths.referral[row];
    if (
      referral > 0 &&
      (rows[referral] < 0 || referralMonths.month[row] >= referralMonths.month[rows[referral]])
    )
      rows[referral] = row;
  }
  return rows;
}

/** Four weeks as the dashboards of integrated care boards have them: seen on day 0 to 27 (health-extracts 2.5). */
const FOUR_WEEKS = 28;
/** The measures of first contacts count referrals received from this day on (health-extracts 2.4). */
const WAITS_SINCE = dayOf(2019, 4, 1);

export interface ReferralFacts extends FactView {
  /** Rows of `ReferralMonths`. */
  readonly rows: Int32Array;
  /** Referrals of children that were received before the first loaded month, so that an earlier contact may not be loaded: no wait is counted for them. */
  readonly tooEarly: number;
}

/** One row a referral of a person aged 0 to 18 on receipt, by its latest month, with its waits in days. `wanted` says whether a row of `ReferralMonths` belongs to the area. */
export function referralFacts(
  data: Mhsds,
  homes: Int32Array,
  contacts: ReferralContacts,
  wanted: (row: number) => boolean,
): ReferralFacts {
  const { referralMonths: r } = data;
  const rows = latestRows(data).filter(
    (row) => row >= 0 && r.ageReceived[row] >= 0 && r.ageReceived[row] <= 18 && wanted(row),
  );
  const count = rows.length;
  const home = numberRows(count, (i) =>
    r.personMonth[rows[i]] < 0 ? -1 : homes[r.personMonth[rows[i]]],
  );
  const received = numberRows(count, (i) => r.received[rows[i]]);
  const known = (i: number): boolean => received[i] !== MISSING && received[i] >= data.start;
  const daysOf = (days: Int32Array): Int32Array =>
    numberRows(count, (i) => days[r.referral[rows[i]]]);
  const dates = {
    first_contact: daysOf(contacts.first),
    second_contact: daysOf(contacts.second),
    first_direct: daysOf(contacts.firstDirect),
    first_of_any: daysOf(contacts.firstOfAny),
  };
  const waitOf = (days: Int32Array): Float64Array =>
    Float64Array.from(days, (day, i) =>
      known(i) && day !== MISSING && day >= received[i] ? day - received[i] : NaN,
    );
  const seenOf = (waits: Float64Array): Uint8Array =>
    flagRows(count, (i) => !Number.isNaN(waits[i]));
  const [first, second, direct, any] = [
    waitOf(dates.first_contact),
    waitOf(dates.second_contact),
    waitOf(dates.first_direct),
    waitOf(dates.first_of_any),
  ];
  const makers = referralBreakdowns(data, rows, home);
  return {
    rows,
    count,
    tooEarly: numberRows(count, (i) =>
      Number(received[i] === MISSING || received[i] < data.start),
    ).reduce((sum, one) => sum + one, 0),
    dates,
    measures: {
      first_seen: seenOf(first),
      first_wait: first,
      second_seen: seenOf(second),
      second_wait: second,
      direct_seen: seenOf(direct),
      within_4_weeks: flagRows(count, (i) => direct[i] < FOUR_WEEKS),
      any_seen_0_17: flagRows(
        count,
        (i) => !Number.isNaN(any[i]) && r.ageReceived[rows[i]] <= 17 && received[i] >= WAITS_SINCE,
      ),
      any_wait: any,
    },
    breakdowns: Object.fromEntries(Object.keys(makers).map((name) => [name, makers[name]()])),
  };
}

/** Days that referrals of people aged 0 to 17 have waited at the end of a month for a contact of any kind, the last day counted: those with a row in the month, not discharged, never seen (MHS133 to 135). */
export function waitingAt(
  data: Mhsds,
  contacts: ReferralContacts,
  month: MonthIndex,
  order: Int32Array,
  [from, to]: readonly [number, number],
): { waits: number[]; tooEarly: number } {
  const { referralMonths: r } = data;
  const end: Day = monthEnd(month);
  const waits: number[] = [];
  let tooEarly = 0;
  for (let i = from; i < to; i++) {
    const row = order[i];
    const seen = contacts.firstOfAny[r.referral[row]];
    const open = r.discharged[row] === MISSING || r.discharged[row] > end;
    if (
      !open ||
      r.ageReceived[row] < 0 ||
      r.ageReceived[row] > 17 ||
      r.received[row] === MISSING ||
      r.received[row] > end ||
      (seen !== MISSING && seen <= end)
    )
      continue;
    if (r.received[row] < data.start) tooEarly++;
    else waits.push(end + 1 - r.received[row]);
  }
  return { waits, tooEarly };
}

/** The months that quarters of the calendar end with. */
export const endsQuarter = (month: MonthIndex): boolean => month % 3 === 2;
export const quarterStart = (month: MonthIndex): Day => monthStart(month - 2);
