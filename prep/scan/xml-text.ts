import { AMPERSAND, CR, LF, XmlFault } from "./xml-characters";

const BUILT_IN = new Map([
  ["amp", 0x26],
  ["lt", 0x3c],
  ["gt", 0x3e],
  ["apos", 0x27],
  ["quot", 0x22],
]);
const LONGEST_REFERENCE = 12;

// XML 1.0, production 2 (Char).
const isCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

interface Reference {
  readonly code: number;
  /** Index after the semicolon. */
  readonly end: number;
}

/**
 * The character that a reference such as `&amp;` or `&#233;` at `start` stands for. Throws for any
 * that is not built in.
 */
export function referenceAt(bytes: Uint8Array, start: number, end: number): Reference {
  let name = "";
  let i = start + 1;
  for (; i < end && bytes[i] !== 0x3b && name.length <= LONGEST_REFERENCE; i++)
    name += String.fromCharCode(bytes[i]);
  if (i < end && bytes[i] === 0x3b) {
    const numeric = /^#(?:([0-9]+)|x([0-9a-fA-F]+))$/.exec(name);
    if (numeric !== null) {
      const code = numeric[1] === undefined ? parseInt(numeric[2], 16) : parseInt(numeric[1], 10);
      if (isCharacter(code)) return { code, end: i + 1 };
      throw new XmlFault(
        "xml-illegal-character",
        "A numeric reference here means a character that XML does not allow.",
        start,
      );
    }
    const code = BUILT_IN.get(name);
    if (code !== undefined) return { code, end: i + 1 };
    if (/^[A-Za-z_:\x80-\xff][\w:.\-\x80-\xff]*$/.test(name))
      throw new XmlFault(
        "xml-undeclared-entity",
        "A named entity is used here that XML does not build in (only amp, lt, gt, apos and quot are). Write the character itself.",
        start,
      );
  }
  throw new XmlFault(
    "xml-bad-reference",
    "An '&' here begins no proper reference. It should be '&amp;'.",
    start,
  );
}

function putCharacter(code: number, target: Uint8Array, at: number): number {
  if (code < 0x80) target[at++] = code;
  else if (code < 0x800) {
    target[at++] = 0xc0 | (code >> 6);
    target[at++] = 0x80 | (code & 0x3f);
  } else if (code < 0x10000) {
    target[at++] = 0xe0 | (code >> 12);
    target[at++] = 0x80 | ((code >> 6) & 0x3f);
    target[at++] = 0x80 | (code & 0x3f);
  } else {
    target[at++] = 0xf0 | (code >> 18);
    target[at++] = 0x80 | ((code >> 12) & 0x3f);
    target[at++] = 0x80 | ((code >> 6) & 0x3f);
    target[at++] = 0x80 | (code & 0x3f);
  }
  return at;
}

/**
 * Writes text to `target` from `at`, with line ends as LF and (unless it is CDATA) references
 * replaced.
 * Returns where it ends; never longer than the source.
 */
export function decodeText(
  bytes: Uint8Array,
  start: number,
  end: number,
  target: Uint8Array,
  at: number,
  cdata: boolean,
): number {
  for (let i = start; i < end;) {
    const byte = bytes[i];
    if (byte === AMPERSAND && !cdata) {
      const reference = referenceAt(bytes, i, end);
      at = putCharacter(reference.code, target, at);
      i = reference.end;
    } else if (byte === CR) {
      target[at++] = LF;
      i += bytes[i + 1] === LF && i + 1 < end ? 2 : 1;
    } else {
      target[at++] = byte;
      i++;
    }
  }
  return at;
}
