import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { piecesOf } from "./sha256";

/** Files that are packed already. */
const PACKED = /\.(?:parquet|pbiviz|zip|png|xlsx)$/i;
/** 1 January 1980, the first day that a zip knows: the same files give the same zip. */
const FIRST_DAY = new Date(1980, 0, 1);

/** A zip of files by their path, in their order. */
export async function zipOf(contents: ReadonlyMap<string, Blob>): Promise<Blob> {
  const parts: Blob[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, piece) => {
    fault ??= error;
    parts.push(new Blob([new Uint8Array(piece)]));
  });
  for (const [path, content] of contents) {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path);
    entry.mtime = FIRST_DAY;
    zip.add(entry);
    for await (const piece of piecesOf(content)) entry.push(piece);
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  if (fault) throw fault;
  return new Blob(parts, { type: "application/zip" });
}
