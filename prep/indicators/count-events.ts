import { MISSING } from "../columns/column";
import { monthEnd, monthOf, monthStart, type MonthIndex } from "../calendar/periods";
import type { Grouped } from "../columns/column-source";
import { allBreakdowns, isCountedBy } from "./by-year";
import { ofSorted } from "./centiles";
import { bounds, spansOf, stateOf } from "./event-spans";
import {
  figureOf,
  gapOf,
  missingFigure,
  valued,
  type Emit,
  type Figure,
  type FigureOfAllGroups,
  type Outcome,
} from "./figure";
import type { Gap } from "./gap";
import type { CountBy } from "./indicator";
import type { KnownDays } from "./known-days";
import type { ViewRows } from "./view";

const NOT_COVERED = "No return loaded covers the whole period";

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
function monthsOf(days: Int32Array, known: KnownDays, first: MonthIndex): Int32Array {
  const months = new Int32Array(days.length).fill(-1);
  for (const { from, to } of known.intervals)
    for (let row = 0; row < days.length; row++)
      if (days[row] !== MISSING && days[row] >= from && days[row] <= to)
        months[row] = monthOf(days[row]) - first;
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

const sumOf = (sums: Float64Array, from: number, to: number): number => {
  let total = 0;
  for (let i = from; i <= to; i++) total += sums[i];
  return total;
};

/** A figure of the rows of one group in the months at `from` to `to`, or why there is none. */
function figureOfGroup(
  count: CountBy<"event">,
  { top, bottom, missed, lists }: Counted,
  [from, to]: readonly [from: number, to: number],
  [about, breakdownValue]: readonly [about: FigureOfAllGroups, breakdownValue: string],
): Figure {
  const { statistic, per = 1 } = count;
  const gap = (counted: number): Gap | undefined =>
    gapOf(count, missed && sumOf(missed, from, to), counted);
  if (lists && (statistic === "median" || statistic === "p90" || statistic === "longest")) {
    const sorted = sortedOf(lists, from, to);
    const empty = sorted.length === 0;
    const outcome: Outcome = {
      numerator: null,
      denominator: sorted.length,
      value: empty ? null : ofSorted(statistic, sorted) / per,
      status: empty ? "not_applicable" : "ok",
      statusText: empty ? "Nobody to count" : null,
    };
    return figureOf(about, breakdownValue, outcome, gap(sorted.length));
  }
  const [all, counted] = [sumOf(top, from, to), bottom && sumOf(bottom, from, to)];
  const outcome = valued(statistic as "count" | "percent" | "mean", all / per, counted);
  return figureOf(about, breakdownValue, outcome, gap(counted ?? all));
}

/** The months of rows by each of their dates and what is known of it, found once for all counts. */
function monthsOnce({
  rows,
  known,
}: EventRows): (count: CountBy<"event">, first: MonthIndex) => Int32Array {
  const found = new Map<string, Int32Array>();
  return ({ date, known: name }, first) => {
    const key = `${date} ${name}`;
    const months = found.get(key) ?? monthsOf(rows.dates[date], known[name], first);
    found.set(key, months);
    return months;
  };
}

/**
 * Counts events: the function that comes back counts one indicator by every period and breakdown
 * that the known days allow. Periods that begin before the known days, or have a gap in them, are
 * not_available (for the whole authority); a period cut off by the data end is given with its label
 * and a caution; rolling twelve months need all of them.
 */
export function eventCounter(view: EventRows): (count: CountBy<"event">, emit: Emit) => void {
  const { rows, known: knownBy, from: earliest, breakdownKnown = {} } = view;
  const monthsBy = monthsOnce(view);

  return (count, emit) => {
    const known = knownBy[count.known];
    if (!known.months) return;
    const first = Math.min(earliest, known.months.first);
    const { last } = known.months;
    const monthCount = last - first + 1;
    const months = monthsBy(count, first);
    const spans = spansOf(count, known, [first, last]);

    for (const name of allBreakdowns(count)) {
      const groups = name === "all" ? everyone(rows.count) : rows.breakdowns[name];
      if (!groups) continue;
      const counted = countByMonth(count, rows, groups, [months, monthCount]);
      const groupsKnown = breakdownKnown[name];
      for (const span of spans) {
        const { period, is, from, to } = span;
        const about = { indicator: count.id, frequency: period.frequency, breakdown: name };
        if (is === "unknown") {
          const end = Math.min(monthEnd(period.last), known.end);
          const when = { start: monthStart(period.first), end, label: period.label };
          if (name === "all") emit(missingFigure({ ...about, ...when }, NOT_COVERED));
          continue;
        }
        if (!isCountedBy(count, name, period.frequency)) continue;
        if (groupsKnown && stateOf(period, groupsKnown) === "unknown") continue;
        const of = { ...about, ...bounds(span, known, count.settlesAfterDays ?? 0) };
        groups.values.forEach((value, group) => {
          const start = group * monthCount;
          emit(figureOfGroup(count, counted, [start + from, start + to], [of, value]));
        });
      }
    }
  };
}
