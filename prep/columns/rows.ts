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

/** The rows that have a flag. */
export function rowsOf(flags: ArrayLike<number>): Int32Array {
  const rows = new Int32Array(flags.length);
  let count = 0;
  for (let row = 0; row < flags.length; row++) if (flags[row]) rows[count++] = row;
  return rows.slice(0, count);
}

/** The values of any array at some rows, in their order. */
export function take(values: ArrayLike<number>, rows: ArrayLike<number>): Int32Array {
  const taken = new Int32Array(rows.length);
  for (let i = 0; i < taken.length; i++) taken[i] = values[rows[i]];
  return taken;
}

/** The cells of some rows. */
export function gather(cells: Int32Array, rows: Int32Array): Int32Array {
  const taken = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = cells[rows[i]];
  return taken;
}

/**
 * The cells of some rows, in ascending order, moved to the front of their own array: for columns
 * that are not looked at again.
 */
export function compact(cells: Int32Array, rows: Int32Array): Int32Array {
  for (let i = 0; i < rows.length; i++) cells[i] = cells[rows[i]];
  return cells.subarray(0, rows.length);
}

/** The cells of some rows, in 16 bits. */
export function gather16(cells: Int32Array, rows: Int32Array): Int16Array {
  const taken = new Int16Array(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = cells[rows[i]];
  return taken;
}
