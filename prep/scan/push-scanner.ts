import type { RawTable } from "../columns/raw-table";
import type { PassedOver } from "./scan-result";

/** A reader that bytes are pushed into, split anywhere. */
export interface PushScanner {
  /**
   * Takes the next bytes, which are UTF-8 without a byte-order mark. What is needed of them is
   * copied.
   */
  push(bytes: Uint8Array): void;
  /**
   * Says that no more bytes come; `complete` is false when their source failed, so that what comes
   * last may be cut short.
   */
  end(complete: boolean): void;
  /** The tables read, once it has ended. */
  tables(): RawTable[];
  /** Rows begun, per table. */
  rowsSeen(): ReadonlyMap<string, number>;
  passedOver(): PassedOver[];
  /**
   * Something of the file could not be read, or was left out: what it holds is not to be counted as
   * whole.
   */
  readInPart(): boolean;
  /**
   * Reading stopped before the end of the file, or the file ends within a record: nobody knows how
   * much is missing.
   */
  brokenOff(): boolean;
  /** Rows kept that have more or fewer fields than the others: their values may stand elsewhere. */
  uneven(): number;
}
