import { countDays, type DayRows } from "./count-days";
import { eventCounter, type EventRows } from "./count-events";
import { monthCounter, type MonthRows } from "./count-months";
import { countTerms, type TermRows } from "./count-terms";
import type { Emit } from "./figure";
import type { Count, CountBy, Indicator } from "./indicator";

/** Rows of a view with what is known of them, by the clock that they are counted by. */
export type CountedRows = EventRows | DayRows | TermRows | MonthRows;

/**
 * What is counted under an id: an indicator, or a variant of one that is counted for another
 * purpose.
 */
export type Counted = Pick<Indicator, "id" | "count">;

/**
 * The counts of one clock that are of a view, with the ids of their indicators, in the order of the
 * records.
 */
const countsOf = <C extends Count["clock"]>(
  indicators: readonly Counted[],
  clock: C,
  view: string,
): CountBy<C>[] =>
  indicators.flatMap(({ id, count }) =>
    count?.clock === clock && count.view.name === view ? [{ ...count, id } as CountBy<C>] : [],
  );

/**
 * Counts indicators from the rows of their views (by the views' names), each by its clock, for
 * every period and
 * breakdown that is known. Views are
 * counted in the order that they are given in, their indicators in the order of the records. Throws
 * where the rows
 * of a view are not given, or are
 * of another clock.
 */
export function countIndicators(
  indicators: readonly Counted[],
  views: Readonly<Record<string, CountedRows>>,
  emit: Emit,
): void {
  for (const { id, count } of indicators)
    if (count && views[count.view.name]?.clock !== count.clock)
      throw new Error(`${id} is counted by ${count.clock} from ${count.view.name}: no such rows`);
  for (const [view, counted] of Object.entries(views)) {
    if (counted.clock === "event") {
      const counter = eventCounter(counted);
      for (const count of countsOf(indicators, "event", view)) counter(count, emit);
    } else if (counted.clock === "day") countDays(countsOf(indicators, "day", view), counted, emit);
    else if (counted.clock === "month") {
      const counter = monthCounter(counted);
      for (const count of countsOf(indicators, "month", view)) counter(count, emit);
    } else for (const count of countsOf(indicators, "term", view)) countTerms(count, counted, emit);
  }
}
