import {
  AMPERSAND,
  checkCharacters,
  GREATER,
  isBlank,
  LESS,
  nameIn,
  SLASH,
  XmlFault,
} from "./xml-characters";
import { referenceAt } from "./xml-text";

const MOST_ATTRIBUTES = 256;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const HYPHEN = 0x2d;
const COMMENT_END = [HYPHEN, HYPHEN, GREATER];
const INSTRUCTION_END = [0x3f, GREATER];
/** `<![CDATA[` and `]]>`. */
export const CDATA_START = [LESS, 0x21, 0x5b, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5b];
export const CDATA_END = [0x5d, 0x5d, GREATER];

/** Where a run of bytes such as `-->` next stands, or -1. */
function find(bytes: Uint8Array, mark: readonly number[], from: number, end: number): number {
  for (let i = from; i <= end - mark.length; i++) {
    let k = 0;
    while (k < mark.length && bytes[i + k] === mark[k]) k++;
    if (k === mark.length) return i;
  }
  return -1;
}

/**
 * Index of the `>` that ends a start tag, quoted values passed over; -1 when it is not in the
 * buffer yet.
 */
export function endOfTag(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const byte = bytes[i];
    if (byte === GREATER) return i;
    if (byte === LESS)
      throw new XmlFault("xml-bad-markup", "A tag is not finished before the next one begins.", i);
    if (byte === QUOTE || byte === APOSTROPHE) {
      const close = bytes.subarray(0, end).indexOf(byte, i + 1);
      if (close === -1) return -1;
      i = close;
    }
  }
  return -1;
}

const badAttribute = (at: number): XmlFault =>
  new XmlFault("xml-bad-attribute", 'An attribute here is not written as name="value".', at);

/** Attributes that are about the markup, not data. */
const OF_MARKUP = /^(xmlns|xml|xsi)(:|$)/;

/**
 * Checks the attributes between the name of a start tag and its end. They are not kept: no extract
 * holds data in them. True where some may be data all the same.
 */
export function checkAttributes(
  bytes: Uint8Array,
  start: number,
  end: number,
  longestName: number,
): boolean {
  const names = new Set<string>();
  let i = start;
  while (i < end) {
    const gap = i;
    while (i < end && isBlank(bytes[i])) i++;
    if (i === end) break;
    if (i === gap) throw badAttribute(i);
    const nameStart = i;
    while (i < end && bytes[i] !== EQUALS && !isBlank(bytes[i])) i++;
    const name = nameIn(bytes, nameStart, i, longestName);
    while (i < end && isBlank(bytes[i])) i++;
    if (bytes[i] !== EQUALS) throw badAttribute(i);
    i++;
    while (i < end && isBlank(bytes[i])) i++;
    const quote = bytes[i];
    if (i >= end || (quote !== QUOTE && quote !== APOSTROPHE)) throw badAttribute(i);
    const valueStart = ++i;
    while (i < end && bytes[i] !== quote) {
      if (bytes[i] === LESS) throw badAttribute(i);
      i = bytes[i] === AMPERSAND ? referenceAt(bytes, i, end).end : i + 1;
    }
    if (i >= end) throw badAttribute(valueStart);
    checkCharacters(bytes, valueStart, i);
    i++;
    if (names.has(name))
      throw new XmlFault(
        "xml-duplicate-attribute",
        "A tag here has the same attribute twice.",
        nameStart,
      );
    names.add(name);
    if (names.size > MOST_ATTRIBUTES)
      throw new XmlFault(
        "xml-too-many-attributes",
        `A tag here has more than ${MOST_ATTRIBUTES} attributes.`,
        nameStart,
      );
  }
  return [...names].some((name) => !OF_MARKUP.test(name));
}

/** Whether the `>` at `close` ends an empty-element tag such as `<UPN/>`. */
export const isSelfClosing = (bytes: Uint8Array, nameEnd: number, close: number): boolean =>
  bytes[close - 1] === SLASH && close - 1 >= nameEnd;

const DECLARATION =
  /^version\s*=\s*(["'])1\.\d+\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*$/;

/**
 * Checks a processing instruction between `<?` and `?>`; the XML declaration may only stand at the
 * very start.
 */
function checkInstruction(
  bytes: Uint8Array,
  start: number,
  end: number,
  atStart: boolean,
  longestName: number,
): void {
  let i = start;
  while (i < end && !isBlank(bytes[i])) i++;
  const target = nameIn(bytes, start, i, longestName);
  checkCharacters(bytes, i, end);
  if (target.toLowerCase() !== "xml") return;
  const rest = String.fromCharCode(...bytes.subarray(i, Math.min(end, i + 1000))).trim();
  if (target !== "xml" || !atStart || !DECLARATION.test(rest))
    throw new XmlFault(
      "xml-bad-declaration",
      "The line <?xml …?> is malformed or is not at the very start of the file.",
      start,
    );
}

/**
 * Checks a comment between `<!--` and `-->`: two hyphens may not stand in it, nor one at its end.
 */
function checkComment(bytes: Uint8Array, start: number, end: number): void {
  checkCharacters(bytes, start, end);
  const hyphens = find(bytes, [0x2d, 0x2d], start, end + 1);
  if (hyphens !== -1)
    throw new XmlFault(
      "xml-bad-comment",
      "A comment here holds two hyphens in a row, which XML does not allow.",
      hyphens,
    );
}

interface OtherMarkup {
  readonly cdata: boolean;
  /** Index after it. */
  readonly next: number;
}

/**
 * The processing instruction, comment or CDATA at `start`, checked; null when it is not whole in
 * the buffer. Anything else is a fault, a DOCTYPE above all.
 */
export function markupAt(
  bytes: Uint8Array,
  start: number,
  end: number,
  atStart: boolean,
  longestName: number,
): OtherMarkup | null {
  if (bytes[start + 1] === 0x3f) {
    const stop = find(bytes, INSTRUCTION_END, start + 2, end);
    if (stop === -1) return null;
    checkInstruction(bytes, start + 2, stop, atStart, longestName);
    return { cdata: false, next: stop + INSTRUCTION_END.length };
  }
  if (end - start < CDATA_START.length) return null;
  if (bytes[start + 2] === HYPHEN && bytes[start + 3] === HYPHEN) {
    const stop = find(bytes, COMMENT_END, start + 4, end);
    if (stop === -1) return null;
    checkComment(bytes, start + 4, stop);
    return { cdata: false, next: stop + COMMENT_END.length };
  }
  const textStart = start + CDATA_START.length;
  if (find(bytes, CDATA_START, start, textStart) === start) {
    const stop = find(bytes, CDATA_END, textStart, end);
    if (stop === -1) return null;
    checkCharacters(bytes, textStart, stop);
    return { cdata: true, next: stop + CDATA_END.length };
  }
  if ((bytes[start + 2] | 0x20) === 0x64)
    throw new XmlFault(
      "xml-doctype",
      "The file has a DOCTYPE. No extract needs one and it can be used for an attack, so it is not read. Take that line out if you trust the file.",
      start,
    );
  throw new XmlFault("xml-bad-markup", "A '<!' here begins neither a comment nor CDATA.", start);
}
