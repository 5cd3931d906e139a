/** The file of an output that says what is in it. */
export const MANIFEST = "manifest.json";

/** A file of the output: path below the folder with `/`, size, SHA-256 in hex. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * An output folder in the making, on a disk or in memory. Nothing shows under its final name until
 * all of it is written.
 */
export interface OutputFolder {
  /** Files written so far, in order. */
  readonly files: readonly WrittenFile[];
  /** Writes one file; the path is below the folder, with `/`. */
  write(
    path: string,
    chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<WrittenFile>;
}
