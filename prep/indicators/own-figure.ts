import type { Day } from "../calendar/day";

/**
 * A figure of ours, counted from that year's return alone, or from the census that tells of the
 * term.
 */
export interface OwnFigure {
  readonly indicator: string;
  /** Breakdown and value; everybody where not given. */
  readonly group?: readonly [breakdown: string, value: string];
  readonly frequency: string;
  readonly end: Day;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}
