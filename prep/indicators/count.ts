import type { Day } from "../calendar/day";
import type { MonthIndex } from "../calendar/periods";
import { countFlow } from "./count-flow";
import { monthCounter, type MonthRows } from "./count-months";
import { countSnapshots, type SnapshotDays, type Spot } from "./count-snapshot";
import { countTerms, type KnownTerms } from "./count-terms";
import type { PopulationView, TermView } from "./definition";
import type { Emit } from "./figure";
import type { Count, Indicator } from "./indicator";
import type { KnownDays } from "./known-days";
import type { ViewRows } from "./view";

/** Events: rows that have dates. */
export interface EventRows {
  readonly clock: "event";
  readonly rows: ViewRows;
  /** Days that each kind of event is known for, by the names that counts say (`known`). */
  readonly known: Readonly<Record<string, KnownDays>>;
  /**
   * First month of the loaded extracts: periods from there on that are not known are said to be so.
   */
  readonly from: MonthIndex;
  /** Days that a breakdown is known for, where they are fewer. */
  readonly breakdownKnown?: Readonly<Record<string, KnownDays>>;
}

/** A population: who is there on a day. */
export interface DayRows extends Omit<SnapshotDays, "population"> {
  readonly clock: "day";
  /** The rows of a day, or null when nothing loaded covers it. */
  readonly rowsOn: (day: Day) => ViewRows | null;
  /**
   * The last day known where it lies within a month, for the indicators that are counted on it too.
   */
  readonly dataEnd?: readonly Spot[];
}

/** Rows of school terms, in the order of their terms. */
export interface TermRows extends KnownTerms {
  readonly clock: "term";
  readonly rows: ViewRows;
  /** Term of each row as a `TermIndex`. */
  readonly term: Int32Array;
}

/** Rows of a view with what is known of them, by the clock that they are counted by. */
export type CountedRows = EventRows | DayRows | TermRows | MonthRows;

type Clocked<C extends Count["clock"]> = Extract<Count, { clock: C }> & { readonly id: string };

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
): Clocked<C>[] =>
  indicators.flatMap(({ id, count }) =>
    count?.clock === clock && count.view.name === view ? [{ ...count, id } as Clocked<C>] : [],
  );

const population = (rows: ViewRows): PopulationView => ({ ...rows, flags: rows.measures });

function countDays(counts: readonly Clocked<"day">[], rows: DayRows, emit: Emit): void {
  const days: SnapshotDays = {
    ...rows,
    population: (day) => {
      const view = rows.rowsOn(day);
      return view && population(view);
    },
  };
  countSnapshots(counts, days, emit);
  if (rows.dataEnd)
    countSnapshots(
      counts.filter(({ atDataEnd }) => atDataEnd),
      { ...days, months: null, census: [], spots: rows.dataEnd },
      emit,
    );
}

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
    if (counted.clock === "event")
      for (const count of countsOf(indicators, "event", view))
        countFlow(count, counted.rows, { ...counted, known: counted.known[count.known] }, emit);
    else if (counted.clock === "day") countDays(countsOf(indicators, "day", view), counted, emit);
    else if (counted.clock === "month") {
      const counter = monthCounter(counted);
      for (const count of countsOf(indicators, "month", view)) counter(count, emit);
    } else
      for (const count of countsOf(indicators, "term", view))
        countTerms(count, { ...counted.rows, term: counted.term } as TermView, counted, emit);
  }
}
