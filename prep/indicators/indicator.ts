import type { Frequency } from "../../src/kpi/frequency";
import type { Polarity } from "../../src/kpi/polarity";
import type { Unit } from "../../src/kpi/unit";
import type { StarTable } from "../star/declaration";
import type { Relations } from "./relations";
import type { BreakdownOf, DateOf, FlagOf, KnownOf, MeasureOf, NeedOf, UnitOf, View } from "./view";

/** The three views of a local area. */
export type Lens = "local profile" | "governance and assurance" | "outcomes";

/** Which of the three views a section belongs to. */
export const SECTION_LENS = {
  Population: "local profile",
  "SEN support and pupils": "local profile",
  Plans: "local profile",
  Placements: "local profile",
  Health: "local profile",
  "Mental health": "local profile",
  "Social care and youth justice": "local profile",
  "Money and personal budgets": "local profile",
  Travel: "local profile",
  "Requests and assessments": "governance and assurance",
  Timeliness: "governance and assurance",
  "Annual reviews": "governance and assurance",
  Disagreement: "governance and assurance",
  "Quality of provision": "governance and assurance",
  Workforce: "governance and assurance",
  "Data and systems": "governance and assurance",
  "Attendance and exclusion": "outcomes",
  "Attainment and early years": "outcomes",
  "Preparing for adulthood": "outcomes",
  Experience: "outcomes",
} as const satisfies Readonly<Record<string, Lens>>;

export type Section = keyof typeof SECTION_LENS;

/** The lens of a section of our list; undefined for any other. */
export const lensOf = (section: string): Lens | undefined =>
  Object.hasOwn(SECTION_LENS, section) ? SECTION_LENS[section as Section] : undefined;

/**
 * percent: 100 x numerator / denominator. count: numerator. mean: numerator / denominator. The
 * others are of the
 * measure.
 */
type Statistic = "count" | "percent" | "mean" | "median" | "p90" | "longest";

/** What is added up. */
type Summed<V extends View> = FlagOf<V> | MeasureOf<V>;

interface CommonCount<V extends View> {
  readonly statistic: Statistic;
  readonly numerator: Summed<V>;
  /** Measure of the median, 90th centile, longest. */
  readonly measure?: MeasureOf<V>;
  /**
   * Who should have been counted and could not be, and what they lack in words, after "3 of 60".
   * `of` are those that a count on a day looks at, the left out among them: all rows where it is
   * not given.
   */
  readonly leftOut?: {
    readonly flag: FlagOf<V>;
    readonly of?: FlagOf<V>;
    readonly lacking: string;
  };
  readonly breakdowns: readonly BreakdownOf<V>[];
  /**
   * Breakdowns of many small groups, such as wards and schools, for years, terms and census days
   * alone: by month they would be ones and twos.
   */
  readonly byYear?: readonly BreakdownOf<V>[];
}

/** What happened in a period: events, by one of their dates. */
export interface EventCount<V extends View = View> extends CommonCount<V> {
  readonly clock: "event";
  readonly date: DateOf<V>;
  readonly denominator?: Summed<V>;
  /**
   * What summed or listed measures are divided by at the end, so that whole numbers are summed: 7
   * where days are
   * told as weeks.
   */
  readonly per?: number;
  /** Name of the known days that it needs. */
  readonly known: KnownOf<V>;
  /** Only for years: the extract gives no finer date. */
  readonly yearly?: true;
  /** Only for quarters, as the publication has it. */
  readonly quarterly?: true;
  /** The event is complete only so many days later: later period ends are to be read with care. */
  readonly settlesAfterDays?: number;
}

/** How things stand on a day. */
export interface DayCount<V extends View = View> extends CommonCount<V> {
  readonly clock: "day";
  readonly statistic: "count" | "percent" | "longest";
  readonly denominator?: FlagOf<V>;
  /**
   * Name of something that must be there for it to be known at all, such as the school register.
   */
  readonly needs?: NeedOf<V>;
  /** Only on the days that this name says. */
  readonly known?: KnownOf<V>;
  /**
   * Also on the last day known, where that lies within a month: the figure is of use only while it
   * is new.
   */
  readonly atDataEnd?: true;
}

/** What happened in a school term: rows that carry the term they speak of. */
export interface TermCount<V extends View = View> extends CommonCount<V> {
  readonly clock: "term";
  readonly statistic: "count" | "percent";
  /** `roll` for the pupils of the academic year's January census. */
  readonly denominator?: Summed<V> | "roll";
  /**
   * Counts units (such as enrolments or persons) instead of sums: those whose numerator is above 0,
   * or at least
   * `share` per cent of their denominator.
   */
  readonly unit?: UnitOf<V>;
  readonly share?: number;
}

/**
 * What is found in the rows of a month, by the month that they were sent for: how many rows, or how
 * many units,
 * all of some flags hold for.
 */
export interface MonthCount<V extends View = View> {
  readonly clock: "month";
  readonly statistic: "count" | "percent" | "median" | "p90";
  /** Flags that must all hold for a row to be counted, or to be in the numerator. */
  readonly where: readonly FlagOf<V>[];
  /** Flags of the denominator: then it is a percentage. */
  readonly outOf?: readonly FlagOf<V>[];
  /** Counts each of these units once in a month and group; rows where not given. */
  readonly distinct?: UnitOf<V>;
  /** Measure of the median and 90th centile. */
  readonly measure?: MeasureOf<V>;
  /** Counts units once in so many months up to each, or in the financial year up to it. */
  readonly over?: number | "financial_year";
  /** Only the last month of each quarter, told as how the quarter ends. */
  readonly quarterly?: true;
  /** Flag of rows that the figure leaves out, so that it is to be read with care. */
  readonly leavesOut?: FlagOf<V>;
  readonly breakdowns: readonly BreakdownOf<V>[];
  /** Names of what must be there for a month to be known. */
  readonly needs?: NeedOf<V>;
  readonly known?: KnownOf<V>;
}

