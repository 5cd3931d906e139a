/**
 * The characters of bytes 0x80 to 0x9F, by the WHATWG Encoding Standard (index windows-1252).
 * Written out here because
 * TextDecoder of Node 20 reads these bytes as Latin-1, which turns a curly apostrophe into a
 * control character.
 */
const HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

const encoder = new TextEncoder();

/** UTF-8 of each byte of Windows-1252. */
export const WINDOWS_1252: readonly Uint8Array[] = Array.from({ length: 256 }, (_, byte) =>
  encoder.encode(byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80] : String.fromCharCode(byte)),
);
