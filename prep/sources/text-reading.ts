import type { RowCount } from "../check/finding";
import type { Gap } from "../indicators/gap";
import type { ScanResult } from "../scan/scan-result";

/** How the text of a table was read. */
export interface TextReading {
  /** Rows that never reached the reader of the table. */
  readonly rowsLost: number;
  /** The text breaks off. */
  readonly brokenOff: boolean;
  /** It may have been cut off within its last value. */
  readonly mayBeCut: boolean;
  /** Rows have more fields than there are headings: their values may stand a column too far. */
  readonly mayBeShifted?: boolean;
}

/** How a CSV file was read into its table. */
export const readingOf = ({ tables, rowsSeen, brokenOff, problems }: ScanResult): TextReading => ({
  rowsLost: (rowsSeen.get("") ?? 0) - (tables[0]?.rowCount ?? 0),
  brokenOff,
  mayBeCut: problems.some(({ code }) => code === "csv-no-last-line-end"),
  mayBeShifted: problems.some(({ code }) => code === "csv-extra-field"),
});

/** Counts rows that never reached the reader of a table among those that came in. */
export const withLost = (count: RowCount, lost: number): RowCount => ({
  ...count,
  rowsIn: count.rowsIn + lost,
  rowsRejected: count.rowsRejected + lost,
});

/**
 * What a table lacks that its text did not give, and rows of it that were not understood. `name`
 * says what it is, in the middle of a sentence.
 */
export function gapsOfText(
  name: string,
  { rowsLost, brokenOff, mayBeCut, mayBeShifted = false }: TextReading,
  { rowsIn }: RowCount,
  notUnderstood = 0,
): readonly Gap[] {
  const [eligible, leftOut] = [rowsIn + rowsLost, rowsLost + notUnderstood];
  const gaps: Gap[] = [];
  if (brokenOff) gaps.push({ kind: "unread", why: `Only a part of ${name} was read` });
  if (leftOut > 0)
    gaps.push({ kind: "rows", eligible, leftOut, why: `rows of ${name} could not be read` });
  if (mayBeCut) gaps.push({ kind: "doubt", why: `The end of ${name} may have been cut off` });
  if (mayBeShifted)
    gaps.push({ kind: "doubt", why: `Rows of ${name} have more fields than there are headings` });
  return gaps;
}
