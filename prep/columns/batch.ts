/**
 * Rows that are worked on at a time, so that what a node leaves for the next one stays in the
 * processor's cache.
 */
export const BATCH = 4096;

/**
 * Arrays of a batch that nobody works with any more. A view works out each of its flags by itself,
 * and making the arrays anew would cost more than the flags.
 */
const spare = {
  floats: [] as Float64Array[],
  ints: [] as Int32Array[],
  bytes: [] as Uint8Array[],
};

/** What hands out the spare arrays of a kind, or new ones, and takes them back. */
function lender<A>(free: A[], make: () => A): { lend(): A; takeBack(): void } {
  const lent: A[] = [];
  return {
    lend() {
      const array = free.pop() ?? make();
      lent.push(array);
      return array;
    },
    takeBack: () => void free.push(...lent.splice(0)),
  };
}

/** Arrays for the rows of a batch, with anything in them. */
export interface Arrays {
  floats(): Float64Array;
  ints(): Int32Array;
  bytes(): Uint8Array;
}

/** Lends arrays until `giveBack` is called, after which none of them may be used. */
export function borrowArrays(): Arrays & { giveBack(): void } {
  const floats = lender(spare.floats, () => new Float64Array(BATCH));
  const ints = lender(spare.ints, () => new Int32Array(BATCH));
  const bytes = lender(spare.bytes, () => new Uint8Array(BATCH));
  return {
    floats: floats.lend,
    ints: ints.lend,
    bytes: bytes.lend,
    giveBack: () => [floats, ints, bytes].forEach(({ takeBack }) => takeBack()),
  };
}
