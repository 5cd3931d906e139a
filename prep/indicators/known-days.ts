import type { Day } from "../calendar/day";
import { monthEnd, monthOf, monthStart, type MonthIndex } from "../calendar/periods";

/** Days (both ends included) that the loaded extracts can speak of. */
export interface Interval {
  readonly from: Day;
  readonly to: Day;
}

/**
 * What is known of a month: all of it, all up to the data end, nothing certain, or it lies after
 * the data end.
 */
type MonthState = "known" | "part" | "unknown" | "after";

/** Days that are known of some kind of event, merged and in order. */
export interface KnownDays {
  readonly intervals: readonly Interval[];
  /** First month with a known day, and the last; null when nothing is known. */
  readonly months: { readonly first: MonthIndex; readonly last: MonthIndex } | null;
  /** Last known day. */
  readonly end: Day;
  readonly has: (day: Day) => boolean;
  readonly month: (month: MonthIndex) => MonthState;
}

/**
 * Merges the intervals of the loaded extracts. A month counts as known only when no day of it
 * before the data end
 * is missing.
 */
export function knownDays(parts: readonly Interval[]): KnownDays {
  const intervals: Interval[] = [];
  for (const next of [...parts]
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from)) {
    const last = intervals.at(-1);
    if (last && next.from <= last.to + 1)
      intervals[intervals.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else intervals.push(next);
  }
  const end = intervals.at(-1)?.to ?? -Infinity;
  return {
    intervals,
    end,
    months:
      intervals.length === 0 ? null : { first: monthOf(intervals[0].from), last: monthOf(end) },
    has: (day) => intervals.some(({ from, to }) => day >= from && day <= to),
    month: (month) => {
      const [first, last] = [monthStart(month), monthEnd(month)];
      if (first > end) return "after";
      const upTo = Math.min(last, end);
      if (!intervals.some(({ from, to }) => from <= first && to >= upTo)) return "unknown";
      return upTo < last ? "part" : "known";
    },
  };
}
