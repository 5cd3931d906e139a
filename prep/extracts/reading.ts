import type { Finding, RowCount } from "../check/finding";
import type { InputFile, Progress } from "../pipeline-contract";

/** What is gathered while files are read, one after the other. */
export interface Reading {
  readonly findings: Finding[];
  readonly rows: RowCount[];
  /** What each file was taken for, by name; null when it was not recognised. */
  readonly takenFor: Map<string, string | null>;
  /** The content of a file; tells the progress as it passes. */
  content(file: InputFile): AsyncIterable<Uint8Array>;
}

/** Begins to read some files. */
export function startReading(files: readonly InputFile[], progress: Progress): Reading {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  return {
    findings: [],
    rows: [],
    takenFor: new Map(),
    async *content(file) {
      for await (const chunk of file.chunks()) {
        // A packed file gives more bytes than it has.
        progress("Reading", (done = Math.min(done + chunk.length, total)), total);
        yield chunk;
      }
    },
  };
}
