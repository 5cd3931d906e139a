import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** Bytes up to which a file is hashed at once by the browser itself. */
const AT_ONCE = 64 * 2 ** 20;
const PIECE = 2 ** 20;

/** The bytes of a file from its beginning, in pieces. */
export async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE)
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
}

/** SHA-256 of a file, in hex. Rejects where the file cannot be read. */
export async function sha256Of(file: Blob): Promise<string> {
  if (file.size <= AT_ONCE)
    return bytesToHex(
      new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer())),
    );
  const hash = sha256.create();
  for await (const piece of piecesOf(file)) hash.update(piece);
  return bytesToHex(hash.digest());
}
