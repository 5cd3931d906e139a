import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { OutputFolder, WrittenFile } from "../../prep/publish/output-folder";

/** Bytes that are gathered before the browser keeps them, which may be on its disk. */
const GATHERED = 4 * 2 ** 20;

/** An output folder in the browser's own keeping. */
export interface MemoryFolder extends OutputFolder {
  readonly files: readonly WrittenFile[];
  /** The content of each file, by its path. */
  readonly contents: ReadonlyMap<string, Blob>;
}

export function memoryFolder(): MemoryFolder {
  const files: WrittenFile[] = [];
  const contents = new Map<string, Blob>();
  return {
    files,
    contents,
    async write(path, chunks) {
      const hash = sha256.create();
      const parts: Blob[] = [];
      let gathered: Uint8Array<ArrayBuffer>[] = [];
      let [held, bytes] = [0, 0];
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        held += chunk.length;
        // The memory of a chunk may be used again for the next.
        gathered.push(new Uint8Array(chunk));
        if (held < GATHERED) continue;
        parts.push(new Blob(gathered));
        [gathered, held] = [[], 0];
      }
      contents.set(path, new Blob([...parts, ...gathered]));
      const file = { path, bytes, sha256: bytesToHex(hash.digest()) };
      files.push(file);
      return file;
    },
  };
}
