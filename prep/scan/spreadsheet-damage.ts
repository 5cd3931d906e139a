import type { TextColumn } from "../columns/column";
import type { RawTable } from "../columns/raw-table";

/** What a spreadsheet does to a column when a file is opened and saved in it. */
interface ColumnDamage {
  /**
   * Distinct values written as `4.61169E+18`: digits are lost, and different ids have become one.
   */
  readonly scientific: number;
  /**
   * Distinct values of more than fifteen digits that end in zeros from the sixteenth on, where all
   * such values do.
   */
  readonly cut: number;
  /** Distinct values written as `1.0`. */
  readonly decimals: number;
  /**
   * Distinct values of digits that are shorter than the width that all have; 0 where no width is
   * given.
   */
  readonly short: number;
}

/** With a point or a sign, as spreadsheets write it: `1E5` may be an id. */
const SCIENTIFIC = /^-?\d(?:[.,]\d+E\+?|E\+)\d{1,3}$/i;
const LONG = /^\d{16,}$/;
/** Excel keeps fifteen digits of a number. */
const CUT = /^\d{15}0+$/;
const DECIMAL = /^\d+\.0+$/;
/** Fewer long values than this may end in zeros by chance. */
const FEWEST_CUT = 3;

/**
 * Looks through the distinct values of a column; `width` is the number of digits that every value
 * has.
 */
export function columnDamage(
  { codes, dictionary }: Pick<TextColumn, "codes" | "dictionary">,
  width: number | null = null,
): ColumnDamage {
  const distinct = [...new Set(codes)].filter((code) => code !== 0).map((code) => dictionary[code]);
  const count = (form: RegExp): number => distinct.filter((value) => form.test(value)).length;
  const [long, cut] = [count(LONG), count(CUT)];
  return {
    scientific: count(SCIENTIFIC),
    cut: cut === long && cut >= FEWEST_CUT ? cut : 0,
    decimals: count(DECIMAL),
    short:
      width === null
        ? 0
        : distinct.filter((value) => /^\d+$/.test(value) && value.length < width).length,
  };
}

/** Whether ids of a column can no longer be distinguished. */
export const isIdLost = ({ scientific, cut }: ColumnDamage): boolean => scientific > 0 || cut > 0;

/** Those of some columns of a table whose ids can no longer be distinguished, over some rows. */
export const lostIds = (
  { columns, rowCount }: Pick<RawTable, "columns" | "rowCount">,
  names: Iterable<string>,
  [from, to]: readonly [from: number, to: number] = [0, rowCount],
): string[] =>
  [...new Set(names)].filter((name) => {
    const column = columns.get(name);
    if (column === undefined) return false;
    const { codes, dictionary } = column;
    return isIdLost(columnDamage({ codes: codes.subarray(from, to), dictionary }));
  });

/** How to export again, for messages. */
export const EXPORT_AGAIN =
  "Export the table again without a spreadsheet, or import it there with its columns set to Text.";

/**
 * The code that a spreadsheet has changed: `1.0` for `1`, `5` for `05`. Null where none of the set
 * is meant, or more than one could be.
 */
export function meantCode(text: string, isCode: (code: string) => boolean): string | null {
  const plain = DECIMAL.test(text) ? text.slice(0, text.indexOf(".")) : text;
  const meant = [plain, `0${plain}`].filter((code) => /^\d+$/.test(code) && isCode(code));
  return meant.length === 1 ? meant[0] : null;
}
