/**
 * A buffer that begins with what is not read yet (`start` to `end` of the old one), then the new
 * bytes, then at least `spare` more.
 * It is the old one where that is large enough.
 */
export function rolledOn(
  buffer: Uint8Array,
  start: number,
  end: number,
  bytes: Uint8Array,
  spare: number,
): Uint8Array {
  const rest = end - start;
  const needed = rest + bytes.length + spare;
  let target = buffer;
  if (needed > buffer.length) {
    target = new Uint8Array(Math.max(needed, buffer.length * 2));
    target.set(buffer.subarray(start, end));
  } else buffer.copyWithin(0, start, end);
  target.set(bytes, rest);
  return target;
}
