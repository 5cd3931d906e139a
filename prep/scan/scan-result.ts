import type { RawTable } from "../columns/raw-table";

/** Something a scanner could not read, or read only in part. Never carries a value of the file. */
export interface ScanProblem {
  /** Stable word for the kind, such as `xml-truncated`, `xml-mismatched-tag`, `csv-ragged-row`. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /**
   * Plain words for the user: what is wrong and what to do. No personal value, no content of a
   * field.
   */
  readonly message: string;
  readonly line: number | null;
  /** Byte offset in the (decoded UTF-8) file. */
  readonly offset: number | null;
  /** How many rows were lost through it (0 when nothing was). */
  readonly rowsRejected: number;
}

/** A column or element with text that was not asked for. */
export interface PassedOver {
  readonly table: string;
  /** Its heading or element name as the file spells it: in a file without its headings a value. */
  readonly name: string;
  /** Number of the column from 1; null for an element. */
  readonly position: number | null;
}

export interface ScanResult {
  readonly tables: readonly RawTable[];
  readonly problems: readonly ScanProblem[];
  /** Bytes read, before any transcoding. */
  readonly bytes: number;
  /** Records begun in the file, per table: rows in = rows out + rows rejected. */
  readonly rowsSeen: ReadonlyMap<string, number>;
  /** What was not asked for; of a reader of many XML files only what no earlier file had. */
  readonly passedOver: readonly PassedOver[];
  /**
   * Records were lost, or the file breaks off: what it holds is not to be counted as whole. The
   * problems say how many rows and where.
   */
  readonly readInPart: boolean;
  /** Rows kept that have more or fewer fields than the others: their values may stand elsewhere. */
  readonly uneven: number;
  /**
   * Reading stopped before the end of the file, or the file ends within a record: nobody knows how
   * much is missing.
   */
  readonly brokenOff: boolean;
}
