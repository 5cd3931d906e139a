import type { Comparability } from "../../../src/kpi/comparability";
import type { Unit } from "../../../src/kpi/unit";

/**
 * Where an indicator of ours stands in published statistics. Columns in lower case, with the
 * publisher's own slips of spelling.
 */
export interface PublishedMapping {
  readonly indicator: string;
  readonly dataset: string;
  readonly unit: Unit;
  /** The group that the figure is of, by our own breakdown and value; everybody where not given. */
  readonly group?: readonly [breakdown: string, value: string];
  /**
   * Values of filter columns that pick the rows, each one or several of which any will do: the
   * totals of a breakdown, or a measure.
   */
  readonly where: Readonly<Record<string, string | readonly string[]>>;
  /** Columns summed as numerator and denominator; a count has no denominator. */
  readonly numerator?: readonly string[];
  readonly denominator?: readonly string[];
  /**
   * The published figure itself, rounded by the publisher; worked out and rounded from the two
   * parts where the file has none.
   */
  readonly value?: string;
  readonly comparability: Comparability;
  readonly note: string | null;
  /**
   * The id under which we count by the published definition, where it differs from ours:
   * reconciliation compares like with like.
   * Absent where ours is the published one.
   */
  readonly variant?: string;
}
