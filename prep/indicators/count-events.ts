import { MISSING } from "../columns/column";
import {
  dayLabel,
  monthEnd,
  monthOf,
  monthStart,
  periodsOf,
  type MonthIndex,
  type MonthlyFrequency,
  type Period,
} from "../calendar/periods";
import type { Grouped } from "../columns/column-source";
import { ofSorted } from "./centiles";
import { gapOf, notAvailable, valued, type Emit, type Figure } from "./figure";
import type { CountBy } from "./indicator";
import type { KnownDays, MonthState } from "./known-days";
import type { ViewRows } from "./view";

const monthly = [
  "month",
  "quarter",
  "calendar_year",
  "academic_year",
  "financial_year",
  "rolling_12_months",
] as const;
const yearly = ["calendar_year", "academic_year", "financial_year"] as const;

const frequenciesOf = ({
  yearly: onlyYears,
  quarterly,
}: CountBy<"event">): readonly MonthlyFrequency[] => {
  if (onlyYears) return yearly;
  return quarterly ? ["quarter"] : monthly;
};

const everyone = (count: number): Grouped => ({ values: ["all"], groups: new Uint8Array(count) });

/** Sums by group and month: `sums[group * months + month]`. */
function sumByMonth(
  groups: Grouped,
  months: Int32Array,
  monthCount: number,
  measure: ArrayLike<number>,
): Float64Array {
  const sums = new Float64Array(groups.values.length * monthCount);
  for (let row = 0; row < months.length; row++) {
    const value = measure[row];
    if (months[row] >= 0 && value > 0) sums[groups.groups[row] * monthCount + months[row]] += value;
  }
  return sums;
}

/**
 * The measures of the rows of each group and month, for the statistics that need them one by one.
 */
function listByMonth(
  groups: Grouped,
  months: Int32Array,
  monthCount: number,
  { counted, measure }: { counted: ArrayLike<number>; measure: ArrayLike<number> },
): number[][] {
  const lists: number[][] = Array.from({ length: groups.values.length * monthCount }, () => []);
  for (let row = 0; row < months.length; row++)
    if (months[row] >= 0 && counted[row] > 0 && !Number.isNaN(measure[row]))
      lists[groups.groups[row] * monthCount + months[row]].push(measure[row]);
  return lists;
}

/**
 * Sorts values in place. Days, weeks and other whole numbers that are not many more than the values
 * are counted
 * instead: that is many times as fast.
 */
function sortNumbers(values: Float64Array): Float64Array {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value !== (value | 0) || value < 0) return values.sort();
    if (value > most) most = value;
  }
  if (most > values.length) return values.sort();
  const times = new Uint32Array(most + 1);
  for (let i = 0; i < values.length; i++) times[values[i]]++;
  for (let value = 0, at = 0; value <= most; value++) {
    values.fill(value, at, at + times[value]);
    at += times[value];
  }
  return values;
}

/** All values of the lists from one to another, sorted. */
function sortedOf(lists: readonly (readonly number[])[], from: number, to: number): Float64Array {
  let length = 0;
  for (let i = from; i <= to; i++) length += lists[i].length;
  const values = new Float64Array(length);
  let at = 0;
  for (let i = from; i <= to; i++) {
    values.set(lists[i], at);
    at += lists[i].length;
  }
  return sortNumbers(values);
}

interface Span {
  readonly period: Period;
  readonly states: readonly MonthState[];
}

const isPart = ({ states }: Span): boolean =>
  states.some((state) => state === "part" || state === "after");

/** Start, end and label of a span; one that the data end cuts off ends there and says so. */
function bounds(
  span: Span,
  known: KnownDays,
  settlesAfterDays: number,
): Pick<Figure, "start" | "end" | "label" | "caution" | "asAt"> {
  const { period } = span;
  const part = isPart(span);
  const end = part ? known.end : monthEnd(period.last);
  const unsettled = end + settlesAfterDays > known.end && settlesAfterDays > 0;
  const caution = part
    ? `Part period: the data end on ${dayLabel(known.end)}`
    : unsettled
      ? `Not settled: events of the last ${settlesAfterDays} days may still change it`
      : null;
  return {
    start: monthStart(period.first),
    end,
    label: part ? `${period.label} to ${dayLabel(known.end)}` : period.label,
    caution,
    asAt: end,
  };
}

/** Events: rows that have dates. */
export interface EventRows {
  readonly clock: "event";
  readonly rows: Pick<ViewRows, "count" | "dates" | "measures" | "breakdowns">;
  /** Days that each kind of event is known for, by the names that counts say (`known`). */
  readonly known: Readonly<Record<string, KnownDays>>;
  /**
   * First month of the loaded extracts: periods from there on that are not known are said to be so.
   */
  readonly from: MonthIndex;
  /** Days that a breakdown is known for, where they are fewer. */
  readonly breakdownKnown?: Readonly<Record<string, KnownDays>>;
}

