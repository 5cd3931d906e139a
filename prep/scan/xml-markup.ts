import { AMPERSAND, checkCharacters, GREATER, isBlank, LESS, nameIn, SLASH, XmlFault } from "./xml-characters";
import { referenceAt } from "./xml-text";

const MOST_ATTRIBUTES = 256;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;

/** Where a run of bytes such as `-->` next stands, or -1. */
export function find(bytes: Uint8Array, mark: readonly number[], from: number, end: number): number {
  for (let i = from; i <= end - mark.length; i++) {
    let k = 0;
    while (k < mark.length && bytes[i + k] === mark[k]) k++;
    if (k === mark.length) return i;
  }
  return -1;
}

/** Index of the `>` that ends a start tag, quoted values passed over; -1 when it is not in the buffer yet. */
export function endOfTag(bytes: Uint8Array, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const byte = bytes[i];
    if (byte === GREATER) return i;
    if (byte === LESS) throw new XmlFault("xml-bad-markup", "A tag is not finished before the next one begins.", i);
    if (byte === QUOTE || byte === APOSTROPHE) {
      const close = bytes.subarray(0, end).indexOf(byte, i + 1);
      if (close === -1) return -1;
      i = close;
    }
  }
  return -1;
}

const badAttribute = (at: number): XmlFault => new XmlFault("xml-bad-attribute", "An attribute here is not written as name=\"value\".", at);

/** Checks the attributes between the name of a start tag and its end. They are not kept: no extract holds data in them. */
export function checkAttributes(bytes: Uint8Array, start: number, end: number, longestName: number): void {
  const names = new Set<string>();
  let i = start;
  while (i < end) {
    const gap = i;
    while (i < end && isBlank(bytes[i])) i++;
    if (i === end) return;
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
    if (names.has(name)) throw new XmlFault("xml-duplicate-attribute", "A tag here has the same attribute twice.", nameStart);
    names.add(name);
    if (names.size > MOST_ATTRIBUTES) throw new XmlFault("xml-too-many-attributes", `A tag here has more than ${MOST_ATTRIBUTES} attributes.`, nameStart);
  }
}

/** Whether the `>` at `close` ends an empty-element tag such as `<UPN/>`. */
export const isSelfClosing = (bytes: Uint8Array, nameEnd: number, close: number): boolean => bytes[close - 1] === SLASH && close - 1 >= nameEnd;

const DECLARATION = /^version\s*=\s*(["'])1\.\d+\1(\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\3)?(\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*$/;

/** Checks a processing instruction between `<?` and `?>`; the XML declaration may only stand at the very start. */
export function checkInstruction(bytes: Uint8Array, start: number, end: number, atStart: boolean, longestName: number): void {
  let i = start;
  while (i < end && !isBlank(bytes[i])) i++;
  const target = nameIn(bytes, start, i, longestName);
  checkCharacters(bytes, i, end);
  if (target.toLowerCase() !== "xml") return;
  const rest = String.fromCharCode(...bytes.subarray(i, Math.min(end, i + 1000))).trim();
  if (target !== "xml" || !atStart || !DECLARATION.test(rest))
    throw new XmlFault("xml-bad-declaration", "The line <?xml …?> is malformed or does not stand at the very start of the file.", start);
}

/** Checks a comment between `<!--` and `-->`: two hyphens may not stand in it, nor one at its end. */
export function checkComment(bytes: Uint8Array, start: number, end: number): void {
  checkCharacters(bytes, start, end);
  const hyphens = find(bytes, [0x2d, 0x2d], start, end + 1);
  if (hyphens !== -1) throw new XmlFault("xml-bad-comment", "A comment here holds two hyphens in a row, which XML does not allow.", hyphens);
}
