/**
 * For each row the first row with the same key, itself where it is the first. Rows with an empty
 * key are alone.
 * The keys (which may be personal) are forgotten on return.
 */
export function firstWithSame(rowCount: number, keyOf: (row: number) => string): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from({ length: rowCount }, (_, row) => {
    const key = keyOf(row);
    const first = key === "" ? row : (seen.get(key) ?? row);
    if (first === row && key !== "") seen.set(key, row);
    return first;
  });
}
