import type { ChartMark } from "../kpi/chart-mark";
import type { Comparability } from "../kpi/comparability";
import type { Direction, Judgement, Movement } from "../kpi/direction";
import type { Frequency } from "../kpi/frequency";
import type { NumberForm } from "../kpi/number-format";
import type { StatusLevel } from "../kpi/own-status";
import type { RatingProfile } from "../kpi/rating-profile";
import type { Polarity } from "../kpi/polarity";
import type { RatingResult } from "../kpi/rate";
import type { Rating } from "../kpi/rating";
import type { QuartileLimits, QuartileBand } from "../kpi/quartile";
import type { AverageMethod } from "../kpi/average";
import type { SpcChart } from "../kpi/spc";
import type { Period } from "./period";

/** One figure of a KPI's own area. */
export interface Point {
  /** Row of the data view. */
  readonly row: number;
  readonly period: Period;
  readonly value: number | null;
  readonly secondary: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly target: number | null;
  /** The target itself does not meet it, as of `<5`. */
  readonly strict: boolean;
  readonly rating: RatingResult;
  /** Why there is no value, in the source's words; or the sentence that the KPI is. */
  readonly words: string | null;
  readonly comparability: Comparability;
  readonly mark: ChartMark;
  /** Its confidence interval, where the data gives both ends. */
  readonly interval: readonly [lower: number, upper: number] | null;
}

/** A figure that ours is held against. */
export interface Comparator {
  readonly value: number | null;
  /** A second figure, or words where there is no number. */
  readonly words: string | null;
  readonly period: string | null;
  /** Where it is from, in the words of the data. */
  readonly from?: string | null;
  readonly comparability: Comparability;
  readonly note: string | null;
}

/** A figure of a comparator with the period that it is of, which need not be one of ours. */
export interface PastFigure {
  readonly period: Period;
  readonly value: number;
}

/** How a figure stands to the end of a trajectory. */
export interface EndStatus {
  readonly target: number;
  /** The day by which it is to be reached, since 1970-01-01. */
  readonly by: number;
  /** The target itself does not do: `< 5`. */
  readonly strict?: true;
  /** It is a comparator's own figure: `below national`. */
  readonly follows?: true;
  readonly rating: Rating;
}

/** A named figure beside ours: an area, or an author's own comparator. */
export interface NamedFigure {
  readonly name: string;
  readonly value: number | null;
  /** Of which period it is, where the data says. */
  readonly period?: string;
}

/**
 * The neighbours' average with how it was made; the count of areas is null where the data does not
 * say.
 */
export interface NeighbourAverage extends Comparator {
  /** Where it has a name of its own, such as that of an area that covers the others. */
  readonly name?: string;
  readonly method: AverageMethod | "published" | null;
  readonly areaCount: number | null;
  readonly listed: number | null;
}

/** Own authority among its statistical neighbours, all in one period. */
export interface Neighbours {
  readonly areas: readonly NamedFigure[];
  readonly own: NamedFigure;
  readonly period: string | null;
  readonly model: string | null;
  /**
   * Rank among the areas with a value, own included; 1 is best. Null where neither end is better.
   */
  readonly rank: number | null;
  readonly rankOf: number;
  readonly limits: QuartileLimits | null;
  readonly band: QuartileBand | null;
}

/** What the row says besides figures; null where the data has no such field or it is blank. */
export interface Notes {
  readonly owner: string | null;
  readonly commentary: string | null;
  readonly action: string | null;
  readonly dueDate: string | null;
  readonly progress: string | null;
  readonly definition: string | null;
  readonly source: string | null;
  readonly cohort: string | null;
  readonly footprint: string | null;
  readonly comparability: string | null;
}

/** What the author says of a KPI, beside what the figures say. */
export interface OwnView {
  readonly status: string | null;
  readonly level: StatusLevel;
  readonly direction: string | null;
  readonly judgement: Judgement | null;
  readonly movement: Movement | null;
}

