import { emptyRecord, splitRecord, stopsOf } from "./csv-record";
import { CUT_ROW, NO_LAST_LINE_END } from "./cut-words";
import type { ProblemList } from "./problems";
import { cellsOf, openTable, type IsHeading } from "./text-table";

/** The lines of a small CSV file, for tables whose headings stand on several lines. */
export interface Grid {
  /**
   * Cells by line of the file; none where a line is blank, or belongs to a row that was left out.
   */
  readonly rows: readonly (readonly string[])[];
  /** Rows below the headings that were left out. */
  readonly rowsRejected: number;
  /** The text ends within a row. */
  readonly brokenOff: boolean;
  /** The last line has no line end: it may have been cut off within its last value. */
  readonly mayBeCut: boolean;
}

const LF = 0x0a;
const CR = 0x0d;

/** What a grid keeps besides plain rows of a table. */
export interface GridOptions {
  /** Lines of one text, such as sections, and cells of several lines, such as comments. */
  readonly keepsTexts?: boolean;
}

/** Words below a table: one cell, and not so many separators in it as a row has. */
const isNote = ([first, ...others]: readonly string[], separator: number, width: number): boolean =>
  others.every((cell) => cell === "") && first.split(String.fromCharCode(separator)).length < width;

/** Whether a cell of several lines is a text, and no rows that a stray quote took in. */
const isText = (cell: string, separator: number, width: number): boolean =>
  cell
    .split("\n")
    .every((line) => line.split(String.fromCharCode(separator)).length <= Math.max(2, width / 2));

/**
 * Splits the whole of a text into its lines. Below the line that `isHeading` tells, a row that runs
 * over lines, holds NUL, or has more values than headings is left out with an error.
 */
export function gridOf(
  bytes: Uint8Array,
  isHeading: IsHeading,
  problems: ProblemList,
  { keepsTexts = false }: GridOptions = {},
): Grid {
  const end = bytes.length;
  const buffer = new Uint8Array(end + 1);
  buffer.set(bytes);
  buffer[end] = LF;
  const opening = openTable(buffer, 0, end, { isHeading, last: true });
  if (opening === null) return { rows: [], rowsRejected: 0, brokenOff: false, mayBeCut: false };
  const { separator, at: headingsAt } = opening;
  const [record, stops] = [emptyRecord(), stopsOf(separator)];
  const rows: string[][] = [];
  let [line, width, rowsRejected] = [1, Infinity, 0];
  const endsOpen = bytes[end - 1] !== LF && bytes[end - 1] !== CR;
  let [brokenOff, mayBeCut] = [false, false];
  for (let at = 0; at < end; at = record.next) {
    splitRecord(buffer, at, end, separator, stops, true, record);
    // A quote that is never closed takes the line end of the file with it.
    const lines = record.innerLines + (record.unterminated && bytes[end - 1] === LF ? 0 : 1);
    const cells = cellsOf(buffer, record);
    const isBody = at > headingsAt;
    if (at <= headingsAt && record.next > headingsAt) width = record.count;
    const isCut = endsOpen && record.next >= end;
    const isLoneText = isNote(cells, separator, width);
    const isKept =
      keepsTexts &&
      !record.unterminated &&
      !record.hasNul &&
      cells.length <= width &&
      cells.every((cell) => isText(cell, separator, width));
    if (isBody && !keepsTexts && isLoneText) rows[line - 1] = [];
    else if (isBody && !isKept && (lines > 1 || record.unterminated || record.hasNul)) {
      rowsRejected += lines;
      brokenOff ||= record.unterminated;
      problems.add(
        "csv-several-lines",
        "error",
        `A quote is alone here, or the line holds NUL; ${lines === 1 ? "the line is" : `the ${lines} lines are`} left out. Take the quote out, or download the file again.`,
        line,
        at,
        lines,
      );
    } else if (isBody && cells.slice(width).some((cell) => cell !== "")) {
      rowsRejected++;
      problems.add(
        "csv-ragged-row",
        "error",
        `This row has more values than the ${width} headings, so which value is whose cannot be known, and it is left out. Look for a separator that is not in quotes.`,
        line,
        at,
        1,
      );
    } else if (isBody && isCut && cells.length < width && !isLoneText) {
      rowsRejected++;
      brokenOff = true;
      problems.add("csv-cut", "error", CUT_ROW, line, at, 1);
    } else {
      rows[line - 1] = cells;
      mayBeCut = isBody && isCut;
      if (mayBeCut) problems.add("csv-no-last-line-end", "warning", NO_LAST_LINE_END, line);
    }
    line += lines;
  }
  return { rows: Array.from(rows, (cells) => cells ?? []), rowsRejected, brokenOff, mayBeCut };
}
