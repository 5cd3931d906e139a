import { Gunzip } from "fflate";
import { gzipFault, refuseBeyondReason } from "../../prep/scan/gzip";

/** The content of a gzip file of `size` bytes, piece by piece. Throws a fault of the scanner. */
export async function* gunzip(
  packed: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let [total, ended] = [0, false];
  const stream = new Gunzip((piece, isLast) => {
    total += piece.length;
    ended = isLast;
    if (piece.length > 0) ready.push(piece);
  });
  try {
    let held: Uint8Array | null = null;
    for await (const piece of packed) {
      if (held) stream.push(held);
      refuseBeyondReason(total, size);
      yield* ready.splice(0);
      held = piece.slice();
    }
    if (held) stream.push(held, true);
    if (!ended) throw new Error("cut off");
  } catch (error) {
    yield* ready.splice(0);
    throw gzipFault(error);
  }
  yield* ready;
}
