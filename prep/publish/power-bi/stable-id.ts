/** MurmurHash3 (x86, 32 bits; public domain, A. Appleby) of a text's UTF-16 units. */
function murmur(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) {
    let k = Math.imul(text.charCodeAt(i), 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    h ^= k;
    h = Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64;
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const hex = (path: string): string =>
  [1, 2, 3, 4].map((seed) => murmur(path, seed).toString(16).padStart(8, "0")).join("");

/**
 * A UUID that depends on the path of an object alone, such as `table/Board figures/column/Value`: a
 * rebuild keeps it, so that Power BI keeps
 * the bindings of reports. Marked as a name-based UUID (version 8, RFC 9562).
 */
export function stableUuid(path: string): string {
  const digits = hex(path);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** Name of a page, visual, bookmark or filter: 20 hex digits, as Power BI Desktop gives them. */
export const stableName = (path: string): string => hex(path).slice(0, 20);
