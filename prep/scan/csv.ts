import { emptyRecord, MOST_FIELDS, splitRecord, stopsOf, unquote } from "./csv-record";
import { headerNames } from "./csv-header";
import { CUT_ROW, NO_LAST_LINE_END } from "./cut-words";
import type { ByteDictionary } from "./dictionary";
import type { ProblemList } from "./problems";
import { TableBuilder, type GrowingColumn } from "./table-builder";
import type { PushScanner } from "./push-scanner";
import type { PassedOver } from "./scan-result";
import { afterHardBlanks, beforeHardBlanks } from "./hard-blanks";
import { isNullWord } from "./null-word";
import { guardOf, mayBeGuarded } from "./text-guard";
import { cellsOf, openTable, type IsHeading } from "./text-table";
import { rolledOn } from "./rolling-buffer";

export interface CsvOptions {
  /** Name of the table that comes out. */
  readonly table: string;
  /** Found from the header line when it is not given. */
  readonly separator?: "," | ";" | "\t" | "|";
  /**
   * Tells the line of headings from titles above it; without it the first line with words is that
   * of the headings.
   */
  readonly isHeading?: IsHeading;
  /**
   * A system wrote the table: no field runs over lines, and every line ends; what breaks this is a
   * fault of its own. NULL is no value.
   */
  readonly exported?: boolean;
  /** Headings that may stand twice, in small letters: the first column is meant. */
  readonly repeated?: readonly string[];
  /**
   * People typed the table: a field may run over lines, unless these look like rows between two
   * stray quotes.
   */
  readonly typed?: boolean;
  /** The dictionary of a column, by its lower-cased name; each has its own when it is not given. */
  readonly dictionaries?: (column: string) => ByteDictionary;
  /** Which columns to keep, by lower-cased name; all when it is not given. */
  readonly columns?: (name: string) => boolean;
  /**
   * A table that the rows are added to, behind those of other files; the scan then gives back no
   * table.
   */
  readonly into?: CsvTarget;
}

/** A table of several files, filled file by file. */
export interface CsvTarget {
  readonly table: TableBuilder;
  /**
   * The column of each heading, in the order of the file; null where it is not wanted. Called once,
   * with distinct names.
   */
  readonly columns: (headings: readonly string[]) => readonly (GrowingColumn | null)[];
}

const LONGEST_FIELD = 1 << 20;
const LONGEST_RECORD = 1 << 24;
const LF = 0x0a;

