import { LONGEST_STEP, type Frequency } from "../../src/kpi/frequency";
import { isUpdated } from "../../src/kpi/updated";
import type { KpiValueRow } from "../star/kpi-value-row";
import { hasFigure, type KpiHistory } from "./current-figures";

/** Whether a figure is in a state: null where the figure cannot say (no rating, no direction). */
export type StateOf = (row: KpiValueRow) => boolean | null;

/**
 * What ends a run at its older end. After `other` the run is known to the full; after all else it
 * is at least as long:
 * `start` is the first row there is, `no_figure` a row without one, `unknown` a figure that cannot
 * say, `gap` periods
 * without a row.
 */
type RunEnd = "other" | "start" | "no_figure" | "unknown" | "gap";

/** How long a KPI has been in a state, up to its current figure. */
export interface RunLength {
  /**
   * Figures in a row. A figure that was only carried over into a later column is not counted again.
   */
  readonly periods: number;
  readonly carriedOver: boolean;
  /** The first of them. */
  readonly since: KpiValueRow;
  readonly end: RunEnd;
  /** The row just before; null where there is none. */
  readonly before: KpiValueRow | null;
  /**
   * Whether the last figure before a break was in the state too; null where the run was not broken,
   * or nothing says.
   */
  readonly alsoBefore: boolean | null;
}

/** The day a figure speaks of, where that is not simply the end of its period. */
const statedDay = ({ as_at, period_end }: KpiValueRow): number | null =>
  as_at === period_end ? null : as_at;

const follows = (row: KpiValueRow, earlier: KpiValueRow): boolean =>
  row.period_end - earlier.period_end <= LONGEST_STEP[row.frequency];

const isCarriedOver = (row: KpiValueRow, earlier: KpiValueRow, frequency: Frequency): boolean =>
  follows(row, earlier) &&
  hasFigure(earlier) &&
  !isUpdated({
    value: row.value,
    previous: earlier.value,
    asAt: statedDay(row),
    previousAsAt: statedDay(earlier),
    frequency,
    columnFrequency: row.frequency,
  });

/** Place of the row that a figure was new in. */
function originOf(rows: readonly KpiValueRow[], place: number, frequency: Frequency): number {
  let first = place;
  while (first > 0 && isCarriedOver(rows[first], rows[first - 1], frequency)) first -= 1;
  return first;
}

/**
 * The run of a state that ends with the current figure, counted back period by period and never
 * over a period that has
 * no figure. `frequency` is how often the indicator is made, which may be less often than its
 * columns are. The current
 * figure must be in the state.
 */
export function runOf(
  { rows, current }: KpiHistory,
  stateOf: StateOf,
  frequency: Frequency,
): RunLength {
  let first = originOf(rows, current, frequency);
  let carriedOver = first < current;
  for (let periods = 1; ; periods++) {
    const ended = (
      end: RunEnd,
      before: KpiValueRow | null,
      alsoBefore: boolean | null = null,
    ): RunLength => ({ periods, carriedOver, since: rows[first], end, before, alsoBefore });
    if (first === 0) return ended("start", null);
    const before = rows[first - 1];
    const broken = !follows(rows[first], before) ? "gap" : !hasFigure(before) ? "no_figure" : null;
    if (broken !== null) {
      const last = rows.slice(0, first).filter(hasFigure).at(-1);
      return ended(broken, before, last ? stateOf(last) : null);
    }
    const origin = originOf(rows, first - 1, frequency);
    const state = stateOf(rows[origin]);
    if (state !== true) return ended(state === null ? "unknown" : "other", before);
    carriedOver ||= origin < first - 1;
    first = origin;
  }
}
