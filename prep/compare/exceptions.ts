import { adverseDistance } from "../../src/kpi/adverse-distance";
import {
  bySeverity,
  exceptionKind,
  type ExceptionKind,
  type RowSeverity,
} from "../../src/kpi/exception";
import type { Frequency } from "../../src/kpi/frequency";
import type { KpiValueRow } from "../star/kpi-value-row";
import { currentFigures, type KpiHistory } from "./current-figures";
import { runOf, type RunLength, type StateOf } from "./run-length";

/** How far a figure is on the wrong side of its target; negative on the right side. */
interface Distance {
  readonly amount: number;
  /** In tolerances of the KPI; where it has none, in per cent of its target. */
  readonly measure: "tolerances" | "percent_of_target";
}

/** A KPI that misses its target or is worsening, by its current figure. */
export interface KpiException {
  readonly kind: ExceptionKind;
  readonly figure: KpiValueRow;
  /** Null where the figure is not rated, or the target is 0 and there is no tolerance. */
  readonly distance: Distance | null;
  /** How long it has missed its target; null where it does not. */
  readonly missed: RunLength | null;
  /**
   * How long it has been worsening, each time against its own comparable period; null where it is
   * not.
   */
  readonly worsening: RunLength | null;
  /**
   * The row after the current figure, which has none; null where the figure is of the latest
   * period.
   */
  readonly later: KpiValueRow | null;
}

export interface Exceptions {
  /** Missed, and rated and worsening; the most severe first. */
  readonly exceptions: readonly KpiException[];
  /**
   * Worsening without a rating: no exceptions, for there is no target to be one against. The
   * longest first.
   */
  readonly notRated: readonly KpiException[];
  /** The current figure of every KPI that has one. */
  readonly current: readonly KpiValueRow[];
}

const isMissed: StateOf = ({ rating }) =>
  rating === null || rating === "not_rated" ? null : rating === "missed";
const isWorsening: StateOf = ({ judgement }) =>
  judgement === null ? null : judgement === "worsening";

/** Nothing that a person could print is this small: what is, is noise of binary fractions. */
const withoutNoise = (value: number): number => Number(value.toPrecision(12));

const toleranceOf = ({ lower, upper }: KpiValueRow): number =>
  lower === null || upper === null ? 0 : upper - lower;

function distanceOf(row: KpiValueRow): Distance | null {
  const { rating, gap, target } = row;
  if (rating === null || rating === "not_rated" || gap === null || target === null) return null;
  const tolerance = toleranceOf(row);
  if (tolerance > 0) return { amount: withoutNoise(-gap / tolerance), measure: "tolerances" };
  return target === 0
    ? null
    : { amount: withoutNoise((-100 * gap) / Math.abs(target)), measure: "percent_of_target" };
}

/**
 * What rows of different measures are put in order by: a tenth of the target stands in for a
 * tolerance.
 */
function severityOf(row: KpiValueRow): RowSeverity {
  const { rating_reason: reason, gap, lower, upper, target } = row;
  const rating = row.rating ?? "not_rated";
  return {
    rating,
    distance: adverseDistance(
      { rating, reason, gap, lower, upper, tolerance: toleranceOf(row) },
      target,
    ),
  };
}

function exceptionOf(
  history: KpiHistory,
  frequencies: ReadonlyMap<string, Frequency>,
): KpiException[] {
  const figure = history.rows[history.current];
  const kind = exceptionKind(figure.rating, figure.judgement);
  if (kind === null) return [];
  const run = (state: StateOf): RunLength | null =>
    state(figure)
      ? runOf(history, state, frequencies.get(figure.indicator_id) ?? figure.frequency)
      : null;
  return [
    {
      kind,
      figure,
      distance: distanceOf(figure),
      missed: run(isMissed),
      worsening: run(isWorsening),
      later: history.rows[history.current + 1] ?? null,
    },
  ];
}

const lengthOf = ({ missed, worsening }: KpiException): number =>
  (missed ?? worsening)?.periods ?? 0;
const byId = (a: KpiException, b: KpiException): number =>
  a.figure.indicator_id < b.figure.indicator_id
    ? -1
    : a.figure.indicator_id > b.figure.indicator_id
      ? 1
      : 0;

const inOrder = (a: KpiException, b: KpiException): number =>
  bySeverity(severityOf(a.figure), severityOf(b.figure)) || lengthOf(b) - lengthOf(a) || byId(a, b);

/**
 * The KPIs that miss their target or are worsening, by the figure that each is read by now.
 * `frequencies` says how
 * often each indicator is meant to be read. Rating, gap and direction are taken from the rows,
 * which src/kpi has
 * rated; nothing is rated again here. A figure that is not rated is never an exception; a row
 * without a figure,
 * suppressed ones among them, is neither one nor part of how long.
 */
export function exceptionsOf(
  rows: readonly KpiValueRow[],
  frequencies: ReadonlyMap<string, Frequency>,
): Exceptions {
  const histories = currentFigures(rows, frequencies);
  const all = histories.flatMap((history) => exceptionOf(history, frequencies)).sort(inOrder);
  const current = histories.map(({ rows: history, current: place }) => history[place]);
  return {
    exceptions: all.filter(({ kind }) => kind !== "worsening_not_rated"),
    notRated: all.filter(({ kind }) => kind === "worsening_not_rated"),
    current,
  };
}
