import {
  dayLabel,
  financialYearOf,
  monthEnd,
  monthLabel,
  monthStart,
  yearLabel,
  type MonthIndex,
} from "../calendar/periods";
import type { ByMonth } from "../columns/by-month";
import type { Grouped } from "../columns/column-source";
import { ofSorted } from "./centiles";
import { figureOf, missingFigure, valued, type Emit, type Figure, type Outcome } from "./figure";
import type { CountBy, MonthCount } from "./indicator";
import { DistinctCounter, WindowCounter } from "./unit-counters";
import type { Units, ViewRows } from "./view";

/** What is known of a month. */
export interface MonthKnowledge {
  /** Why there is no figure; null when there is one. */
  readonly missing: string | null;
  /** Why to read it with care; null when there is no reason. */
  readonly caution: string | null;
}

/** What a count asks of the months that it looks at. */
export type MonthNeeds = Pick<MonthCount, "needs" | "known">;

/** Rows of months, by the month that they were sent for. */
export interface MonthRows {
  readonly clock: "month";
  readonly rows: ViewRows;
  /**
   * The rows to count, and every month from the first to the last loaded, those that nothing was
   * sent for among them.
   */
  readonly of: ByMonth;
  readonly knowledge: (month: MonthIndex, needs: MonthNeeds) => MonthKnowledge;
  /**
   * Groups of a breakdown that sent nothing for a month: their figures of the month are missing,
   * not zero.
   */
  readonly silent?: {
    readonly breakdown: string;
    readonly holds: (group: string, month: MonthIndex) => boolean;
    readonly why: string;
  };
  /** What to say of so many rows that a figure leaves out (`leavesOut`). */
  readonly leftOut?: (rows: number) => string;
}

type Counting = CountBy<"month">;

/** The months that a figure looks at, and how it is told. */
interface Span {
  readonly months: readonly MonthIndex[];
  readonly about: Pick<Figure, "frequency" | "start" | "end" | "label">;
  /** Why there is no figure where one of several months is not known. */
  readonly why?: string;
}

/** Months from one down to another so many before, or up to it. */
const backFrom = (month: MonthIndex, length: number): MonthIndex[] =>
  Array.from({ length }, (_, back) => month - back);
const upTo = (first: MonthIndex, month: MonthIndex): MonthIndex[] =>
  backFrom(month, month - first + 1).reverse();

/** What a figure of a month looks at; null where the count is not told of this month. */
function spanOf({ over, quarterly }: MonthCount, month: MonthIndex): Span | null {
  const end = monthEnd(month);
  if (quarterly) {
    if (month % 3 !== 2) return null;
    const label = `${monthLabel(month - 2).slice(0, 3)} to ${monthLabel(month)}`;
    return {
      months: [month],
      about: { frequency: "quarter", start: monthStart(month - 2), end, label },
    };
  }
  if (over === undefined)
    return {
      months: [month],
      about: { frequency: "month", start: monthStart(month), end, label: monthLabel(month) },
    };
  if (over === "financial_year") {
    const [start, year] = [monthStart(financialYearOf(month)), yearLabel(over, month)];
    return {
      months: upTo(financialYearOf(month), month),
      about: { frequency: "year_to_date", start, end, label: `${year} to ${dayLabel(end)}` },
      why: "The extracts do not go back to the start of the financial year",
    };
  }
  const [start, label] = [monthStart(month - over + 1), `12 months to ${dayLabel(end)}`];
  return {
    months: backFrom(month, over),
    about: { frequency: "rolling_12_months", start, end, label },
    why: "Needs twelve months of extracts",
  };
}

/**
 * Rows of each month that have all the flags: those of month i are `rows[from[i]] … rows[from[i +
 * 1] - 1]`.
 */
interface Matched {
  readonly from: Int32Array;
  readonly rows: Int32Array;
}

function matching({ rows, of }: MonthRows, names: readonly string[]): Matched {
  const wanted = names.map((name) => rows.measures[name]);
  const matched = new Int32Array(of.order.length);
  const from = new Int32Array(of.months.length + 1);
  let count = 0;
  for (let m = 0; m < of.months.length; m++) {
    for (let i = of.from[m]; i < of.from[m + 1]; i++) {
      const row = of.order[i];
      let holds = 1;
      for (const flag of wanted) holds &= flag[row];
      if (holds === 1) matched[count++] = row;
    }
    from[m + 1] = count;
  }
  return { from, rows: matched.subarray(0, count) };
}

/** Counts by month and group. */
type Tally = readonly Float64Array[];

function rowsByMonth({ from, rows }: Matched, { values, groups }: Grouped): Tally {
  return Array.from({ length: from.length - 1 }, (_, m) => {
    const counts = new Float64Array(values.length);
    for (let i = from[m]; i < from[m + 1]; i++) counts[groups[rows[i]]]++;
    return counts;
  });
}

/** Units by month, each once a group: within the month, or from where `begins` says so on. */
function unitsByMonth(
  { from, rows }: Matched,
  { values, groups }: Grouped,
  { of, none }: Units,
  { counter, begins }: { counter: DistinctCounter; begins: (month: number) => boolean },
): Tally {
  return Array.from({ length: from.length - 1 }, (_, m) => {
    if (m === 0 || begins(m)) counter.begin(values.length);
    for (let i = from[m]; i < from[m + 1]; i++)
      if (of[rows[i]] !== none) counter.add(of[rows[i]], groups[rows[i]]);
    return counter.counts.slice();
  });
}

