/**
 * Length of the UTF-8 sequence that begins at `at`: 0 when it is none, -1 when the bytes end within
 * what may be one.
 */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (length === 0) return 0;
  for (let k = 1; k < length; k++) {
    if (at + k >= bytes.length) return -1;
    const byte = bytes[at + k];
    // The first trailing byte rules out over-long forms, surrogates and what is above U+10FFFF (RFC
    // 3629, section 4).
    const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return 0;
  }
  return length;
}

/** Index of the first byte from `from` on that is not ASCII, or the length. */
export function endOfAscii(bytes: Uint8Array, from: number): number {
  const { length } = bytes;
  let i = from;
  while (i < length && ((bytes.byteOffset + i) & 3) !== 0) {
    if (bytes[i] >= 0x80) return i;
    i++;
  }
  if (length - i >= 16) {
    const words = new Int32Array(bytes.buffer, bytes.byteOffset + i, (length - i) >> 2);
    let w = 0;
    while (
      w + 4 <= words.length &&
      ((words[w] | words[w + 1] | words[w + 2] | words[w + 3]) & 0x80808080) === 0
    )
      w += 4;
    i += w * 4;
  }
  while (i < length && bytes[i] < 0x80) i++;
  return i;
}
