export type Severity = "error" | "warning";

/** What was refused as a whole: nothing of it is counted. */
export type Refused = "file" | "table" | "column";

/**
 * Something the checks noticed in one place. It names the place and the rule and never carries a
 * personal value.
 */
export interface Finding {
  /** Id of the rule, such as `P10`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Name of the file, without its folder. */
  readonly file: string;
  /** Table of the extract, such as `person`; empty for a finding about a whole file. */
  readonly table: string;
  /**
   * The record's key in that file: its table id in a COLLECT export, else its position such as
   * `person 12 / requests 1`.
   */
  readonly record: string;
  /** Line of the file (row of the sheet), or null. */
  readonly line: number | null;
  /** Field as the file spells it, or null. */
  readonly field: string | null;
  /** What is wrong, in plain words. */
  readonly message: string;
  /** What to do about it. */
  readonly action: string;
  /**
   * Where the record's child is taught or was reported from: `urn:…`, `ukprn:…`, `laestab:…` or
   * `sensetting:…`; absent where nothing says so.
   */
  readonly school?: string;
  /** What was left out whole for it; absent where that is no more than a record or a value. */
  readonly refuses?: Refused;
}

/** Rows of one table of one file. Always `rowsIn === rowsOut + rowsRejected`. */
export interface RowCount {
  readonly file: string;
  readonly table: string;
  readonly rowsIn: number;
  readonly rowsOut: number;
  readonly rowsRejected: number;
}
