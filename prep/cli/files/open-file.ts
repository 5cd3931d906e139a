import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import { gzipFault, isGzip, refuseBeyondReason } from "../../scan/gzip";

const CHUNK = 1 << 18;
interface OpenedFile {
  /** Name without its folder. */
  readonly name: string;
  /** Bytes on the disk. */
  readonly size: number;
  /** The content, unpacked where the file is gzip. To be read once and to the end. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /**
   * SHA-256 of the bytes on the disk in hex, once `chunks` has been read to the end; null before,
   * and where it was not asked for.
   */
  sha256(): string | null;
}

/** The bytes of a file; the next piece is read while the last one is in use. */
async function* pieces(
  path: string,
  size: number,
  hashed: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r");
  const length = Math.max(2, Math.min(CHUNK, size));
  const buffers = [Buffer.allocUnsafe(length), Buffer.allocUnsafe(size > length ? length : 2)];
  const read = (turn: number) => file.read(buffers[turn % 2], 0, buffers[turn % 2].length, null);
  let coming = read(0);
  try {
    for (let turn = 0; ; turn++) {
      const { bytesRead } = await coming;
      if (bytesRead === 0) return;
      coming = read(turn + 1);
      // It is looked at when the next piece is asked for, or not at all.
      coming.catch(() => undefined);
      const bytes = buffers[turn % 2].subarray(0, bytesRead);
      hashed(bytes);
      yield bytes;
    }
  } finally {
    await coming.catch(() => undefined);
    await file.close();
  }
}

/** A source of which the first piece was taken. */
async function* resumed(
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function* unpacked(
  packed: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const feeding = (async () => {
    try {
      for await (const piece of packed) {
        // The piece is reused for the next read, and the stream may keep it.
        if (!gunzip.destroyed && !gunzip.write(Buffer.from(piece)))
          await new Promise<void>((done) => void gunzip.once("drain", done).once("close", done));
      }
      gunzip.end();
    } catch (error) {
      gunzip.destroy(error as Error);
    }
  })();
  let total = 0;
  try {
    for await (const bytes of gunzip) {
      total += (bytes as Buffer).length;
      refuseBeyondReason(total, size);
      yield bytes as Buffer;
    }
  } catch (error) {
    throw gzipFault(error);
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/**
 * Opens a file for `scanXml` and `scanCsv`. Throws as node:fs does when there is none; what goes
 * wrong later comes out of the scan as a problem.
 */
export async function openFile(
  path: string,
  { hashed = true }: { readonly hashed?: boolean } = {},
): Promise<OpenedFile> {
  const { size } = await stat(path);
  const hash = createHash("sha256");
  let digest: string | null = null;
  async function* raw(): AsyncGenerator<Uint8Array> {
    yield* pieces(path, size, (bytes) => void (hashed && hash.update(bytes)));
    if (hashed) digest = hash.digest("hex");
  }
  async function* content(): AsyncGenerator<Uint8Array> {
    const source = raw();
    const first = await source.next();
    if (first.done) return;
    const whole = resumed(first.value, source);
    yield* isGzip(first.value) ? unpacked(whole, size) : whole;
  }
  return { name: basename(path), size, chunks: content(), sha256: () => digest };
}
