const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Values of the letters of base64url: 0 to 63. */
export const base64Values = (text: string): number[] =>
  [...text].map((letter) => BASE64.indexOf(letter));

/** The bytes of a text of hexadecimal digits. */
export const bytesOfHex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length >> 1 }, (_, i) =>
    parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );

/** The bytes of a text in base64url, without its padding. */
export function bytesOfBase64Url(text: string): Uint8Array {
  const bytes = new Uint8Array((text.length * 6) >> 3);
  let [held, bits, at] = [0, 0, 0];
  for (const value of base64Values(text)) {
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Bytes in base64url, without padding. */
export function base64UrlOf(bytes: Uint8Array): string {
  const letters: string[] = [];
  let [held, bits] = [0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= 6; bits -= 6) letters.push(BASE64[(held >> (bits - 6)) & 63]);
  }
  if (bits > 0) letters.push(BASE64[(held << (6 - bits)) & 63]);
  return letters.join("");
}
