import type { Day } from "../calendar/day";
import type { Frequency } from "../calendar/periods";
import type { Coverage, Gap } from "./gap";

/** One counted figure before it becomes a row of `kpi_value`. */
export interface Figure {
  readonly indicator: string;
  readonly frequency: Frequency;
  readonly start: Day;
  readonly end: Day;
  readonly label: string;
  readonly breakdown: string;
  readonly breakdownValue: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly status: "ok" | "not_available" | "not_applicable";
  /** Why there is no figure, in words; null when there is one. */
  readonly statusText: string | null;
  /** Why to read it with care; null when it is comparable. */
  readonly caution: string | null;
  readonly asAt: Day | null;
  /**
   * What of the rows themselves could not be counted, where the indicator says who should have
   * been.
   */
  readonly gap?: Gap;
  /**
   * Periods without which its group would not be told of, where nobody is in the group in its own.
   */
  readonly shownBy?: readonly Pick<Figure, "start" | "end">[];
  /** How much is left out of it, once the gate has looked. */
  readonly coverage?: Coverage;
}

export type Emit = (figure: Figure) => void;

/** What was counted, or why there is no figure. */
export type Outcome = Pick<Figure, "numerator" | "denominator" | "value" | "status" | "statusText">;

/** Value and status of counts: a zero denominator gives no value and not_applicable, never 0. */
export function valued(
  statistic: "count" | "percent" | "mean",
  numerator: number,
  denominator: number | null,
): Outcome {
  if (statistic === "count")
    return { numerator, denominator: null, value: numerator, status: "ok", statusText: null };
  if (!denominator)
    return {
      numerator,
      denominator: 0,
      value: null,
      status: "not_applicable",
      statusText: "Nobody to count",
    };
  return {
    numerator,
    denominator,
    value: ((statistic === "percent" ? 100 : 1) * numerator) / denominator,
    status: "ok",
    statusText: null,
  };
}

/** What a figure leaves out of its own rows, where its indicator says who could not be counted. */
export const gapOf = (
  { leftOut }: { readonly leftOut?: { readonly lacking: string } },
  missed: number | undefined,
  counted: number,
): Gap | undefined =>
  leftOut && missed !== undefined
    ? { kind: "rows", eligible: counted + missed, leftOut: missed, why: leftOut.lacking }
    : undefined;

const EVERYBODY = { breakdown: "all", breakdownValue: "all" };

/** What the figures of one indicator and period share, whatever their group. */
export type FigureOfAllGroups = Pick<
  Figure,
  "indicator" | "frequency" | "start" | "end" | "label" | "breakdown" | "caution" | "asAt"
>;

/**
 * The figure of a group. Field by field: there are hundreds of thousands, and putting the parts
 * together by spreading them takes five times as long.
 */
export const figureOf = (
  about: FigureOfAllGroups,
  breakdownValue: string,
  outcome: Outcome,
  gap?: Gap,
): Figure => ({
  indicator: about.indicator,
  frequency: about.frequency,
  start: about.start,
  end: about.end,
  label: about.label,
  breakdown: about.breakdown,
  breakdownValue,
  numerator: outcome.numerator,
  denominator: outcome.denominator,
  value: outcome.value,
  status: outcome.status,
  statusText: outcome.statusText,
  caution: about.caution,
  asAt: about.asAt,
  gap,
});

export const notAvailable = (why: string): Outcome & Pick<Figure, "caution"> => ({
  numerator: null,
  denominator: null,
  value: null,
  status: "not_available",
  statusText: why,
  caution: null,
});

/** Says why a period has no figure; for everybody where no group is named. */
export const missingFigure = (
  about: Pick<Figure, "indicator" | "frequency" | "start" | "end" | "label">,
  why: string,
  { breakdown, breakdownValue }: Pick<Figure, "breakdown" | "breakdownValue"> = EVERYBODY,
): Figure =>
  figureOf({ ...about, breakdown, caution: null, asAt: null }, breakdownValue, notAvailable(why));
