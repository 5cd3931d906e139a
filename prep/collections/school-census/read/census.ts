import type { Day } from "../../../calendar/day";
import { type TermIndex, termLabel } from "../../../calendar/terms";
import type { RecordPlace } from "../../../check/run";
import type { Gap } from "../../../indicators/gap";
import type { DecodedColumns } from "../../../columns/decoded-columns";
import type { CensusTableName } from "../fields/fields";

export type CensusForm = "xml" | "collect-csv";
export const censusForms: Readonly<Record<CensusForm, string>> = {
  xml: "XML",
  "collect-csv": "COLLECT export",
};

/**
 * One table of a census over all its schools. Rows keep the order of the files; rejected rows are
 * gone (see
 * `RowCount`).
 */
export interface CensusTable extends DecodedColumns {
  readonly name: CensusTableName;
  readonly rowCount: number;
  /** Row of the parent table for each row. */
  readonly parent: Int32Array;
  readonly lines: Int32Array;
  /** File of a row, without its folder. */
  file(row: number): string;
  /** Key of a row to print in findings. */
  record(row: number): string;
  /** Row of the table of schools that a row hangs under. */
  schoolRow(row: number): number;
}

/** How many terms before its own a census tells attendance and suspensions of. */
export interface CensusLags {
  readonly attendance: number;
  readonly suspension: number;
}

/**
 * The Department for Education's: attendance of the term before (data items of the school census),
 * suspensions two terms in arrears, so that reviews are over by then (methodology of the exclusion
 * statistics, 4.1). Since the autumn of 2019 a census has those of the term in between too, early
 * and to be
 * told again (summary report of the spring census of 2022, table 12).
 */
export const censusLags: CensusLags = { attendance: 1, suspension: 2 };

/** The school census of one term as read from one or hundreds of files. */
export interface Census {
  readonly forms: readonly CensusForm[];
  readonly files: readonly string[];
  readonly authority: string | null;
  /** Calendar year of the census. */
  readonly year: number;
  /**
   * The term of the census day. Attendance and suspensions speak of earlier ones (`CensusLags`).
   */
  readonly term: TermIndex;
  readonly referenceDate: Day;
  readonly tables: Readonly<Record<CensusTableName, CensusTable>>;
  /** Tables that no file had, so that what they hold cannot be counted. */
  readonly absent: ReadonlySet<CensusTableName>;
  /** Names with values that no item of the census has, by table, in small letters. */
  readonly strangers: ReadonlyMap<string, readonly string[]>;
  /**
   * What its tables lack as a whole, and columns (`table.column`) that have a file of their own:
   * rows lost or rejected, files that break off or are not there.
   */
  readonly gaps: ReadonlyMap<string, readonly Gap[]>;
}

/** `School census Spring 2025`. */
export const describeTerm = ({ term }: { readonly term: TermIndex }): string =>
  `School census ${termLabel(term)}`;

/**
 * Names a place in a census table: its file, the record's key, the line and the field as the file
 * spells
 * it. Row -1 is the whole table.
 */
export const placeIn = (table: CensusTable, row: number, field: string | null): RecordPlace => ({
  file: table.file(row),
  record: row < 0 ? "" : table.record(row),
  line: row < 0 ? null : table.lines[row] || null,
  field: field === null ? null : table.spelling(field),
});
