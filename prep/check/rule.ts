import type { Refused, Severity } from "./finding";

/**
 * What a rule says of one place. `message` and `severity` replace the rule's own where the place
 * needs its own.
 */
export interface Hit {
  /** Row of the table, or -1 for the whole of it. */
  readonly row: number;
  /** Table of the row, where it is not the rule's own. */
  readonly table?: string;
  /** Column (lower case) or null, where it is not the rule's own. */
  readonly field?: string | null;
  readonly message?: string;
  readonly severity?: Severity;
}

/** What a rule says, without how it is found: a row of the list of rules. */
export interface RuleText {
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
  /**
   * What is left out whole for it, where it is an error; absent where that is no more than a record
   * or a value.
   */
  readonly refuses?: Refused;
}

/** A check as a row of data and a predicate over a source `S`. */
export interface Rule<S> extends RuleText {
  /** Rows at fault. */
  readonly find: (source: S) => Iterable<Hit>;
}
