import { MISSING } from "../../../columns/column";
import {
  monthEnd,
  monthOf,
  monthStart,
  yearLabel,
  dayLabel,
  type MonthIndex,
} from "../../../calendar/periods";
import type { Breakdown } from "../../../indicators/definition";
import { notAvailable, valued, type Emit } from "../../../indicators/figure";
import type { ActivityRows } from "../model/activity";
import type { MonthKnowledge } from "../model/months";

/** People by group whose activity lies in each window of so many months, each counted once a group and window. Rows come in the order of their months. */
class WindowCounter {
  readonly counts: Float64Array[];
  private readonly lastOf = new Map<number, number>();

  constructor(
    private readonly first: MonthIndex,
    private readonly windows: number,
    private readonly length: number,
    groups: number,
  ) {
    this.counts = Array.from({ length: windows }, () => new Float64Array(groups));
  }

  add(person: number, group: number, month: MonthIndex): void {
    const key = person * 0x10000 + group;
    const last = this.lastOf.get(key);
    if (last === month) return;
    // Seen again within the window: the earlier sight already counts up to the window before.
    const until = month + this.length - 1;
    for (
      let end = last === undefined ? month : Math.max(month, last + this.length);
      end <= until;
      end++
    )
      if (end - this.first < this.windows) this.counts[end - this.first][group]++;
    this.lastOf.set(key, month);
  }
}

interface AccessMeasure {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Under 18 with at least one contact in twelve months (MHS95), and our indicator of it; 18 to 24 (MHS109). Ages on receipt and on the day. */
const accessMeasures: readonly AccessMeasure[] = [
  { id: "mhs95", from: 0, to: 17 },
  { id: "mh_access_0_17", from: 0, to: 17 },
  { id: "mhs109", from: 18, to: 24 },
];
export const accessBreakdowns = [
  "provider",
  "sub_icb",
  "council",
  "sex",
  "ethnicity",
  "age_band",
] as const;

export interface CountAccess {
  readonly rows: ActivityRows;
  /** Rows of the area in the order of their months. */
  readonly order: Int32Array;
  readonly span: readonly MonthIndex[];
  readonly knowledge: (month: MonthIndex) => MonthKnowledge;
  /** Months of the window: twelve, but for tests of the rule on a single month. */
  readonly windowLength?: number;
}

/** Counts access over rolling twelve months: a figure for each month that has eleven loaded before it, not_available for the others. */
export function countAccess(
  { rows, order, span, knowledge, windowLength = 12 }: CountAccess,
  emit: Emit,
): void {
  const [first] = span;
  for (const name of ["all", ...accessBreakdowns]) {
    const { values, groups }: Breakdown =
      name === "all"
        ? { values: ["all"], groups: new Uint8Array(rows.count) }
        : rows.breakdown(name);
    for (const { id, from, to } of accessMeasures) {
      const counter = new WindowCounter(first, span.length, windowLength, values.length);
      for (const row of order)
        if (
          rows.english[row] === 1 &&
          rows.person[row] > 0 &&
          rows.ageReceived[row] >= from &&
          rows.ageReceived[row] <= to &&
          rows.age[row] >= from &&
          rows.age[row] <= to
        )
          counter.add(rows.person[row], groups[row], rows.month[row]);
      span.forEach((month, i) => {
        const months = Array.from({ length: windowLength }, (_, back) => month - back);
        const about = {
          indicator: id,
          frequency: "rolling_12_months",
          start: monthStart(month - windowLength + 1),
          end: monthEnd(month),
          label: `12 months to ${dayLabel(monthEnd(month))}`,
          breakdown: name,
        } as const;
        const known = months.map(knowledge);
        if (month - windowLength + 1 < first || known.some(({ missing }) => missing !== null)) {
          if (name === "all")
            emit({
              ...about,
              breakdownValue: "all",
              ...notAvailable("Needs twelve months of extracts"),
              asAt: null,
            });
          return;
        }
        const caution = known.find((one) => one.caution !== null)?.caution ?? null;
        values.forEach((breakdownValue, group) => {
          if (name === "all" || counter.counts.some((counts) => counts[group] > 0))
            emit({
              ...about,
              breakdownValue,
              ...valued("count", counter.counts[i][group], null),
              caution,
              asAt: monthEnd(month),
            });
        });
      });
    }
  }
}

/** First day of the financial year that a month lies in. */
const financialYearStart = (month: MonthIndex): MonthIndex => Math.floor((month - 3) / 12) * 12 + 3;

/** Notes by person the month of the earliest second contact of a referral that lies in the year, where the first was before the 18th birthday, over some rows in the order of their days. */
function secondContacts(
  rows: ActivityRows,
  ordered: readonly number[],
  year: MonthIndex,
  second: Map<number, number>,
): void {
  const seen = new Map<number, { age: number; contacts: number }>();
  for (const row of ordered) {
    const referral = rows.referral[row];
    const before = seen.get(referral);
    if (before === undefined) seen.set(referral, { age: rows.ageOfContact[row], contacts: 1 });
    else if (++before.contacts === 2 && before.age < 18) {
      const month = monthOf(rows.date[row]);
      if (month < year || month >= year + 12) continue;
      const known = second.get(rows.person[row]);
      if (known === undefined || month < known) second.set(rows.person[row], month);
    }
  }
}

/**
 * People with two contacts of one referral, direct or indirect, the first before their 18th birthday (MHS69): the year to each month of the financial
 * year, by when they had the second. The first may lie before the year; a year whose April is not loaded is not_available.
 */
export function countSecondContacts(
  { rows, order, span, knowledge }: CountAccess,
  emit: Emit,
): void {
  const counted = [...order].filter(
    (row) =>
      rows.contact[row] === 1 &&
      rows.person[row] > 0 &&
      rows.date[row] !== MISSING &&
      rows.ageReceived[row] >= 0 &&
      rows.ageReceived[row] <= 18,
  );
  counted.sort((a, b) => rows.date[a] - rows.date[b] || a - b);
  for (const year of new Set(span.map(financialYearStart))) {
    const inYear = counted.filter(
      (row) => monthOf(rows.date[row]) >= year && monthOf(rows.date[row]) < year + 12,
    );
    const second = new Map<number, number>();
    for (const ordered of [counted, inYear]) secondContacts(rows, ordered, year, second);
    for (const month of span.filter((one) => one >= year && one < year + 12)) {
      const about = {
        indicator: "mhs69",
        frequency: "year_to_date",
        start: monthStart(year),
        end: monthEnd(month),
        label: `${yearLabel("financial_year", year)} to ${dayLabel(monthEnd(month))}`,
        breakdown: "all",
        breakdownValue: "all",
      } as const;
      const known = Array.from({ length: month - year + 1 }, (_, i) => knowledge(year + i));
      if (year < span[0] || known.some(({ missing }) => missing !== null)) {
        emit({
          ...about,
          ...notAvailable("The extracts do not go back to the start of the financial year"),
          asAt: null,
        });
        continue;
      }
      let people = 0;
      for (const at of second.values()) if (at <= month) people++;
      emit({
        ...about,
        ...valued("count", people, null),
        caution: known.find((one) => one.caution !== null)?.caution ?? null,
        asAt: monthEnd(month),
      });
    }
  }
}
