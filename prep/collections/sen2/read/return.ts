import type { DecodedColumns } from "../../../columns/decoded-columns";
import type { Day } from "../../../calendar/day";
import type { Sen2TableName } from "../fields/fields";
import type { Gap } from "../../../indicators/gap";

/** The forms of a return in words. */
export const formNames: Readonly<Record<Sen2Form, string>> = {
  xml: "XML",
  "collect-csv": "COLLECT export",
  template: "submission template",
  workbook: "pre-submission workbook",
};

export type Sen2Form = "xml" | "collect-csv" | "template" | "workbook";

/**
 * One table of a return, decoded. Rows keep their order in the file; rejected rows are gone (see
 * `RowCount`).
 */
export interface Sen2Table extends DecodedColumns {
  readonly name: Sen2TableName;
  readonly rowCount: number;
  /** File that the rows came from, without its folder. */
  readonly file: string;
  /** Row of the parent table for each row. */
  readonly parent: Int32Array;
  /** Line of the file (row of the sheet). */
  readonly lines: Int32Array;
  /**
   * Key of each row to print in findings: its table id in a COLLECT export, else its place such as
   * `person 12 / requests 1`.
   */
  record(row: number): string;
}

/**
 * A whole SEN2 return (or an in-year extract in its layout) as read from one file or set of files.
 */
export interface Sen2Return {
  readonly form: Sen2Form;
  /** Names of its files, without folders. */
  readonly files: readonly string[];
  readonly authority: string | null;
  /**
   * Collection year: the header's, else worked out from the content (docs/reading-education.md).
   */
  readonly year: number;
  readonly yearFromHeader: boolean;
  /** The header's, else the census date of the year. */
  readonly referenceDate: Day;
  readonly referenceDateFromHeader: boolean;
  /** Header DateTime as text that sorts, or empty. */
  readonly dateTime: string;
  readonly tables: Readonly<Record<Sen2TableName, Sen2Table>>;
  /**
   * What its tables lack as a whole: rows that were lost or rejected, a table that is not there, a
   * file that breaks off.
   */
  readonly gaps: Readonly<Record<Sen2TableName, readonly Gap[]>>;
  /** Columns with values whose names are not known, in lower case. */
  readonly strangers: Readonly<Record<Sen2TableName, readonly string[]>>;
}
