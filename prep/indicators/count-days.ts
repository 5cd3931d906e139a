import type { Day } from "../calendar/day";
import { dayLabel, monthEnd, monthStart, periodsOf, type MonthIndex } from "../calendar/periods";
import type { Grouped } from "../columns/column-source";
import { everyRow, rowsOf } from "../columns/rows";
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
import { allBreakdowns, isCountedBy } from "./by-year";
import type { CountBy, DayCount } from "./indicator";
import type { ViewRows } from "./view";

/** A day to count on and the periods that it stands for. */
export interface Spot {
  readonly day: Day;
  readonly about: readonly Pick<Figure, "frequency" | "start" | "end" | "label">[];
}

type Rows = Pick<ViewRows, "count" | "measures" | "breakdowns" | "caution">;

/** A population, the days on which it is counted, and what can be known on each. */
export interface DayRows {
  readonly clock: "day";
  /** First and last month whose last day is not after the data end. */
  readonly months: { readonly first: MonthIndex; readonly last: MonthIndex } | null;
  /** Census dates: reference dates of the returns. */
  readonly census: readonly Day[];
  /** Days of periods that are not of whole months, such as terms. */
  readonly spots?: readonly Spot[];
  /** The rows of a day, or null when nothing loaded covers it. */
  readonly rowsOn: (day: Day) => Rows | null;
  /** Why an indicator cannot be known on a day that is covered; null when it can. */
  readonly unknown: (needed: Pick<DayCount, "needs" | "known">, day: Day) => string | null;
  /**
   * The last day known where it lies within a month, for the indicators that are counted on it too.
   */
  readonly dataEnd?: readonly Spot[];
}

interface Counts {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array | null;
  /** Largest measure among the rows of the numerator, -Infinity where there are none. */
  readonly longest: Float64Array | null;
  /** Who could not be counted, and everybody. */
  readonly missed: { readonly of: Float64Array; readonly all: Float64Array } | null;
}

const frequencies = [
  "month",
  "quarter",
  "calendar_year",
  "academic_year",
  "financial_year",
] as const;

/**
 * What gives the rows that have a flag, or all for null: found once for all breakdowns, for most
 * flags hold for few rows.
 */
function rowsByFlag(
  count: number,
  measures: Rows["measures"],
): (flag: string | null) => Int32Array {
  const known = new Map<string | null, Int32Array>();
  return (flag) => {
    const rows = known.get(flag) ?? (flag === null ? everyRow(count) : rowsOf(measures[flag]));
    known.set(flag, rows);
    return rows;
  };
}

/** How many of some rows are in each group. */
function countGroups({ values, groups }: Grouped, rows: Int32Array): Float64Array {
  const counts = new Float64Array(values.length);
  for (let i = 0; i < rows.length; i++) counts[groups[rows[i]]]++;
  return counts;
}

/** What is added up of some rows, by breakdown and flag: indicators share what they count. */
interface GroupSums {
  /** The groups of a breakdown, or everybody; undefined where it is not known. */
  groups(breakdown: string): Grouped | undefined;
  /** How many rows of each group have a flag, or how many there are for null. */
  of(breakdown: string, flag: string | null): Float64Array;
}

function groupSums({ count, breakdowns, measures }: Rows): GroupSums {
  const everybody: Grouped = { values: ["all"], groups: new Uint8Array(count) };
  const groups = (breakdown: string): Grouped | undefined =>
    breakdown === "all" ? everybody : breakdowns[breakdown];
  const withFlag = rowsByFlag(count, measures);
  const known = new Map<string, Float64Array>();
  return {
    groups,
    of(breakdown, flag) {
      const key = `${breakdown} ${flag}`;
      const found = known.get(key) ?? countGroups(groups(breakdown)!, withFlag(flag));
      known.set(key, found);
      return found;
    },
  };
}

function longestOfGroups(
  groups: Grouped,
  flag: ArrayLike<number>,
  measure: ArrayLike<number>,
): Float64Array {
  const longest = new Float64Array(groups.values.length).fill(-Infinity);
  for (let row = 0; row < groups.groups.length; row++)
    if (flag[row])
      longest[groups.groups[row]] = Math.max(longest[groups.groups[row]], measure[row]);
  return longest;
}

