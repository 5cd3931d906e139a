/**
 * What is found of all the rows of a unit, such as the first contact of a referral, declared once:
 * worked out over columns (reduce-rows.ts) and printed as SQL (prep/sql/print-reduction.ts). Rows
 * of no unit are passed over. Names are those of the view's dates and flags.
 */
export type UnitReduction = {
  /** Unit of the view. */
  readonly by: string;
} & (
  | {
      /** Whether any row has a flag. */
      readonly find: "any";
      readonly where: string;
    }
  | {
      /** Whether over half of the rows that have one flag have another. */
      readonly find: "most";
      readonly of: string;
      readonly where: string;
    }
  | {
      /** The first or second day of the rows that have a flag. Two rows of one day are two. */
      readonly find: "first" | "second";
      readonly day: string;
      readonly where: string;
    }
  | {
      /** The last day, where no row is without one. */
      readonly find: "last_of_all";
      readonly day: string;
    }
  | {
      /**
       * One row: the first that has the first of some flags, else the first that has the second,
       * and so on. Rows are in the order of the platform's numbers of them.
       */
      readonly find: "row";
      readonly prefer: readonly string[];
    }
);

/**
 * The second row of a unit in an order of days, whose first has a flag: of all rows, or of those of
 * one financial year.
 */
export interface SecondRow {
  readonly by: string;
  readonly where: string;
  readonly day: string;
  /** What rows of one day are ordered by, the smaller first; no value comes before all. */
  readonly then: readonly string[];
  /** Flag of the first. */
  readonly first: string;
}
