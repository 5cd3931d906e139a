import { monthEnd, monthLabel, monthStart, type MonthIndex } from "../../calendar/periods";
import type { Breakdown } from "../../indicators/definition";
import { notAvailable, valued, type Emit } from "../../indicators/figure";
import type { ByMonth } from "./home";
import type { MonthMeasure, MonthRows } from "./month-rows";

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

/** What is known of a month for an area. */
export interface MonthKnowledge {
  /** Why there is no figure; null when there is one. */
  readonly missing: string | null;
  /** Why to read it with care; null when there is no reason. */
  readonly caution: string | null;
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

/** Whether a row has all the flags. */
function holds(rows: MonthRows, names: readonly string[]): (row: number) => boolean {
  const flags = names.map((name) => rows.flags[name]);
  return (row) => {
    for (const flag of flags) if (flag[row] === 0) return false;
    return true;
  };
}

/** Counts measures by month and breakdown over the rows of an area. Groups that have nothing in any month are left out. */
export function countMonths({ rows, of, measures, span, knowledge, silent }: CountMonths, emit: Emit): void {
  const slot = new Map(of.months.map((month, i) => [month, i]));
  const counters = new Map(Object.entries(rows.units).map(([name, { count }]) => [name, new DistinctCounter(count)]));
  const everybody: Breakdown = { values: ["all"], groups: new Uint8Array(rows.count) };

  /** Counts by month slot and group. */
  function countOf(where: readonly string[], distinct: string | undefined, { values, groups }: Breakdown): Float64Array[] {
    const test = holds(rows, where);
    const unit = distinct === undefined ? null : { of: rows.units[distinct].of, counter: counters.get(distinct)! };
    return of.months.map((_, m) => {
      const counts = new Float64Array(values.length);
      unit?.counter.begin(values.length);
      for (let i = of.from[m]; i < of.from[m + 1]; i++) {
        const row = of.order[i];
        if (!test(row)) continue;
        if (unit === null) counts[groups[row]]++;
        else if (unit.of[row] > 0) unit.counter.add(unit.of[row], groups[row]);
      }
      return unit === null ? counts : unit.counter.counts;
    });
  }

  const breakdowns = new Map<string, readonly MonthMeasure[]>([["all", measures]]);
  for (const measure of measures) for (const name of measure.breakdowns) breakdowns.set(name, [...(breakdowns.get(name) ?? []), measure]);
  for (const [name, counted] of breakdowns) {
    const breakdown = name === "all" ? everybody : rows.breakdown(name);
    for (const measure of counted) {
      const top = countOf(measure.where, measure.distinct, breakdown);
      const bottom = measure.outOf && countOf(measure.outOf, measure.distinct, breakdown);
      const shown = breakdown.values.map((_, group) => name === "all" || top.some((counts) => counts[group] > 0) || (bottom?.some((counts) => counts[group] > 0) ?? false));
      for (const month of span) {
        const about = { indicator: measure.id, frequency: "month", start: monthStart(month), end: monthEnd(month), label: monthLabel(month), breakdown: name } as const;
        const { missing, caution } = knowledge(month, measure);
        if (missing !== null) {
          if (name === "all") emit({ ...about, breakdownValue: "all", ...notAvailable(missing), asAt: null });
          continue;
        }
        const m = slot.get(month)!;
        breakdown.values.forEach((breakdownValue, group) => {
          if (!shown[group]) return;
          if (name === "provider" && silent(breakdownValue, month)) emit({ ...about, breakdownValue, ...notAvailable("The provider sent nothing for this month"), asAt: null });
          else emit({ ...about, breakdownValue, ...valued(bottom ? "percent" : "count", top[m][group], bottom ? bottom[m][group] : null), caution, asAt: monthEnd(month) });
        });
      }
    }
  }
}