function unitsByWindow(
  { from, rows }: Matched,
  { values, groups }: Grouped,
  { of, none }: Units,
  length: number,
): Tally {
  const counter = new WindowCounter(from.length - 1, length, values.length);
  for (let m = 0; m + 1 < from.length; m++)
    for (let i = from[m]; i < from[m + 1]; i++)
      if (of[rows[i]] !== none) counter.add(of[rows[i]], groups[rows[i]], m);
  return counter.counts;
}

/** A measure of the rows of a month that are in a group. */
function measured(
  { from, rows }: Matched,
  { groups }: Grouped,
  measure: ArrayLike<number>,
  [m, group]: readonly [month: number, group: number],
): number[] {
  const list: number[] = [];
  for (let i = from[m]; i < from[m + 1]; i++)
    if (groups[rows[i]] === group) list.push(measure[rows[i]]);
  return list;
}

/** A statistic of the values of a measure. */
function centile(statistic: "median" | "p90", values: readonly number[]): Outcome {
  const list = [...values].sort((a, b) => a - b);
  const empty = list.length === 0;
  return {
    numerator: null,
    denominator: list.length,
    value: empty ? null : ofSorted(statistic, list),
    status: empty ? "not_applicable" : "ok",
    statusText: empty ? "Nobody to count" : null,
  };
}

/** The figures of a count by month and group of one breakdown. */
interface Counted {
  /** Whether anybody is in the group in a month. */
  readonly has: (month: number, group: number) => boolean;
  readonly at: (month: number, group: number) => Outcome;
}

/** What counts rows, or units, by month and group; units of a kind are marked in one place. */
function tallier({
  rows,
  of,
}: MonthRows): (count: Counting, matched: Matched, groups: Grouped) => Tally {
  const counters = new Map<string, DistinctCounter>();
  const counterOf = (unit: string): DistinctCounter => {
    const known = counters.get(unit) ?? new DistinctCounter(rows.units[unit].count);
    counters.set(unit, known);
    return known;
  };
  return ({ distinct, over }, matched, groups) => {
    if (distinct === undefined) return rowsByMonth(matched, groups);
    const units = rows.units[distinct];
    if (typeof over === "number") return unitsByWindow(matched, groups, units, over);
    const begins = (m: number): boolean =>
      over === undefined || of.months[m] === financialYearOf(of.months[m]);
    return unitsByMonth(matched, groups, units, { counter: counterOf(distinct), begins });
  };
}

/**
 * Counts what is told of the rows of months: the function that comes back counts one indicator by
 * month and breakdown. Groups that have nothing in any month are left out.
 */
export function monthCounter(months: MonthRows): (count: Counting, emit: Emit) => void {
  const { rows, of, knowledge, silent, leftOut } = months;
  const everyone: Grouped = { values: ["all"], groups: new Uint8Array(rows.count) };
  const tally = tallier(months);

  function counted(
    count: Counting,
    top: Matched,
    bottom: Matched | null,
    groups: Grouped,
  ): Counted {
    const { statistic, measure } = count;
    const tops = tally(count, top, groups);
    const bottoms = bottom && tally(count, bottom, groups);
    const has = (m: number, group: number): boolean =>
      tops[m][group] > 0 || (bottoms !== null && bottoms[m][group] > 0);
    if (statistic === "median" || statistic === "p90")
      return {
        has,
        at: (m, group) =>
          centile(statistic, measured(top, groups, rows.measures[measure!], [m, group])),
      };
    return {
      has,
      at: (m, group) => valued(statistic, tops[m][group], bottoms && bottoms[m][group]),
    };
  }

  return (count, emit) => {
    const top = matching(months, count.where);
    const bottom = count.outOf ? matching(months, count.outOf) : null;
    const without = count.leavesOut === undefined ? null : matching(months, [count.leavesOut]);
    const spans = of.months.map((month) => spanOf(count, month));
    for (const breakdown of ["all", ...count.breakdowns]) {
      const groups = breakdown === "all" ? everyone : rows.breakdowns[breakdown];
      if (!groups) continue;
      const { has, at } = counted(count, top, bottom, groups);
      const shownBy = groups.values.map((_, group) =>
        of.months.flatMap((month, m) =>
          has(m, group)
            ? (spans[m]?.about ?? { start: monthStart(month), end: monthEnd(month) })
            : [],
        ),
      );
      of.months.forEach((month, m) => {
        const span = spans[m];
        if (!span) return;
        const about = { ...span.about, indicator: count.id, breakdown };
        const known = span.months.map((one) => knowledge(one, count));
        const gap = known.find(({ missing }) => missing !== null);
        if (gap || Math.min(...span.months) < of.months[0]) {
          if (breakdown === "all") emit(missingFigure(about, span.why ?? gap!.missing!));
          return;
        }
        const leaves = without ? without.from[m + 1] - without.from[m] : 0;
        const caution =
          leaves > 0
            ? leftOut!(leaves)
            : (known.find((one) => one.caution !== null)?.caution ?? null);
        const ofAll = { ...about, caution, asAt: monthEnd(month) };
        groups.values.forEach((breakdownValue, group) => {
          if (breakdown !== "all" && shownBy[group].length === 0) return;
          const isSilent =
            silent !== undefined &&
            silent.breakdown === breakdown &&
            silent.holds(breakdownValue, month);
          if (isSilent) emit(missingFigure(about, silent.why, { breakdown, breakdownValue }));
          else {
            const figure = figureOf(ofAll, breakdownValue, at(m, group));
            emit(
              breakdown === "all" || has(m, group)
                ? figure
                : { ...figure, shownBy: shownBy[group] },
            );
          }
        });
      });
    }
  };
}
