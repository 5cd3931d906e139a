/** Rows sorted by one column after the other, so that the order of the files does not matter. */
export const rowOrder = (length: number, ...by: ArrayLike<number>[]): Int32Array =>
  Int32Array.from({ length }, (_, row) => row).sort((a, b) => {
    for (const values of by) if (values[a] !== values[b]) return values[a] - values[b];
    return a - b;
  });
