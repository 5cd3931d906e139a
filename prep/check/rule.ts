import type { Severity } from "./finding";

/** What a rule says of one place. `message` replaces the rule's own where the place needs its own words. */
export interface Hit {
  readonly row: number;
  readonly field?: string;
  readonly message?: string;
  readonly severity?: Severity;
}

/** A check as a row of data and a predicate over a source `S`. */
export interface Rule<S> {
  /** Our own id, such as `P10`. */
  readonly id: string;
  readonly severity: Severity;
  /** Table whose rows it speaks of. */
  readonly table: string;
  /** Column (lower case) that is at fault, or null when it is the whole record. */
  readonly field: string | null;
  /** What is wrong, in plain words, without values. */
  readonly message: string;
  /** What to do. */
  readonly action: string;
  /** Where the rule comes from, in words. */
  readonly basis: string;
  /** Rows at fault. */
  readonly find: (source: S) => Iterable<Hit>;
}
