import type { Finding, RowCount } from "../check/finding";
import type { RulesResult } from "../check/run";
import type { InputFile } from "../input-file";
import type { Progress } from "../progress";

/** What is gathered while files are read, one after the other. */
export interface Reading {
  readonly findings: Finding[];
  readonly rows: RowCount[];
  /** What readers found that check while they read, with full counts. */
  readonly checks: RulesResult[];
  /** What each file was taken for, by name; null when it was not recognised. */
  readonly takenFor: Map<string, string | null>;
  /** The content of a file; tells the progress as it passes. */
  content(file: InputFile): AsyncIterable<Uint8Array>;
}

/** How many files are opened before their turn: opening one takes longer than reading on. */
const AHEAD = 4;

/** The content whose first chunk is being fetched already. */
function begun(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const first = source.next();
  // An error is thrown when the chunk is asked for.
  first.catch(() => undefined);
  return {
    async *[Symbol.asyncIterator]() {
      try {
        for (let step = await first; step.done !== true; step = await source.next())
          yield step.value;
      } finally {
        await source.return?.();
      }
    },
  };
}

/**
 * The content of one file after the other, all to be read to their end; the next few are begun
 * while one is read.
 */
export function* contents<F>(
  files: readonly F[],
  contentOf: (file: F) => AsyncIterable<Uint8Array>,
): Generator<readonly [file: F, content: AsyncIterable<Uint8Array>]> {
  const waiting: AsyncIterable<Uint8Array>[] = [];
  for (const [i, file] of files.entries()) {
    while (waiting.length <= AHEAD && i + waiting.length < files.length)
      waiting.push(begun(contentOf(files[i + waiting.length])));
    yield [file, waiting.shift()!];
  }
}

/** Begins to read some files. */
export function startReading(files: readonly InputFile[], progress: Progress): Reading {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  return {
    findings: [],
    rows: [],
    checks: [],
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
