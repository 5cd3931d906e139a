const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const TAB = 0x09;
const SPACE = 0x20;

export const MOST_FIELDS = 4096;

/**
 * One record as places in the buffer: field i is `starts[i]` to `ends[i]`, white space around it
 * and its quotes left out.
 */
export interface CsvRecord {
  count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the field holds doubled quotes to be made single, or text after its closing quote. */
  readonly escaped: Uint8Array;
  /**
   * Index of the first byte after the record, its line end passed over (the LF of a CR LF only when
   * it is in the buffer).
   */
  next: number;
  /** Line ends within quotes. */
  innerLines: number;
  loneQuotes: number;
  hasNul: boolean;
  /** The record ended with CR as the last byte of the buffer: an LF may follow. */
  endsInCr: boolean;
  unterminated: boolean;
  tooManyFields: boolean;
}

export function emptyRecord(): CsvRecord {
  return {
    count: 0,
    starts: new Int32Array(MOST_FIELDS),
    ends: new Int32Array(MOST_FIELDS),
    escaped: new Uint8Array(MOST_FIELDS),
    next: 0,
    innerLines: 0,
    loneQuotes: 0,
    hasNul: false,
    endsInCr: false,
    unterminated: false,
    tooManyFields: false,
  };
}

/** Marks the bytes that end a plain run of an unquoted field. */
export function stopsOf(separator: number): Uint8Array {
  const stops = new Uint8Array(256);
  for (const byte of [separator, LF, CR, QUOTE, 0]) stops[byte] = 1;
  return stops;
}

/**
 * Splits the record that begins at `from`. `bytes[end]` must be an LF put there as a stop. Returns
 * false when the buffer ends first and
 * more may come (`last` false).
 */
export function splitRecord(
  bytes: Uint8Array,
  from: number,
  end: number,
  separator: number,
  stops: Uint8Array,
  last: boolean,
  record: CsvRecord,
): boolean {
  const { starts, ends, escaped } = record;
  let count = 0;
  let i = from;
  record.innerLines = 0;
  record.loneQuotes = 0;
  record.hasNul = false;
  record.endsInCr = false;
  record.unterminated = false;
  record.tooManyFields = false;
  for (;;) {
    // Most fields of wide extracts are empty.
    while (bytes[i] === separator && count < MOST_FIELDS) {
      starts[count] = ends[count] = i++;
      escaped[count++] = 0;
    }
    while (i < end && (bytes[i] === SPACE || bytes[i] === TAB) && bytes[i] !== separator) i++;
    let start = i;
    let stop = -1;
    let unescape = 0;
    if (bytes[i] === QUOTE && i < end) {
      start = ++i;
      for (; ; i++) {
        if (i >= end) {
          if (!last) return false;
          record.unterminated = true;
          stop = i;
          break;
        }
        const byte = bytes[i];
        if (byte === QUOTE) {
          if (i + 1 >= end && !last) return false;
          if (bytes[i + 1] !== QUOTE || i + 1 >= end) {
            stop = i++;
            break;
          }
          unescape = 1;
          i++;
        } else if (byte === LF) record.innerLines++;
        else if (byte === CR && bytes[i + 1] !== LF) record.innerLines++;
        else if (byte === 0) record.hasNul = true;
      }
      while (i < end && (bytes[i] === SPACE || bytes[i] === TAB) && bytes[i] !== separator) i++;
      if (i < end && stops[bytes[i]] === 0) {
        // Text after the closing quote: the whole is kept as it stands, quotes taken out by the
        // reader.
        record.loneQuotes++;
        unescape = 1;
        stop = -1;
      } else if (bytes[i] === QUOTE && i < end) {
        record.loneQuotes++;
        unescape = 1;
        stop = -1;
      }
    }
    if (stop === -1) {
      for (;;) {
        while (stops[bytes[i]] === 0) i++;
        if (i >= end) break;
        if (bytes[i] === QUOTE) {
          if (unescape === 0) record.loneQuotes++;
          i++;
        } else if (bytes[i] === 0 && separator !== 0) {
          record.hasNul = true;
          i++;
        } else break;
      }
      stop = i;
    }
    while (stop > start && bytes[stop - 1] <= SPACE) stop--;
    while (start < stop && bytes[start] <= SPACE) start++;
    if (count < MOST_FIELDS) {
      starts[count] = start;
      ends[count] = stop;
      escaped[count] = unescape;
      count++;
    } else record.tooManyFields = true;
    if (i >= end) {
      if (!last) return false;
      record.next = end;
      break;
    }
    const byte = bytes[i++];
    if (byte === separator) continue;
    if (byte === CR) {
      if (i < end && bytes[i] === LF) i++;
      else record.endsInCr = i === end;
    }
    record.next = i;
    break;
  }
  record.count = count;
  return true;
}

/**
 * Writes a field with its doubled quotes made single, and returns its length. A closing quote with
 * text after it is taken out.
 */
export function unquote(bytes: Uint8Array, start: number, end: number, target: Uint8Array): number {
  let at = 0;
  let open = true;
  for (let i = start; i < end; i++) {
    if (bytes[i] === QUOTE && open) {
      if (bytes[i + 1] === QUOTE && i + 1 < end) i++;
      else {
        open = false;
        continue;
      }
    }
    target[at++] = bytes[i];
  }
  return at;
}
