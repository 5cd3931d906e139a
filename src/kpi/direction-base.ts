import { follows, type Frequency } from "./frequency";

/** One figure of a series, with the last day of its period as whole days since 1970-01-01. */
export interface SeriesPoint {
  readonly end: number;
  readonly value: number | null;
}

export type DirectionBase = "previous_period" | "same_period_last_year" | "baseline";

const YEAR = 365.25;
/** Terms move with Easter by up to three weeks; the same month last year ends within a day. */
const SLACK = 21;

/**
 * The base that a KPI is compared with by default: a cumulative figure grows, so it is held against
 * the same point last year.
 */
export const defaultBase = (frequency: Frequency, cumulative: boolean): DirectionBase =>
  cumulative || frequency === "year_to_date" ? "same_period_last_year" : "previous_period";

/**
 * The point of the period just before, also when it has no value; null after a gap, so that no
 * arrow skips a missing period.
 */
export function previousPoint<P extends SeriesPoint>(
  series: readonly P[],
  index: number,
  frequency: Frequency,
): P | null {
  if (index < 1) return null;
  const before = series[index - 1];
  return follows(before.end, series[index].end, frequency) ? before : null;
}

/** The point whose period ended a year before, within three weeks; null where there is none. */
export function lastYearPoint<P extends SeriesPoint>(
  series: readonly P[],
  index: number,
): P | null {
  const wanted = series[index].end - YEAR;
  let best: P | null = null;
  for (const point of series.slice(0, index)) {
    const distance = Math.abs(point.end - wanted);
    if (distance <= SLACK && (best === null || distance < Math.abs(best.end - wanted)))
      best = point;
  }
  return best;
}

/** The figure that a point of a series, in order of time, is compared with. */
export function baseOf(
  series: readonly SeriesPoint[],
  index: number,
  base: DirectionBase,
  { frequency, baseline = null }: { frequency: Frequency; baseline?: number | null },
): number | null {
  if (base === "baseline") return baseline;
  const point =
    base === "previous_period"
      ? previousPoint(series, index, frequency)
      : lastYearPoint(series, index);
  return point?.value ?? null;
}
