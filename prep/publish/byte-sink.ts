/** Bytes written so far; `bytes` is replaced by a larger array when it is full. */
interface ByteSink {
  bytes: Uint8Array;
  length: number;
}

export const byteSink = (capacity: number): ByteSink => ({
  bytes: new Uint8Array(capacity),
  length: 0,
});

/** Makes room for so many more bytes. */
function reserve(sink: ByteSink, count: number): void {
  const needed = sink.length + count;
  if (needed <= sink.bytes.length) return;
  const larger = new Uint8Array(Math.max(needed, sink.bytes.length * 2));
  larger.set(sink.bytes.subarray(0, sink.length));
  sink.bytes = larger;
}

export function writeBytes(sink: ByteSink, from: Uint8Array): void {
  reserve(sink, from.length);
  sink.bytes.set(from, sink.length);
  sink.length += from.length;
}
