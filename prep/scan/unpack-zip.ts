import { unzipSync } from "fflate";

/**
 * A zip of extracts that claims more than this, or more than `MOST_RATIO` times its size, is
 * refused before it is unpacked.
 */
const MOST_BYTES = 1 << 30;
const UNQUESTIONED = 64 * 2 ** 20;
const MOST_RATIO = 200;

export interface ZipEntry {
  /** Path in the archive; a second entry of one name has ` (2)` behind it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface UnpackedZip {
  readonly entries: readonly ZipEntry[];
  /** Names that more than one entry has; all are among the entries. */
  readonly repeated: readonly string[];
}

/** What systems put into archives beside the files. */
const isClutter = (name: string): boolean =>
  name.endsWith("/") || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/i.test(name);

/**
 * All files of a zip, in its order. `"damaged"` where it cannot be read or has a password,
 * `"too-large"` where it unpacks beyond reason.
 */
export function unpackZip(bytes: Uint8Array): UnpackedZip | "damaged" | "too-large" {
  const names: string[] = [];
  let declared = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        declared += originalSize;
        return false;
      },
    });
    if (declared > MOST_BYTES || (declared > UNQUESTIONED && declared > bytes.length * MOST_RATIO))
      return "too-large";
    const times = new Map<string, number>();
    const entries = names.flatMap((name, place): ZipEntry[] => {
      if (isClutter(name)) return [];
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      let at = 0;
      const content = unzipSync(bytes, { filter: () => at++ === place })[name];
      return [{ name: time === 1 ? name : `${name} (${time})`, bytes: content }];
    });
    const repeated = [...times].flatMap(([name, time]) => (time > 1 ? [name] : []));
    return { entries, repeated };
  } catch {
    return "damaged";
  }
}
