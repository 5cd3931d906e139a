/**
 * A breach of the XML rules: where in the buffer, which rule, and plain words that quote nothing of
 * the file.
 */
export class XmlFault extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const SLASH = 0x2f;
export const AMPERSAND = 0x26;

export const isBlank = (byte: number): boolean =>
  byte === SPACE || byte === LF || byte === TAB || byte === CR;

export function isAllBlank(bytes: Uint8Array, start: number, end: number): boolean {
  let i = start;
  while (i < end && isBlank(bytes[i])) i++;
  return i === end;
}

/** What a byte means within text: 0 nothing, else one of the constants below. */
export const TEXT_CLASS = new Uint8Array(256);
const TEXT_ILLEGAL = 1;
export const TEXT_LESS = 2;
export const TEXT_LF = 3;
export const TEXT_CR = 4;
const TEXT_AMPERSAND = 5;
const TEXT_BRACKET = 6;
/**
 * First byte of U+FFFE and U+FFFF, which XML 1.0 (production 2, Char) does not allow, among others.
 */
const TEXT_EF = 7;
TEXT_CLASS.fill(TEXT_ILLEGAL, 0, 0x20);
TEXT_CLASS[TAB] = 0;
TEXT_CLASS[LF] = TEXT_LF;
TEXT_CLASS[CR] = TEXT_CR;
TEXT_CLASS[LESS] = TEXT_LESS;
TEXT_CLASS[AMPERSAND] = TEXT_AMPERSAND;
TEXT_CLASS[0x5d] = TEXT_BRACKET;
TEXT_CLASS[0xef] = TEXT_EF;

const isNonCharacter = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === 0xbf && bytes[at + 2] >= 0xbe;

const illegalCharacter = (at: number): XmlFault =>
  new XmlFault(
    "xml-illegal-character",
    "XML does not allow a character that is here (such as NUL). The file was damaged or is not XML. Export it again.",
    at,
  );

/** Throws when a byte of text, of this class, may not stand where it does. */
export function checkTextByte(bytes: Uint8Array, at: number, kind: number): void {
  if (kind === TEXT_ILLEGAL || (kind === TEXT_EF && isNonCharacter(bytes, at)))
    throw illegalCharacter(at);
  if (kind === TEXT_BRACKET && bytes[at + 1] === 0x5d && bytes[at + 2] === GREATER)
    throw new XmlFault(
      "xml-bad-markup",
      "']]>' is here outside CDATA, which XML does not allow.",
      at,
    );
}

export const textTooLong = (at: number, longest: number): XmlFault =>
  new XmlFault(
    "xml-text-too-long",
    `A text here is longer than ${longest} bytes. No field of an extract is: look for a missing end tag.`,
    at,
  );

/** Throws when a run of bytes holds a character that XML does not allow. */
export function checkCharacters(bytes: Uint8Array, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const kind = TEXT_CLASS[bytes[i]];
    if (kind === TEXT_ILLEGAL || (kind === TEXT_EF && isNonCharacter(bytes, i)))
      throw illegalCharacter(i);
  }
}

/** Line ends within a run of bytes: LF, CR LF and CR alone are one each. */
export function countLines(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0;
  for (let i = start; i < end; i++)
    if (bytes[i] === LF || (bytes[i] === CR && bytes[i + 1] !== LF)) lines++;
  return lines;
}

// XML 1.0, fifth edition, productions 4 and 4a.
const START =
  ":A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
const NAME = new RegExp(
  `^[${START}][${START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]*$`,
  "u",
);
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The XML name in a run of bytes; throws when it is none or is too long. */
export function nameIn(bytes: Uint8Array, start: number, end: number, longest: number): string {
  if (end - start > longest)
    throw new XmlFault(
      "xml-name-too-long",
      `A name here is longer than ${longest} bytes. The file is damaged or not an extract.`,
      start,
    );
  const name = decoder.decode(bytes.subarray(start, end));
  if (!NAME.test(name))
    throw new XmlFault(
      "xml-bad-markup",
      "A '<' here begins no proper tag. Look for a '<' that should be '&lt;', or export the file again.",
      start,
    );
  return name;
}