/** Words, or what stands in brackets. */
const WORDS = /^\(|[a-z].*\s|\s.*[a-z]/i;
/**
 * A note by how it begins, or a whole sentence: a last line without its end that is neither may be
 * the first value of a row that was cut off.
 */
const FOOTNOTE =
  /^(?:\(|\[|\*|(?:source|notes?|footnotes?|end of|total rows|rows|crown copyright|©)\b)|^\S+(?:\s+\S+){3,}[.)]$/i;

/**
 * Reads CSV (RFC 4180, with the line ends and separators that are met in practice) into one table.
 * The first line that is not blank is the header.
 * A row with too few fields is kept with a warning, one with more values than headings or with NUL
 * is rejected with an error.
 */
export function csvScanner(options: CsvOptions, problems: ProblemList): PushScanner {
  const { into } = options;
  const table = into?.table ?? new TableBuilder(options.table, options.dictionaries);
  const isNull = options.exported ? isNullWord : (): boolean => false;
  const seenBefore = table.rowsSeen;
  const record = emptyRecord();
  let scratch = new Uint8Array(256);
  let buffer: Uint8Array = new Uint8Array(1);
  let pos = 0;
  let end = 0;
  let base = 0;
  let line = 1;
  let afterCr = false;
  let stopped = false;
  /** Rows were left out, or reading stopped. */
  let lost = false;
  /** The file ends within a row. */
  let cut = false;
  /** The file was there to its end. */
  let whole = true;
  let separator = 0;
  let stops = stopsOf(separator);
  let width = -1;
  /** Fields of the header line, empty headings at its end included. */
  let headerFields = 0;
  /** By position in the file: the column, or null where it is not wanted. */
  let wanted: readonly (GrowingColumn | null)[] = [];
  /** Positions of the columns that are wanted, in order. */
  let positions: readonly number[] = [];
  const passedOver: PassedOver[] = [];
  /** Rows kept with more or fewer fields than there are headings. */
  let uneven = 0;
  /** Fields that had a text guard. */
  let guards = 0;

  function unescaped(index: number): number {
    const length = record.ends[index] - record.starts[index];
    if (length > scratch.length) scratch = new Uint8Array(length * 2);
    return unquote(buffer, record.starts[index], record.ends[index], scratch);
  }

  function isBlank(): boolean {
    let i = pos;
    while (
      i < record.next &&
      (buffer[i] === separator ||
        buffer[i] === 0x20 ||
        buffer[i] === 0x09 ||
        buffer[i] === LF ||
        buffer[i] === 0x0d)
    )
      i++;
    return i === record.next;
  }

  function stopReading(code: string, message: string, rowsRejected: number): void {
    stopped = true;
    lost = true;
    table.rowsSeen += rowsRejected;
    problems.add(
      code,
      "error",
      `${message} Reading stopped here; the rows before it are kept.`,
      line,
      base + pos,
      rowsRejected,
    );
  }

  function reject(code: string, message: string, rows = 1): void {
    lost = true;
    table.rowsSeen += rows;
    problems.add(code, "error", message, line, base + pos, rows);
  }

  function readHeader(last: boolean): void {
    if (options.exported && last && record.next === end && !endsLine())
      problems.add("csv-no-last-line-end", "warning", NO_LAST_LINE_END, line);
    if (record.hasNul)
      return stopReading("csv-not-text", "The header line holds NUL: this is not a text file.", 0);
    if (record.unterminated)
      return stopReading(
        "csv-unterminated-quote",
        "A quote is opened in the header line and never closed.",
        0,
      );
    if (record.tooManyFields)
      return stopReading(
        "csv-too-many-columns",
        `The header has more than ${MOST_FIELDS} columns.`,
        0,
      );
    // Headings that are empty to the end of the line belong to no column: spreadsheets write them.
    headerFields = record.count;
    while (record.count > 1 && record.ends[record.count - 1] === record.starts[record.count - 1])
      record.count--;
    width = record.count;
    const cells = cellsOf(buffer, record);
    const keep = options.columns ?? ((): boolean => true);
    const names = headerNames(cells, line, problems, options.repeated);
    wanted = into
      ? into.columns(names)
      : names.map((name) => (keep(name.toLowerCase()) ? table.column(name) : null));
    positions = wanted.flatMap((column, position) => (column === null ? [] : [position]));
    wanted.forEach(
      (column, i) =>
        column === null && passedOver.push({ table: table.name, name: names[i], position: i + 1 }),
    );
  }

  /** A line of dashes under the headings, as database tools print it. */
  function isRule(): boolean {
    if (table.rowsSeen > seenBefore) return false;
    const cells = cellsOf(buffer, record).filter((cell) => cell !== "");
    return cells.every((cell) => /^[-=_]{2,}$/.test(cell));
  }

  /**
   * A line of words without any separator, as systems print below a table: a source, or how many
   * rows there were.
   */
  function isNote(last: boolean): boolean {
    if (record.count !== 1 || width < 3 || !options.exported || record.unterminated) return false;
    const [text] = cellsOf(buffer, record);
    const isEnd = last && record.next === end && !endsLine();
    if (!(isEnd ? FOOTNOTE : WORDS).test(text)) return false;
    problems.add(
      "csv-note",
      "warning",
      "This line has words and no separator: it is passed over as a note, not read as a row.",
      line,
    );
    return true;
  }

  /** Faults of a row that a system would not write. True when the row is left out for one. */
  function isBroken(last: boolean): boolean {
    const { count, innerLines, next } = record;
    const isCut = last && next === end && !endsLine() && !record.unterminated;
    if (options.exported && innerLines > 0 && !record.unterminated) {
      rejectSeveralLines();
      return true;
    }
    if (!isCut) return false;
    if (count < width) {
      cut = true;
      reject("csv-cut", CUT_ROW);
      return true;
    }
    problems.add("csv-no-last-line-end", "warning", NO_LAST_LINE_END, line);
    return false;
  }

  /** The lines of this row that a quote too many has made one. */
  function rejectSeveralLines(): void {
    const { innerLines } = record;
    reject(
      "csv-several-lines",
      `A quoted field begins here and ends ${innerLines} lines on, which no field of this table does: two quotes are alone. The ${innerLines + 1} lines are left out. Take the quotes out, or export the file again.`,
      innerLines + 1,
    );
  }

  /**
   * Whether a field of several lines, which people write, is rows between two stray quotes: text
   * follows its last quote, or its lines have the separators of as many rows.
   */
  function swallowsRows(): boolean {
    const { count, starts, ends, innerLines, loneQuotes } = record;
    if (innerLines === 0 || record.unterminated) return false;
    if (loneQuotes > 0) return true;
    let separators = count - 1;
    for (let i = 0; i < count; i++)
      if (buffer.subarray(starts[i], ends[i]).includes(LF))
        for (let at = starts[i]; at < ends[i]; at++) if (buffer[at] === separator) separators++;
    return headerFields > 2 && separators === (innerLines + 1) * (headerFields - 1);
  }

  const endsLine = (): boolean => buffer[end - 1] === LF || buffer[end - 1] === 0x0d;

  function readRow(last: boolean): void {
    if ((options.exported || options.typed) && isBroken(last)) return;
    if (options.typed && swallowsRows()) return rejectSeveralLines();
    const { count, starts, ends, escaped } = record;
    if (record.unterminated) {
      cut = true;
      const lines = record.innerLines + (endsLine() && record.innerLines > 0 ? 0 : 1);
      return reject(
        "csv-unterminated-quote",
        `A quote is opened in this row and never closed, so the row runs over ${lines} lines to the end of the file and is left out. The file was cut off, or a quote is missing.`,
        lines,
      );
    }
    if (record.hasNul)
      return reject(
        "csv-nul",
        "This row holds NUL and is left out. The file was damaged: export it again.",
      );
    if (record.loneQuotes > 0 && record.loneQuotes > quotesOfGuards()) {
      if (count !== width && count !== headerFields)
        return reject(
          "csv-lone-quote",
          "A quote is alone in this row, and the row has more or fewer fields than there are headings: which value is whose cannot be known, and it is left out. Take the quote out.",
        );
      problems.add(
        "csv-lone-quote",
        "warning",
        "A quote is within a field of this row. It is kept as a character; a quote in a quoted field is written twice.",
        line,
        base + pos,
      );
    }
    if (count !== width) {
      let values = Math.min(count, width);
      for (let i = width; i < count; i++) if (ends[i] > starts[i]) values = i + 1;
      if (values > width || record.tooManyFields)
        return reject(
          "csv-ragged-row",
          `This row has more values than the ${width} headings, so which value is whose cannot be known, and it is left out. Look for a separator that is not in quotes.`,
        );
      const [what, effect] =
        count < width ? ["fewer", "the rest have no value"] : ["more", "the extra ones are empty"];
      if (count < width || count > headerFields) {
        uneven++;
        problems.add(
          count < width ? "csv-ragged-row" : "csv-extra-field",
          "warning",
          `This row has ${count} fields, ${what} than the ${width} headings; ${effect}.`,
          line,
          base + pos,
        );
      }
    }
    const row = table.addRow(line, -1);
    const filled = count < width ? count : width;
    for (const i of positions) {
      if (i >= filled) break;
      if (starts[i] === ends[i] || isNull(buffer, starts[i], ends[i])) continue;
      const column = wanted[i]!;
      if (escaped[i] === 1) {
        column.codes[row] = interned(column, scratchAfter(i), 0, scratchLength);
        continue;
      }
      const from = afterHardBlanks(buffer, starts[i], ends[i]);
      const to = beforeHardBlanks(buffer, from, ends[i]);
      if (from < to)
        column.codes[row] = mayBeGuarded(buffer[from])
          ? interned(column, buffer, from, to)
          : column.dictionary.intern(buffer, from, to);
    }
  }

  /** The code of a field, a text guard taken off. */
  function interned(column: GrowingColumn, bytes: Uint8Array, start: number, stop: number): number {
    const guard = mayBeGuarded(bytes[start]) ? guardOf(bytes, start, stop) : null;
    if (guard === null) return column.dictionary.intern(bytes, start, stop);
    guards++;
    return column.dictionary.intern(bytes, start + guard.before, stop - guard.after);
  }

  /** Quotes within fields of this row that belong to text guards. */
  function quotesOfGuards(): number {
    let quotes = 0;
    for (let i = 0; i < record.count; i++)
      if (guardOf(buffer, record.starts[i], record.ends[i])?.after === 1) quotes += 2;
    return quotes;
  }

  let scratchLength = 0;
  function scratchAfter(index: number): Uint8Array {
    scratchLength = unescaped(index);
    return scratch;
  }

  function tooLong(): boolean {
    for (let i = 0; i < record.count; i++)
      if (record.ends[i] - record.starts[i] > LONGEST_FIELD) return true;
    return false;
  }

  /** Goes to the line of headings. False when it is not there yet. */
  function findHeadings(last: boolean): boolean {
    const opening = openTable(buffer, pos, end, {
      firstLine: line,
      separator: options.separator?.charCodeAt(0),
      isHeading: options.isHeading,
      last: last || end - pos > LONGEST_FIELD,
    });
    if (opening === null) return false;
    separator = opening.separator;
    stops = stopsOf(separator);
    if (opening.titles > 0)
      problems.add(
        "csv-title-lines",
        "warning",
        `Lines above the headings: ${opening.titles}. They are passed over; the headings are on line ${opening.line}.`,
        line,
      );
    line = opening.line;
    pos = opening.at;
    return true;
  }

  function consume(last: boolean): void {
    buffer[end] = LF;
    while (pos < end && !stopped) {
      if (afterCr && buffer[pos] === LF) pos++;
      afterCr = false;
      if (pos === end) return;
      if (width === -1 && !findHeadings(last)) return;
      if (!splitRecord(buffer, pos, end, separator, stops, last, record)) {
        if (end - pos > LONGEST_RECORD)
          stopReading(
            "csv-row-too-long",
            `This row is longer than ${LONGEST_RECORD} bytes: a quote is missing, or this is not CSV.`,
            width === -1 ? 0 : 1,
          );
        return;
      }
      if (record.next - pos > LONGEST_FIELD && tooLong()) {
        return stopReading(
          "csv-field-too-long",
          `A field of this row is longer than ${LONGEST_FIELD} bytes: a quote is missing, or this is not CSV.`,
          width === -1 ? 0 : 1,
        );
      }
      if (!isBlank()) {
        if (width === -1) readHeader(last);
        else if (!isRule() && !isNote(last)) readRow(last);
      }
      line += record.innerLines + 1;
      afterCr = record.endsInCr;
      pos = record.next;
    }
  }

  return {
    push(bytes) {
      if (stopped) return;
      buffer = rolledOn(buffer, pos, end, bytes, 1);
      end += bytes.length - pos;
      base += pos;
      pos = 0;
      consume(false);
    },
    end(complete) {
      whole = complete;
      if (!stopped && complete) consume(true);
      else if (!stopped && pos < end && width !== -1)
        reject("csv-truncated", "The file could not be read on within this row. It is left out.");
      if (guards > 0)
        problems.add(
          "csv-text-guards",
          "warning",
          `Values with the text guard of a spreadsheet (="…" or a leading apostrophe): ${guards}. They are read without it.`,
          null,
        );
      if (width === -1 && !stopped)
        problems.add("csv-empty", "error", "The file has no header line: it is empty.", line, 0);
    },
    tables: () => (into ? [] : [table.finish(false)]),
    rowsSeen: () => new Map([[table.name, table.rowsSeen - seenBefore]]),
    passedOver: () => passedOver,
    readInPart: () => !whole || lost,
    // Where all rows are alike, the system ends them so.
    uneven: () => (uneven === table.rowsSeen - seenBefore ? 0 : uneven),
    brokenOff: () => !whole || stopped || cut,
  };
}
