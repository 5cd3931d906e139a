export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "windows-1252";

/**
 * Bytes 0x80 to 0x9F of Windows-1252; the rest are the same as the first 256 characters of Unicode.
 */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function toWindows(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const special = WINDOWS.indexOf(text[index]);
    if (code > 0xff && special < 0)
      throw new RangeError("the text has a character that Windows-1252 has not");
    bytes[index] = special >= 0 ? 0x80 + special : code;
  }
  return bytes;
}

function toUtf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}

/**
 * The bytes of some text in an encoding, chunk by chunk. UTF-16 and UTF-8-BOM begin with their
 * byte-order mark. Throws a RangeError on a character that the encoding has not.
 */
export function* encodeText(
  chunks: Iterable<string>,
  encoding: Encoding = "utf-8",
): Generator<Uint8Array> {
  const utf8 = new TextEncoder();
  const encode =
    encoding === "windows-1252"
      ? toWindows
      : encoding === "utf-16le"
        ? toUtf16
        : (text: string) => utf8.encode(text);
  if (encoding === "utf-8-bom" || encoding === "utf-16le") yield encode("\ufeff");
  for (const chunk of chunks) yield encode(chunk);
}

/** Joins short texts into chunks of about 64 thousand characters. */
export function* inChunks(pieces: Iterable<string>): Generator<string> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 65_536) continue;
    yield waiting;
    waiting = "";
  }
  if (waiting) yield waiting;
}
