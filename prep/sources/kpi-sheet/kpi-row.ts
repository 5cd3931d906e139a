import type { Day } from "../../calendar/day";
import type { Movement } from "../../../src/kpi/direction";
import type { Frequency } from "../../../src/kpi/frequency";
import type { Polarity } from "../../../src/kpi/polarity";
import type { DatedTarget } from "../../../src/kpi/dated-target";
import type { ComparatorKind, Target } from "../../../src/kpi/target";
import type { Tolerance } from "../../../src/kpi/tolerance";
import type { Unit } from "../../../src/kpi/unit";
import type { KpiCell } from "./cell";
import type { SheetPeriod } from "./period-text";

export interface KpiComparator {
  readonly kind: ComparatorKind;
  readonly cell: KpiCell;
}

/** A figure of a KPI for one of its periods. */
export interface KpiPoint {
  readonly cell: KpiCell;
  /** The column's period, as printed. */
  readonly period: SheetPeriod;
  /** The sheet calls the figure provisional. */
  readonly provisional: boolean;
  /**
   * Target and comparators of that period where they stand beside it; null for a figure that has
   * none of its own.
   */
  readonly beside: {
    readonly target: Target;
    readonly comparators: readonly KpiComparator[];
  } | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  /** The colour of the board's own rating: Red, Amber, Green or Blue. */
  readonly printedRating?: string | null;
}

/** One KPI of a sheet, as printed; corrections already applied and named. */
export interface KpiRow {
  /** Row of the sheet, from 1. */
  readonly line: number;
  /**
   * Letter of the board in order of appearance and the KPI's number, such as `A29`; how a
   * configuration names a row.
   */
  readonly ref: string;
  /** Number of the authority that a column of areas names; null where there is none. */
  readonly area: string | null;
  /** A part of the authority that the figures are of, in the sheet's words; absent for the whole. */
  readonly place?: string | null;
  /** Stable id, from the words of the name. */
  readonly id: string;
  readonly name: string;
  readonly board: string;
  readonly section: string;
  readonly priority: string | null;
  readonly lens: string | null;
  /** Null where the sheet says nothing: then neutral. */
  readonly polarity: Polarity | null;
  /** The sheet's own words for good performance. */
  readonly good: string | null;
  readonly unit: Unit;
  readonly decimals: number;
  readonly secondaryUnit: Unit | null;
  readonly secondaryDecimals: number | null;
  readonly frequency: Frequency;
  /** How often the columns are: a termly KPI stands in a monthly paper. */
  readonly columnFrequency: Frequency;
  readonly cumulative: boolean;
  /** In order of time. Current is the last, previous the one before it. */
  readonly current: KpiPoint | null;
  /**
   * The sheet prints a period for the current figure that was not understood: the figure has no
   * place.
   */
  readonly misdated: boolean;
  readonly previous: KpiPoint | null;
  /** The same figure a year before, or a benchmark year. */
  readonly priorYear: KpiPoint | null;
  /** Every figure of the row that is not among the three. */
  readonly earlier: readonly KpiPoint[];
  readonly target: Target;
  readonly targetCell: KpiCell;
  /** Targets with the days that they hold from, where the sheet names such; `target` is the last. */
  readonly milestones?: readonly DatedTarget[];
  readonly tolerance: Tolerance | null;
  readonly comparators: readonly KpiComparator[];
  /**
   * What the sheet printed as the current and previous figure and as the arrow between them;
   * audited, never used.
   */
  readonly printed: { readonly current: KpiCell | null; readonly previous: KpiCell | null };
  readonly printedArrow: Movement | null;
  readonly owner: string | null;
  readonly commentary: string | null;
  /** What is being done about it, in the sheet's words. */
  readonly action: string | null;
  readonly footprint: string | null;
  readonly cohort: string | null;
  readonly nextDue: Day | null;
  readonly headline: boolean;
  /** What was corrected and why, in words. */
  readonly corrections: readonly string[];
}
