import type { SourceError } from "./scan";

/**
 * A gzip file that grows to more than this, and to more than `MOST_RATIO` times its size, is not
 * read on.
 */
const MOST_UNQUESTIONED = 1 << 30;
const MOST_RATIO = 200;

const sourceError = (scanCode: string, message: string): SourceError =>
  Object.assign(new Error(message), { scanCode });

/** Whether a file begins as gzip does (RFC 1952). */
export const isGzip = (opening: Uint8Array): boolean => opening[0] === 0x1f && opening[1] === 0x8b;

/** Throws where a gzip file of `size` bytes has grown beyond reason to `total`. */
export function refuseBeyondReason(total: number, size: number): void {
  if (total > MOST_UNQUESTIONED && total > size * MOST_RATIO)
    throw sourceError(
      "file-expands-too-much",
      `The file unpacks to more than ${MOST_RATIO} times its size and is not read on. Unpack it by hand if you trust it.`,
    );
}

/** What a gzip file that ends early or is spoilt is said to be; a fault that is told stays. */
export const gzipFault = (error: unknown): Error =>
  error instanceof Error && "scanCode" in error
    ? error
    : sourceError(
        "gzip-damaged",
        "The gzip file is cut off or damaged. What could be unpacked was read. Copy it again.",
      );
