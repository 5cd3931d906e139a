import type { Day } from "../../calendar/day";
import type { TermIndex } from "../../calendar/terms";
import type { DecodedColumns } from "../../columns/decoded-columns";
import type { CensusTableName } from "./fields";

export type CensusForm = "xml" | "collect-csv";
export const censusForms: Readonly<Record<CensusForm, string>> = { xml: "XML", "collect-csv": "COLLECT export" };

/** One table of a census over all its schools. Rows keep the order of the files; rejected rows are gone (see `RowCount`). */
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

/** The school census of one term as read from one or hundreds of files. */
export interface Census {
  readonly forms: readonly CensusForm[];
  readonly files: readonly string[];
  readonly authority: string | null;
  /** Calendar year of the census. */
  readonly year: number;
  /** The term of the census day. Attendance speaks of the term before it, suspensions of the one before that. */
  readonly term: TermIndex;
  readonly referenceDate: Day;
  readonly tables: Readonly<Record<CensusTableName, CensusTable>>;
  /** Tables that no file had, so that what they hold cannot be counted. */
  readonly absent: ReadonlySet<CensusTableName>;
}
