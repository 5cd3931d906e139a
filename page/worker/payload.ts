/** What the page carries packed, for the worker to unpack on first need. */
export interface Payload {
  /** WebAssembly of the Parquet writer, gzip. */
  readonly parquet: ArrayBuffer;
  /** WebAssembly of the linear solver, gzip. */
  readonly highs: ArrayBuffer;
  /** The packaged visual (.pbiviz), gzip; null where the page was made without. */
  readonly visual: ArrayBuffer | null;
}

let held: Payload | null = null;

export const holdPayload = (payload: Payload): void => void (held = payload);

/** One part of what the page carries, unpacked; null where it is not there. */
export async function unpackedPart(name: keyof Payload): Promise<Uint8Array | null> {
  const packed = held?.[name];
  if (!packed) return null;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