/** The longest of those counted; nobody to count gives no value. */
const longestValue = (count: number, longest: number): Outcome =>
  count === 0
    ? {
        numerator: null,
        denominator: 0,
        value: null,
        status: "not_applicable",
        statusText: "Nobody to count",
      }
    : { numerator: null, denominator: count, value: longest, status: "ok", statusText: null };

function emitCounts(
  count: CountBy<"day">,
  about: Omit<FigureOfAllGroups, "breakdown">,
  { view, cache, sums }: { view: Rows; cache: Map<string, Counts>; sums: GroupSums },
  emit: Emit,
): void {
  for (const name of allBreakdowns(count)) {
    if (!isCountedBy(count, name, about.frequency)) continue;
    const groups = sums.groups(name);
    if (!groups) continue;
    let counts = cache.get(name);
    if (!counts) {
      const flag = view.measures[count.numerator];
      const measure = count.measure === undefined ? undefined : view.measures[count.measure];
      counts = {
        numerator: sums.of(name, count.numerator),
        denominator: count.denominator === undefined ? null : sums.of(name, count.denominator),
        longest: measure ? longestOfGroups(groups, flag, measure) : null,
        missed: count.leftOut
          ? {
              of: sums.of(name, count.leftOut.flag),
              all: sums.of(name, count.leftOut.of ?? null),
            }
          : null,
      };
      cache.set(name, counts);
    }
    const { numerator, denominator, longest, missed } = counts;
    const { statistic } = count;
    const of = { ...about, breakdown: name };
    groups.values.forEach((breakdownValue, group) =>
      emit(
        figureOf(
          of,
          breakdownValue,
          statistic === "longest"
            ? longestValue(numerator[group], longest![group])
            : valued(statistic, numerator[group], denominator && denominator[group]),
          gapOf(
            count,
            missed?.of[group],
            denominator?.[group] ?? (missed ? missed.all[group] - missed.of[group] : 0),
          ),
        ),
      ),
    );
  }
}

/** The days to count on: ends of months, quarters and years, and census dates. */
function spotsOf({ spots = [], months, census }: DayRows): Spot[] {
  const all: Spot[] = [...spots];
  if (months) {
    const { first, last } = months;
    const periods = frequencies.flatMap((frequency) =>
      periodsOf(frequency, first, last).filter((period) => period.last <= last),
    );
    for (let month = first; month <= last; month++) {
      const about = periods
        .filter((period) => period.last === month)
        .map(({ frequency, first: from, label }) => ({
          frequency,
          start: monthStart(from),
          end: monthEnd(month),
          label,
        }));
      all.push({ day: monthEnd(month), about });
    }
  }
  for (const day of census)
    all.push({ day, about: [{ frequency: "census", start: day, end: day, label: dayLabel(day) }] });
  return all;
}

/** Counts some indicators on one day. */
function countSpot(
  counts: readonly CountBy<"day">[],
  { rowsOn, unknown }: DayRows,
  { day, about }: Spot,
  emit: Emit,
): void {
  const view = rowsOn(day);
  const sums = view && groupSums(view);
  for (const count of counts) {
    const why = view === null ? "No return loaded covers the day" : unknown(count, day);
    const cache = new Map<string, Counts>();
    for (const where of about) {
      if (why !== null || view === null || sums === null)
        emit(missingFigure({ indicator: count.id, ...where }, why ?? ""));
      else
        emitCounts(
          count,
          { indicator: count.id, ...where, caution: view.caution, asAt: day },
          { view, cache, sums },
          emit,
        );
    }
  }
}

/**
 * Counts the indicators of one population: at the end of each month, quarter and year up to the
 * data end, at the census dates, and on the last day known those that are counted there too.
 * A day that nothing loaded covers, or that an indicator is not known on, is not_available for the
 * whole authority.
 */
export function countDays(counts: readonly CountBy<"day">[], rows: DayRows, emit: Emit): void {
  for (const spot of spotsOf(rows)) countSpot(counts, rows, spot, emit);
  const atEnd = counts.filter(({ atDataEnd }) => atDataEnd);
  for (const spot of rows.dataEnd ?? []) countSpot(atEnd, rows, spot, emit);
}
