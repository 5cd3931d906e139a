import { MISSING, type TextColumn } from "../columns/column";
import type { DecodedColumns } from "../columns/decoded-columns";
import type { Gap } from "./gap";

const isGiven = ({ codes }: TextColumn, row: number): boolean => codes[row] !== 0;

function countRows(length: number, holds: (row: number) => boolean): number {
  let count = 0;
  for (let row = 0; row < length; row++) if (holds(row)) count++;
  return count;
}

function belowNothing(columns: DecodedColumns, column: string): number {
  const { values } = columns.integer(column);
  return countRows(values.length, (row) => values[row] !== MISSING && values[row] < 0);
}

/** A column of a table of an extract, with what is known of its field. */
interface GapColumn {
  readonly column: string;
  readonly table: string;
  /** Its codes are those of a code set: any other is not understood. */
  readonly isCoded: boolean;
  /** It counts something: nothing below 0 is understood. */
  readonly isCount?: boolean;
  /** A row without it is no row that can be counted. */
  readonly isNeeded: boolean;
}

/**
 * What a column of an extract leaves out: texts that are given and were not understood (dates,
 * numbers, codes), dates whose order nothing decides, and
 * blanks where a row cannot be counted without.
 */
export function columnGaps(
  columns: DecodedColumns,
  { column, table, isCoded, isCount = false, isNeeded }: GapColumn,
): readonly Gap[] {
  const text = columns.text(column);
  const name = `${columns.spelling(column)} (${table})`;
  const given = countRows(text.length, (row) => isGiven(text, row));
  const known = isCoded ? columns.code(column) : null;
  const unread = known
    ? countRows(text.length, (row) => isGiven(text, row) && !isGiven(known, row))
    : columns.invalid(column).length + (isCount ? belowNothing(columns, column) : 0);
  const gaps: Gap[] = [];
  if (unread > 0)
    gaps.push({
      kind: "rows",
      eligible: given,
      leftOut: unread,
      why: `values of ${name} could not be read`,
    });
  if (isNeeded && given < text.length)
    gaps.push({
      kind: "rows",
      eligible: text.length,
      leftOut: text.length - given,
      why: `rows have no ${name}`,
    });
  if (columns.datesInDoubt().some((one) => one.column === column && one.verdict === "caution"))
    gaps.push({
      kind: "doubt",
      why: `The dates of ${name} may be day first or month first; they were read day first`,
    });
  return gaps;
}
