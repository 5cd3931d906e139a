import type { TextColumn } from "./column";

/**
 * A table as a scanner found it: every value still text, nothing decoded, nothing dropped.
 * Column names are as in the file but trimmed and lower-cased; the first spelling is kept in
 * `spelling`.
 */
export interface RawTable {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, TextColumn>;
  /** Lower-cased column name to the spelling that the file has. */
  readonly spelling: ReadonlyMap<string, string>;
  /** Line (from 1) of the file on which each row starts. For a workbook: the row of the sheet. */
  readonly lines: Int32Array;
  /** XML only: the row of the enclosing record in its own table, or -1 at the top. */
  readonly parents: Int32Array | null;
}
