import type { Grouped } from "../columns/evaluate";

/** A breakdown of the rows that are counted: the group of each row as an index into its values. */
export type Breakdown = Grouped;

interface Common {
  readonly id: string;
  /**
   * percent: 100 x numerator / denominator. count: numerator. mean: numerator / denominator. The
   * others are of the
   * measure.
   */
  readonly statistic: "count" | "percent" | "mean" | "median" | "p90" | "longest";
  readonly breakdowns: readonly string[];
  /**
   * Flag of those who should have been counted and could not be, and what they lack in words, after
   * "3 of 60".
   */
  readonly leftOut?: { readonly flag: string; readonly lacking: string };
}

/** An indicator of what happened in a period: events of a fact by one of its dates. */
export interface FlowDefinition extends Common {
  readonly kind: "flow";
  readonly fact: string;
  readonly date: string;
  /** Flag (0/1) or measure summed as numerator. */
  readonly numerator: string;
  readonly denominator?: string;
  /** Measure of the median, 90th centile, longest. */
  readonly measure?: string;
  /**
   * What summed or listed measures are divided by at the end, so that whole numbers are summed: 7
   * where days are
   * told as weeks.
   */
  readonly per?: number;
  /** Name of the known days that it needs. */
  readonly known: string;
  /** Only for years: the extract gives no finer date. */
  readonly yearly?: true;
  /** Only for quarters, as the publication has it. */
  readonly quarterly?: true;
  /** The event is complete only so many days later: later period ends are to be read with care. */
  readonly settlesAfterDays?: number;
}

/** An indicator of how things stand on a day. */
export interface SnapshotDefinition extends Common {
  readonly kind: "snapshot";
  readonly statistic: "count" | "percent" | "longest";
  /** Measure of the longest. */
  readonly measure?: string;
  readonly population: string;
  readonly numerator: string;
  readonly denominator?: string;
  /**
   * Name of something that must be there for it to be known at all, such as the school register.
   */
  readonly needs?: string;
  /** Only on the days that this name says. */
  readonly known?: string;
  /**
   * Also on the last day known, where that lies within a month: the figure is of use only while it
   * is new.
   */
  readonly atDataEnd?: true;
}

/**
 * An indicator of what happened in a school term: rows of a fact that carry the term they speak of.
 */
export interface TermDefinition extends Common {
  readonly kind: "term";
  readonly statistic: "count" | "percent";
  readonly fact: string;
  /** Measure summed as numerator. */
  readonly numerator: string;
  /** Measure summed as denominator; `roll` for the pupils of the academic year's January census. */
  readonly denominator?: string;
  /**
   * Counts units (such as enrolments or persons) instead of sums: those whose numerator is above 0,
   * or at least
   * `share` per cent of their denominator.
   */
  readonly unit?: string;
  readonly share?: number;
}

/** Rows to count terms from, in the order of their terms. */
export interface TermView {
  readonly count: number;
  /** Term of each row as a `TermIndex`. */
  readonly term: Int32Array;
  readonly measures: Readonly<Record<string, ArrayLike<number>>>;
  /** Unit (from 0) of each row, by the name of the kind of unit. */
  readonly units: Readonly<Record<string, { readonly count: number; readonly of: Int32Array }>>;
  readonly breakdowns: Readonly<Record<string, Breakdown | undefined>>;
}

/** What a clock needs of a definition: names of the parts of a view. */
export type Clocked<D> = Omit<D, "kind" | "fact" | "population">;

export type Definition = FlowDefinition | SnapshotDefinition;

/** Rows to count flows from. */
export interface FactView {
  readonly count: number;
  readonly dates: Readonly<Record<string, Int32Array>>;
  /** Flags and measures by name; a measure is NaN where there is none. */
  readonly measures: Readonly<Record<string, ArrayLike<number>>>;
  readonly breakdowns: Readonly<Record<string, Breakdown | undefined>>;
}

/** Rows to count a snapshot from. */
export interface PopulationView {
  readonly count: number;
  readonly flags: Readonly<Record<string, ArrayLike<number>>>;
  readonly measures?: Readonly<Record<string, ArrayLike<number>>>;
  readonly breakdowns: Readonly<Record<string, Breakdown | undefined>>;
  /**
   * Why figures of this day should be read with care; null when there is no reason. A breakdown
   * that is not known
   * on the day is left out.
   */
  readonly caution: string | null;
}
