import type { RawTable } from "../../../prep/columns/raw-table";

/**
 * The bytes in pieces that end at the given places; each piece is overwritten once the next is
 * asked for, as a file reader may.
 */
export async function* chunked(
  bytes: Uint8Array,
  cuts: readonly number[],
): AsyncGenerator<Uint8Array> {
  const places = [...new Set(cuts.map((cut) => Math.min(cut, bytes.length)))].sort((a, b) => a - b);
  let from = 0;
  for (const to of [...places, bytes.length]) {
    const piece = bytes.slice(from, to);
    yield piece;
    piece.fill(0x3c);
    from = to;
  }
}

export const everyByte = (bytes: Uint8Array): number[] => Array.from(bytes, (_, i) => i);

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each row as an object of the columns that have a value. */
export function rowsOf(table: RawTable): Record<string, string>[] {
  return Array.from({ length: table.rowCount }, (_, row) => {
    const result: Record<string, string> = {};
    for (const [name, column] of table.columns) {
      const value = column.at(row);
      if (value !== null) result[name] = value;
    }
    return result;
  });
}
