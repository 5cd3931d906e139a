import type { SparseRow } from "./sparse-row";

/** A figure that may be published, as a sum of unknowns. */
export interface Cell {
  readonly row: SparseRow;
  /** The unknown that stands for the whole sum in the coarse relations, where there is one. */
  readonly span?: number;
  readonly value: number;
  /** Must be hidden, whatever else is. */
  readonly sensitive: boolean;
  /**
   * What is known of the figure where it is published: the figure itself, or the ends of what it is
   * rounded from.
   */
  readonly shown: readonly [low: number, high: number];
  /** What is known of it where it is hidden. */
  readonly hidden: readonly [low: number, high: number];
  /** It is of one group of a breakdown, not of everybody. */
  readonly ofGroup?: boolean;
  /** A sum of something that need not be whole, such as weeks. */
  readonly fractional?: boolean;
  /** Readers know it already: hiding it would hide nothing. */
  readonly fixed?: boolean;
}
