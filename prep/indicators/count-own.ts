import type { ColumnTable } from "arquero";
import { monthEnd, monthLabel, monthOf, monthStart, type MonthIndex } from "../calendar/periods";
import type { Star } from "../star/frame";
import { notAvailable, valued, type Figure } from "./figure";
import type { KnownDays } from "./known-days";
import type { OwnIndicator } from "./own-catalogue";

export interface OwnCounted {
  readonly figures: Figure[];
  /** What is wrong with the indicator, in words; then there are no figures. */
  readonly problem: string | null;
}

/**
 * Counts a council's own indicator from the star, for each month that is wholly known; a month in a gap is not_available. A name that is not known comes
 * back in words with the names that are.
 */
export function countOwn(indicator: OwnIndicator, star: Star, known: KnownDays): OwnCounted {
  const { id, count, unit } = indicator;
  const refuse = (why: string): OwnCounted => ({ figures: [], problem: `Indicator ${id}: ${why}` });
  if (!count || !known.months) return { figures: [], problem: null };
  const { first, last } = known.months;
  const data = star.get(count.table);
  if (!data) return refuse(`there is no table ${count.table}. There are: ${[...star.keys()].join(", ")}.`);
  const columns = data.declaration.columns;
  for (const name of [count.date, count.from, count.to])
    if (name !== undefined && columns.find((column) => column.name === name)?.type !== "date") return refuse(`${name} is no date of ${count.table}. Its dates are: ${columns.filter(({ type }) => type === "date").map((column) => column.name).join(", ")}.`);
  let rows: ColumnTable;
  try {
    const filtered = count.filter === undefined ? data.frame : data.frame.filter(count.filter);
    rows = filtered.derive({ own_numerator: count.numerator ?? "1", own_denominator: count.denominator ?? "1" }).reify();
  } catch (error) {
    return refuse(`an expression cannot be used (${(error as Error).message.split("\n")[0]}). Columns of ${count.table} are written d.name: ${columns.map(({ name }) => name).join(", ")}.`);
  }
  const monthCount = last - first + 1;
  const [top, bottom] = [new Float64Array(monthCount), new Float64Array(monthCount)];
  const add = (from: MonthIndex, to: MonthIndex, row: number): void => {
    for (let month = Math.max(from, first); month <= Math.min(to, last); month++) {
      top[month - first] += Number(rows.get("own_numerator", row)) || 0;
      bottom[month - first] += Number(rows.get("own_denominator", row)) || 0;
    }
  };
  for (let row = 0; row < rows.numRows(); row++) {
    const day = (name: string): number | null => rows.get(name, row) as number | null;
    if (count.date !== undefined) {
      const date = day(count.date);
      if (date !== null) add(monthOf(date), monthOf(date), row);
      continue;
    }
    const [start, end] = [day(count.from!), day(count.to!)];
    // In force on the last day of a month: begun by then, and not ended before it.
    if (start !== null) add(monthOf(start), end === null ? last : end === monthEnd(monthOf(end)) ? monthOf(end) : monthOf(end) - 1, row);
  }
  const statistic = count.denominator === undefined ? "count" : unit === "percent" ? "percent" : "mean";
  const figures = Array.from({ length: monthCount }, (_, i) => first + i).flatMap((month): Figure[] => {
    const about = { indicator: id, frequency: "month" as const, start: monthStart(month), end: monthEnd(month), label: monthLabel(month), breakdown: "all", breakdownValue: "all" };
    const state = known.month(month);
    if (state === "unknown") return [{ ...about, ...notAvailable("No return loaded covers the whole month"), asAt: null }];
    if (state !== "known") return [];
    const [numerator, denominator] = [top[month - first], count.denominator === undefined ? null : bottom[month - first]];
    return [{ ...about, ...valued(statistic, numerator, denominator), caution: null, asAt: monthEnd(month) }];
  });
  return { figures, problem: null };
}
