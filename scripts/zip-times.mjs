/** 1 January 1980, the first day that a zip knows. */
const [TIME, DATE] = [0, 33];
const [END, ENTRY] = [0x06054b50, 0x02014b50];

/**
 * A zip with the same content whose entries all bear the same time, so that what is packed twice is
 * the same to the byte. Offsets are those of the zip
 * specification (PKWARE APPNOTE 4.3). Throws when the bytes are no zip.
 */
export function withoutTimes(bytes) {
  const zip = Uint8Array.from(bytes);
  const view = new DataView(zip.buffer);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new Error("The file is no zip.");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY)
      throw new Error("The zip's list of entries is damaged.");
    const local = view.getUint32(at + 42, true);
    for (const [place, value] of [
      [at + 12, TIME],
      [at + 14, DATE],
      [local + 10, TIME],
      [local + 12, DATE],
    ])
      view.setUint16(place, value, true);
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return zip;
}
