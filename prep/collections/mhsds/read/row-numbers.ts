import { ByteDictionary } from "../../../scan/dictionary";
import type { MhsdsTable } from "../fields/fields";

const [ZERO, NINE] = [0x30, 0x39];
/** The digits behind the submission's own, which number its rows. */
const DIGITS = 9;

/** Heading, in lower case, of the number that the platform gives each row of a table. */
export const rowNumberHeading = (table: MhsdsTable): string =>
  `${table.slice(0, 6)}UniqID`.toLowerCase();

/**
 * Reads the numbers of rows: of the rows of one submission the lower comes first. They are each
 * met once, so that their text is not kept; what is no number is 0.
 */
class RowNumbers extends ByteDictionary {
  override intern(bytes: Uint8Array, start: number, end: number): number {
    let number = 0;
    for (let i = Math.max(start, end - DIGITS); i < end; i++) {
      const digit = bytes[i];
      if (digit < ZERO || digit > NINE) return 0;
      number = number * 10 + (digit - ZERO);
    }
    return number;
  }
}

/** The numbers of rows, of all tables. */
export const rowNumbers: ByteDictionary = new RowNumbers();
