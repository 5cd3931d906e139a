/** Bytes written so far; `bytes` is replaced by a larger array when it is full. */
export interface ByteSink {
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

export function writeByte(sink: ByteSink, byte: number): void {
  reserve(sink, 1);
  sink.bytes[sink.length++] = byte;
}

/** Appends `from[start..end)`. */
export function writeBytes(sink: ByteSink, from: Uint8Array, start = 0, end = from.length): void {
  const count = end - start;
  reserve(sink, count);
  const { bytes, length } = sink;
  // Below some 30 bytes a loop is faster than the call to `set` with a new view.
  if (count < 32) for (let i = 0; i < count; i++) bytes[length + i] = from[start + i];
  else bytes.set(from.subarray(start, end), length);
  sink.length = length + count;
}

function writeAscii(sink: ByteSink, text: string): void {
  reserve(sink, text.length);
  for (let i = 0; i < text.length; i++) sink.bytes[sink.length + i] = text.charCodeAt(i);
  sink.length += text.length;
}

function writeInt32(sink: ByteSink, value: number): void {
  reserve(sink, 11);
  const { bytes } = sink;
  let rest = value < 0 ? -value : value;
  if (value < 0) bytes[sink.length++] = 45;
  let digits = 1;
  for (let bound = 10; rest >= bound; bound *= 10) digits++;
  let at = (sink.length += digits);
  do {
    const next = Math.floor(rest / 10);
    bytes[--at] = 48 + (rest - next * 10);
    rest = next;
  } while (rest > 0);
}

/**
 * Appends a finite number in the shortest decimal form that reads back as the same number (negative
 * zero as 0).
 */
export function writeNumber(sink: ByteSink, value: number): void {
  if (value === (value | 0)) writeInt32(sink, value);
  else writeAscii(sink, String(value));
}
