const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const [NULL, SLASH_N] = [bytesOf("NULL"), bytesOf("\\N")];

const isSame = (word: Uint8Array, bytes: Uint8Array, start: number): boolean =>
  word.every(
    (byte, i) => bytes[start + i] === byte || (byte >= 0x41 && bytes[start + i] === byte + 0x20),
  );

/** True for the ways that databases write "no value" into a file: NULL in any case, \N. */
export const isNullWord = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start === 4
    ? (bytes[start] | 0x20) === 0x6e && isSame(NULL, bytes, start)
    : end - start === 2 && bytes[start] === 0x5c && isSame(SLASH_N, bytes, start);
