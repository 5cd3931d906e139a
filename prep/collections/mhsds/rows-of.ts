/** 0 or 1 for each of so many rows. */
export function flagRows(count: number, test: (row: number) => boolean): Uint8Array {
  const flags = new Uint8Array(count);
  for (let row = 0; row < count; row++) if (test(row)) flags[row] = 1;
  return flags;
}

/** A whole number for each of so many rows. */
export function numberRows(count: number, read: (row: number) => number): Int32Array {
  const numbers = new Int32Array(count);
  for (let row = 0; row < count; row++) numbers[row] = read(row);
  return numbers;
}

/** 0, 1, 2 … : each row itself. */
export const everyRow = (count: number): Int32Array => numberRows(count, (row) => row);