/** Month of each row from `first`, -1 where its day is not known. */
function monthsOf(
  { count, dates }: EventRows["rows"],
  date: string,
  known: KnownDays,
  first: MonthIndex,
): Int32Array {
  const days = dates[date];
  const months = new Int32Array(count).fill(-1);
  for (let row = 0; row < count; row++)
    if (days[row] !== MISSING && known.has(days[row])) months[row] = monthOf(days[row]) - first;
  return months;
}

/** What is counted by group and month of one breakdown: `[group * monthCount + month]`. */
interface Counted {
  readonly top: Float64Array;
  readonly bottom: Float64Array | null;
  /** What was left out of the rows that are counted; undefined where nothing can be. */
  readonly missed: Float64Array | undefined;
  /** The measures one by one, for statistics that need them. */
  readonly lists: number[][] | null;
}

function countByMonth(
  { numerator, denominator, measure, leftOut }: CountBy<"event">,
  { measures }: EventRows["rows"],
  groups: Grouped,
  [months, monthCount]: readonly [months: Int32Array, monthCount: number],
): Counted {
  const counted = measures[numerator];
  return {
    top: sumByMonth(groups, months, monthCount, counted),
    bottom:
      denominator === undefined
        ? null
        : sumByMonth(groups, months, monthCount, measures[denominator]),
    missed: leftOut && sumByMonth(groups, months, monthCount, measures[leftOut.flag]),
    lists:
      measure === undefined
        ? null
        : listByMonth(groups, months, monthCount, { counted, measure: measures[measure] }),
  };
}

/** The value of one group over the months at `from` to `to`, or why there is none. */
function outcomeOf(
  count: CountBy<"event">,
  { top, bottom, missed, lists }: Counted,
  from: number,
  to: number,
): ReturnType<typeof gapOf> & ReturnType<typeof valued> {
  const { statistic, per = 1 } = count;
  const sum = (sums: Float64Array): number => {
    let total = 0;
    for (let i = from; i <= to; i++) total += sums[i];
    return total;
  };
  if (lists && (statistic === "median" || statistic === "p90" || statistic === "longest")) {
    const sorted = sortedOf(lists, from, to);
    const empty = sorted.length === 0;
    return {
      ...gapOf(count, missed && sum(missed), sorted.length),
      numerator: null,
      denominator: sorted.length,
      value: empty ? null : ofSorted(statistic, sorted) / per,
      status: empty ? "not_applicable" : "ok",
      statusText: empty ? "Nobody to count" : null,
    };
  }
  const counted = bottom && sum(bottom);
  return {
    ...gapOf(count, missed && sum(missed), counted ?? sum(top)),
    ...valued(statistic as "count" | "percent" | "mean", sum(top) / per, counted),
  };
}

/**
 * Counts one indicator of events by every period and breakdown that the known days allow. Periods that
 * begin before the
 * known days, or have a gap
 * in them, are not_available (for the whole authority); a period cut off by the data end is given
 * with its label
 * and a caution; rolling
 * twelve months need all of them.
 */
export function countEvents(
  count: CountBy<"event">,
  { rows, known: knownBy, from: earliest, breakdownKnown = {} }: EventRows,
  emit: Emit,
): void {
  const known = knownBy[count.known];
  if (!known.months) return;
  const first = Math.min(earliest, known.months.first);
  const { last } = known.months;
  const monthCount = last - first + 1;
  const months = monthsOf(rows, count.date, known, first);
  const spans = frequenciesOf(count).flatMap((frequency) =>
    periodsOf(frequency, first, last).map((period): Span => ({
      period,
      states: Array.from({ length: period.last - period.first + 1 }, (_, i) =>
        known.month(period.first + i),
      ),
    })),
  );

  for (const name of ["all", ...count.breakdowns]) {
    const groups = name === "all" ? everyone(rows.count) : rows.breakdowns[name];
    if (!groups) continue;
    const counted = countByMonth(count, rows, groups, [months, monthCount]);
    for (const span of spans) {
      const { period, states } = span;
      const about = { indicator: count.id, frequency: period.frequency, breakdown: name };
      if (period.frequency === "rolling_12_months" && states.some((state) => state !== "known"))
        continue;
      if (states.some((state) => state === "unknown")) {
        if (name === "all")
          emit({
            ...about,
            start: monthStart(period.first),
            end: Math.min(monthEnd(period.last), known.end),
            label: period.label,
            breakdownValue: "all",
            ...notAvailable("No return loaded covers the whole period"),
            asAt: null,
          });
        continue;
      }
      if (
        breakdownKnown[name] &&
        states.some((_, i) => breakdownKnown[name].month(period.first + i) === "unknown")
      )
        continue;
      const where = bounds(span, known, count.settlesAfterDays ?? 0);
      const [from, to] = [
        Math.max(period.first, first) - first,
        Math.min(period.last, last) - first,
      ];
      groups.values.forEach((breakdownValue, group) => {
        const start = group * monthCount;
        emit({
          ...about,
          ...where,
          breakdownValue,
          ...outcomeOf(count, counted, start + from, start + to),
        });
      });
    }
  }
}