/** Something that was not understood, or taken one way of two. */
export interface Doubt {
  readonly key:
    "doubt_order" | "doubt_differ" | "doubt_scale" | "doubt_words" | "doubt_year" | "doubt_share";
  /** What the data says, and in which well where that is not plain. */
  readonly said: string;
  readonly well: string;
}

/** A row of the scorecard. */
export interface Kpi {
  /** Stable over updates; not for people. */
  readonly key: string;
  /** With the area, where the scorecard holds several. */
  readonly name: string;
  /** Name without the area, and what the same KPI of other areas has too. */
  readonly indicator: string;
  readonly indicatorKey: string;
  readonly area: string | null;
  readonly number: string | null;
  readonly priority: string | null;
  readonly section: string | null;
  readonly subsection: string | null;
  readonly lens: string | null;
  readonly headline: boolean;
  readonly polarity: Polarity;
  readonly form: NumberForm;
  readonly secondaryForm: NumberForm;
  readonly frequency: Frequency;
  /** All rows of its own figures. */
  readonly rows: readonly number[];
  /** Up to the latest. */
  readonly series: readonly Point[];
  /** Periods after the latest, for their targets. */
  readonly ahead: readonly Point[];
  readonly latest: Point;
  /** The last point with a value before a latest point without one. */
  readonly lastKnown: Point | null;
  readonly previous: {
    readonly value: number | null;
    readonly secondary: number | null;
    readonly period: string | null;
  };
  readonly baseline: { readonly value: number; readonly date: string | null } | null;
  /** Words for a target that is no number, such as "Below national" or "TBC". */
  readonly targetWords: string | null;
  readonly direction: Direction;
  /**
   * Figures that the judgement of the direction is a special cause of; null where it compares the
   * last two.
   */
  readonly judgedOver: number | null;
  readonly own: OwnView;
  /** The rule that its figures are rated by, where that is not the usual one. */
  readonly rule: RatingProfile["id"] | null;
  /** How it stands to the last of its milestones, in the words of the data. */
  readonly endStatus: string | null;
  /** The same as it is worked out; null without a trajectory. */
  readonly end: EndStatus | null;
  /** Distance from the target on the wrong side, in tolerances. */
  readonly distance: number | null;
  readonly england: Comparator | null;
  readonly region: (Comparator & { readonly name: string }) | null;
  readonly average: NeighbourAverage | null;
  readonly neighbours: Neighbours | null;
  readonly others: readonly NamedFigure[];
  /** Figures of a comparator in order of time, each with its own period, for the trend. */
  readonly history: {
    readonly england: readonly PastFigure[];
    readonly neighbours: readonly PastFigure[];
  };
  /** The control chart, worked out when first asked for; null below the fewest points. */
  readonly spc: (byParts?: boolean) => SpcChart | null;
  /** Day, since 1970-01-01. */
  readonly asAt: number | null;
  readonly nextDue: number | null;
  readonly stale: boolean;
  /** What periods without a year were taken to begin with, where they were. */
  readonly begins: number | "Q1" | null;
  readonly doubts: readonly Doubt[];
  readonly notes: Notes;
  readonly tooltips: readonly { readonly name: string; readonly text: string }[];
  /** False while another visual highlights other rows. */
  readonly lit: boolean;
  /** The author's conditional colour of the value, where one is set. */
  readonly colour: string | null;
  /** The same for the row behind it. */
  readonly background: string | null;
}

/** All that is drawn. */
export interface Scorecard {
  readonly kpis: readonly Kpi[];
  /** Latest day that any figure speaks of, and when the data was refreshed. */
  readonly asAt: number | null;
  readonly refreshed: number | null;
  readonly regionName: string | null;
  /** Headings of columns that are the author's fields. */
  readonly headings: Readonly<Record<string, string | undefined>>;
  /** Wells that have a field. */
  readonly wells: ReadonlySet<string>;
  /** What is the matter with the data, as keys of the texts with their numbers. */
  readonly warnings: readonly Warning[];
}

export interface Warning {
  readonly key:
    "warning_more_rows" | "warning_doubled_periods" | "warning_doubts" | "warning_no_indicator";
  readonly count: number;
}
