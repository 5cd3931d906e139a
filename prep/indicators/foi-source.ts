import type { Day } from "../calendar/day";
import type { CutSpan } from "../calendar/spans";
import type { CountedMeasure } from "./counted-as";
import type { FoiColumn } from "./indicator";

/** A number that is not published and follows from two that are. */
export interface ImpliedMeasure {
  readonly whole: string;
  readonly part: string;
}

/** A column of a pack with what it counts, as figures call it. */
export interface CountedColumn extends FoiColumn {
  readonly measure: CountedMeasure;
}

/**
 * Counts by column or population; null where the extracts do not speak of the whole period or of
 * the day, or where too little of what is counted was read.
 */
export type FoiCounts = Readonly<Record<string, number | null>>;

/** A column or population of which not all that it counts was read. */
export interface FoiDoubt {
  readonly heading: string;
  /** Whether some of its numbers are not given. */
  readonly isHidden: boolean;
  /** Why, with names of files and small numbers: not for release. */
  readonly why: string;
}

/** What a collection gives so that requests for numbers by week or month can be answered. */
export interface FoiSource {
  /** The columns of a pack that count events, in their order. */
  readonly columns: readonly CountedColumn[];
  readonly implied: readonly ImpliedMeasure[];
  /** Cases that are open on a day. */
  readonly populations: readonly Omit<CountedColumn, "groups">[];
  /** What happened in each period. Periods follow on from each other. */
  events(periods: readonly CutSpan[]): readonly FoiCounts[];
  /**
   * Cases open on the last day of each period, by population and age band (in the order of
   * `ageBands`).
   */
  open(
    periods: readonly CutSpan[],
  ): readonly Readonly<Record<string, readonly (number | null)[]>>[];
  /** What was read in part of what is counted in some periods. */
  doubts(periods: readonly CutSpan[]): readonly FoiDoubt[];
  /** Kind and vintage of each extract, such as `SEN2 return 2025 (XML), as at 16 Jan 2025`. */
  readonly extracts: readonly string[];
  /** Last days that the extracts speak of requests and of plans. */
  readonly requestsTo: Day;
  readonly plansTo: Day;
  /** Days that the law gives for a plan, from the request. */
  readonly planDays: number;
}
