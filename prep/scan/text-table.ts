import { detectSeparator } from "./csv-header";
import { emptyRecord, splitRecord, stopsOf, unquote, type CsvRecord } from "./csv-record";

/** Whether the cells of a line are the headings of the table that is looked for. */
export type IsHeading = (cells: readonly string[]) => boolean;

interface TableOpening {
  /** The byte between fields. */
  readonly separator: number;
  /** Where the line of headings begins, and its number from `firstLine`. */
  readonly at: number;
  readonly line: number;
  readonly headings: readonly string[];
  /** Lines with words above the headings: titles, dates, notes. */
  readonly titles: number;
}

interface OpeningOptions {
  readonly firstLine?: number;
  /** 0, or not given: found from the line of headings. */
  readonly separator?: number;
  /** Without it the first line with words is that of the headings. */
  readonly isHeading?: IsHeading;
  /** No bytes come after these. */
  readonly last: boolean;
}

/** Lines with words in which the headings are looked for. */
const SEARCHED = 30;
/** Bytes in which they are. */
const LONGEST_OPENING = 1 << 20;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The fields of a record as text. */
export function cellsOf(bytes: Uint8Array, record: CsvRecord): string[] {
  return Array.from({ length: record.count }, (_, i) => {
    const [start, end] = [record.starts[i], record.ends[i]];
    if (record.escaped[i] === 0) return decoder.decode(bytes.subarray(start, end));
    const target = new Uint8Array(end - start);
    return decoder.decode(target.subarray(0, unquote(bytes, start, end, target)));
  });
}

/**
 * The separator that a line `sep=;`, as spreadsheets write it, names; null where it is no such
 * line.
 */
function namedSeparator(bytes: Uint8Array, from: number, end: number): number | null {
  const line = decoder.decode(bytes.subarray(from, Math.min(end, from + 16)));
  const match = /^"?sep=(.)"?[ ]*(?:\r|\n|$)/i.exec(line);
  return match === null ? null : match[1].charCodeAt(0);
}

/**
 * Finds where the table of a text begins: past blank lines, lines of separators alone, a `sep=`
 * line and titles. `bytes[end]` must be an LF put there as a
 * stop. Where no line is one of the headings looked for, the first line with words is taken. Null
 * when more bytes are needed, or there are no words at all.
 */
export function openTable(
  bytes: Uint8Array,
  from: number,
  end: number,
  { firstLine = 1, separator: given = 0, isHeading, last }: OpeningOptions,
): TableOpening | null {
  const record = emptyRecord();
  let named = given;
  let first: TableOpening | null = null;
  let line = firstLine;
  let seen = 0;
  for (let at = from; at < end && seen < SEARCHED && at - from < LONGEST_OPENING;) {
    if (bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x20) {
      if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++;
      at++;
      continue;
    }
    const separator = named || detectSeparator(bytes, at, end);
    if (!splitRecord(bytes, at, end, separator, stopsOf(separator), last, record)) break;
    const told = seen === 0 ? namedSeparator(bytes, at, end) : null;
    const headings = cellsOf(bytes, record);
    if (told !== null) named = told;
    else if (headings.some((cell) => cell !== "")) {
      const opening = { separator, at, line, headings, titles: seen };
      if (isHeading === undefined || isHeading(headings)) return opening;
      first ??= opening;
      seen++;
    }
    line += record.innerLines + 1;
    // A CR at the end of what is there may be half of a line end: it is passed over with the
    // blanks.
    at = record.endsInCr && !last ? end : record.next;
  }
  const enough = last || seen === SEARCHED || end - from > LONGEST_OPENING;
  return enough ? first : null;
}

/** As `openTable`, for a text that is there as a whole or to be judged by its beginning. */
export function openingOfText(text: string, isHeading: IsHeading): TableOpening | null {
  const encoded = new TextEncoder().encode(text);
  const bytes = new Uint8Array(encoded.length + 1);
  bytes.set(encoded);
  bytes[encoded.length] = 0x0a;
  return openTable(bytes, 0, encoded.length, { isHeading, last: true });
}