/** How an indicator is counted from a view: its clock, and names of the view's parts. */
export type CountOf<V extends View> = EventCount<V> | DayCount<V> | TermCount<V> | MonthCount<V>;

/** A count with the view that it is of. */
export type Count = CountOf<View> & { readonly view: View };

/** A count of one clock with the id of what is counted. */
export type CountBy<C extends Count["clock"]> = Extract<Count, { clock: C }> & {
  readonly id: string;
};

/** What an indicator is in words. */
interface IndicatorWords {
  readonly numerator: string;
  readonly denominator?: string;
  /** Who is left out and what else to know. */
  readonly note?: string;
}

/** A measure over the rows of a star table in Power BI, that readers slice as they like. */
export interface RowMeasureWords {
  readonly name: string;
  /** Name of a second measure, of the numerator alone. */
  readonly numeratorName?: string;
  /** Where the star has the rows under other names than the view. */
  readonly star?: {
    readonly table: StarTable;
    readonly date: string;
    readonly numerator: string;
    readonly denominator?: string;
  };
}

/** A column of the freedom of information pack. */
export interface FoiColumn {
  readonly id: string;
  readonly heading: string;
  /** What it counts, for the covering note. */
  readonly definition: string;
  /**
   * Groups that it is the sum of: columns that share one hang together when small numbers are
   * hidden.
   */
  readonly groups: readonly string[];
}

/** What every indicator says of itself, counted or not. */
interface CommonIndicator {
  /** Lower case with underscores, for counted, published and sheet KPIs alike. */
  readonly id: string;
  readonly name: string;
  /** Other ids and names that sheets and lists give it. */
  readonly aliases?: readonly string[];
  /** Its lens follows from it. */
  readonly section: Section;
  readonly unit: Unit;
  /** The unit's where not given. */
  readonly decimals?: number;
  readonly polarity: Polarity;
  /** How often it is meant to be read. */
  readonly frequency: Frequency;
  /** The figure runs on from the start of a year. */
  readonly cumulative?: true;
  readonly words: IndicatorWords;
  /**
   * Its parts are not people or cases that are each counted for themselves, such as the sessions of a
   * pupil: it has no confidence interval.
   */
  readonly countsCases?: false;
  /**
   * Indicator lists that name it: CDC (Council for Disabled Children), BUL (data bulletin), SHR,
   * BCP, BHM (council
   * papers), with their numbers.
   */
  readonly listedIn?: readonly string[];
}

/**
 * One record an indicator: what it is, how it is counted, and all that follows from it elsewhere.
 */
export interface Indicator extends CommonIndicator {
  /** Where its data come from, in words. */
  readonly source: string;
  /** Absent where nothing counts it. */
  readonly count?: Count;
  /** Where nothing counts it: a publication fills it, or a council does by hand. */
  readonly filled?: "published" | "kept by hand";
  readonly relations: Relations;
  /** Name in Power BI of the measure over the star's rows, where it has one. */
  readonly rowMeasure?: RowMeasureWords;
  /** Columns of the freedom of information pack that are its numerator and its denominator. */
  readonly foi?: { readonly numerator?: FoiColumn; readonly denominator?: FoiColumn };
}

/** An indicator that is counted from a view, as it is written down. */
interface CountedIndicator<V extends View> extends CommonIndicator {
  readonly count: CountOf<V>;
  /** How what it counts hangs together with what others count. It must say something. */
  readonly relations: Relations<V>;
  readonly rowMeasure?: RowMeasureWords | string;
  readonly foi?: Indicator["foi"];
}

/**
 * The indicators that are counted from a view, with their source in words. A misspelt flag, date or
 * breakdown does
 * not compile:
 *
 *     export const requestIndicators = defineIndicators({ view: requestView, source: "SEN2" }, [
 *       {
 *         id: "ehc_requests_refused_pct",
 *         name: "Requests refused",
 *         section: "Requests and assessments",
 *         unit: "percent",
 *         polarity: "neutral",
 *         frequency: "month",
 *         words: { numerator: "Decisions not to assess", denominator: "Decisions to assess or not" },
 *         count: {
 *           clock: "event",
 *           date: "decision_date",
 *           statistic: "percent",
 *           numerator: "refused",
 *           denominator: "decided",
 *           known: "requests",
 *           breakdowns: ["age_band"],
 *         },
 *         relations: [{ whole: "decided", parts: ["agreed", "refused"], exact: true }],
 *       },
 *     ]);
 */
export const defineIndicators = <const V extends View>(
  { view, source }: { readonly view: V; readonly source: string },
  records: readonly CountedIndicator<V>[],
): readonly Indicator[] =>
  records.map(({ count, relations, rowMeasure, ...record }) => ({
    ...record,
    source,
    count: { ...count, view } as Count,
    relations: relations as Relations,
    ...(rowMeasure === undefined
      ? {}
      : { rowMeasure: typeof rowMeasure === "string" ? { name: rowMeasure } : rowMeasure }),
  }));
