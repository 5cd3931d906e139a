import { monthEnd, monthLabel, monthStart, type MonthIndex } from "../../../calendar/periods";
import type { Breakdown } from "../../../indicators/definition";
import { notAvailable, valued, type Emit } from "../../../indicators/figure";
import type { ByMonth } from "../model/places";
import type { MonthKnowledge } from "../model/months";
import type { MonthMeasure } from "./measures";

/** Counts how many different units each group has, over rows that are given one by one. */
export class DistinctCounter {
  private readonly mark: Int32Array;
  private readonly group: Uint16Array;
  private readonly others = new Set<number>();
  private pass = 0;
  counts = new Float64Array(0);

  constructor(units: number) {
    this.mark = new Int32Array(units);
    this.group = new Uint16Array(units);
  }

  /** Begins anew with so many groups. */
  begin(groups: number): void {
    this.pass++;
    this.others.clear();
    this.counts = new Float64Array(groups);
  }

  /** Counts a unit in a group unless it was. Most units have one group only; those with more are remembered apart. */
  add(unit: number, group: number): void {
    if (this.mark[unit] !== this.pass) {
      this.mark[unit] = this.pass;
      this.group[unit] = group;
    } else {
      if (this.group[unit] === group) return;
      const key = unit * 0x10000 + group;
      if (this.others.has(key)) return;
      this.others.add(key);
    }
    this.counts[group]++;
  }
}

/** Rows of months that measures are counted from. */
export interface MonthRows {
  readonly count: number;
  readonly month: Int32Array;
  /** Row of `PersonMonths` that says where the person lives. */
  readonly home: Int32Array;
  /** What is counted once: code of each row by the name of the unit, and how many codes there are. */
  readonly units: Readonly<Record<string, { readonly of: Int32Array; readonly count: number }>>;
  /** 0 or 1 by row. */
  readonly flags: Readonly<Record<string, Uint8Array>>;
  /** Made when they are first asked for: there may be millions of rows. */
  readonly breakdown: (name: string) => Breakdown;
}

export interface CountMonths {
  readonly rows: MonthRows;
  /** The rows of the area. */
  readonly of: ByMonth;
  readonly measures: readonly MonthMeasure[];
  /** All months from the first to the last loaded, in order; those that nothing was sent for among them. */
  readonly span: readonly MonthIndex[];
  readonly knowledge: (month: MonthIndex, measure: MonthMeasure) => MonthKnowledge;
  /** Providers that sent nothing for a month: their figures are missing, not zero. */
  readonly silent: (provider: string, month: MonthIndex) => boolean;
}

/** Rows of each month that have all the flags: those of month i are `rows[from[i]] … rows[from[i + 1] - 1]`. */
function matching(
  { flags }: MonthRows,
  { from, order, months }: ByMonth,
  names: readonly string[],
): { readonly from: Int32Array; readonly rows: Int32Array } {
  const wanted = names.map((name) => flags[name]);
  const rows = new Int32Array(order.length);
  const starts = new Int32Array(months.length + 1);
  let count = 0;
  for (let m = 0; m < months.length; m++) {
    for (let i = from[m]; i < from[m + 1]; i++) {
      const row = order[i];
      let holds = 1;
      for (const flag of wanted) holds &= flag[row];
      if (holds === 1) rows[count++] = row;
    }
    starts[m + 1] = count;
  }
  return { from: starts, rows: rows.subarray(0, count) };
}

/** Counts measures by month and breakdown over the rows of an area. Groups that have nothing in any month are left out. */
export function countMonths(
  { rows, of, measures, span, knowledge, silent }: CountMonths,
  emit: Emit,
): void {
  const slot = new Map(of.months.map((month, i) => [month, i]));
  const counters = new Map(
    Object.entries(rows.units).map(([name, { count }]) => [name, new DistinctCounter(count)]),
  );
  const breakdowns = new Map<string, Breakdown>([
    ["all", { values: ["all"], groups: new Uint8Array(rows.count) }],
  ]);
  const breakdownOf = (name: string): Breakdown => {
    let known = breakdowns.get(name);
    if (!known) breakdowns.set(name, (known = rows.breakdown(name)));
    return known;
  };

  /** Counts by month slot and group. */
  function countOf(
    { from, rows: matched }: ReturnType<typeof matching>,
    distinct: string | undefined,
    { values, groups }: Breakdown,
  ): Float64Array[] {
    const unit =
      distinct === undefined
        ? null
        : { of: rows.units[distinct].of, counter: counters.get(distinct)! };
    return of.months.map((_, m) => {
      if (unit === null) {
        const counts = new Float64Array(values.length);
        for (let i = from[m]; i < from[m + 1]; i++) counts[groups[matched[i]]]++;
        return counts;
      }
      unit.counter.begin(values.length);
      for (let i = from[m]; i < from[m + 1]; i++)
        if (unit.of[matched[i]] > 0) unit.counter.add(unit.of[matched[i]], groups[matched[i]]);
      return unit.counter.counts;
    });
  }

  for (const measure of measures) {
    const inTop = matching(rows, of, measure.where);
    const inBottom = measure.outOf && matching(rows, of, measure.outOf);
    for (const name of ["all", ...measure.breakdowns]) {
      const breakdown = breakdownOf(name);
      const top = countOf(inTop, measure.distinct, breakdown);
      const bottom = inBottom && countOf(inBottom, measure.distinct, breakdown);
      const shown = breakdown.values.map(
        (_, group) =>
          name === "all" ||
          top.some((counts) => counts[group] > 0) ||
          (bottom?.some((counts) => counts[group] > 0) ?? false),
      );
      for (const month of span) {
        const about = {
          indicator: measure.id,
          frequency: "month",
          start: monthStart(month),
          end: monthEnd(month),
          label: monthLabel(month),
          breakdown: name,
        } as const;
        const { missing, caution } = knowledge(month, measure);
        if (missing !== null) {
          if (name === "all")
            emit({ ...about, breakdownValue: "all", ...notAvailable(missing), asAt: null });
          continue;
        }
        const m = slot.get(month)!;
        breakdown.values.forEach((breakdownValue, group) => {
          if (!shown[group]) return;
          if (name === "provider" && silent(breakdownValue, month))
            emit({
              ...about,
              breakdownValue,
              ...notAvailable("The provider sent nothing for this month"),
              asAt: null,
            });
          else
            emit({
              ...about,
              breakdownValue,
              ...valued(
                bottom ? "percent" : "count",
                top[m][group],
                bottom ? bottom[m][group] : null,
              ),
              caution,
              asAt: monthEnd(month),
            });
        });
      }
    }
  }
}
