/** Mixes the keys of a row into 32 bits. */
function hashOf(keys: readonly Int32Array[], row: number): number {
  let hash = 0;
  for (let k = 0; k < keys.length; k++) {
    hash = Math.imul(hash ^ keys[k][row], 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

const slotsFor = (rows: number): Int32Array => {
  let size = 16;
  while (size < rows * 2) size *= 2;
  return new Int32Array(size);
};

/** Where rows are by the whole numbers of their keys. */
export interface RowIndex {
  /**
   * The row whose keys are those of a row of another table (its key columns in the same order), or
   * -1. The first one where several are.
   */
  find(keys: readonly Int32Array[], row: number): number;
}

/** Counts up to two rows of each key; null where the keys are no codes of about so many rows. */
function seenOnce(key: Int32Array, isIn: (row: number) => boolean): Uint8Array | null {
  let highest = 0;
  for (let row = 0; row < key.length; row++) {
    if (key[row] < 0) return null;
    if (key[row] > highest) highest = key[row];
  }
  if (highest > key.length * 4) return null;
  const seen = new Uint8Array(highest + 1);
  for (let row = 0; row < key.length; row++) if (isIn(row) && seen[key[row]] < 2) seen[key[row]]++;
  return seen;
}

/**
 * Where each code is that no two rows share, by code: the row and 1; null where the keys are no
 * such codes.
 */
function rowOfCode(key: Int32Array): Int32Array | null {
  const seen = seenOnce(key, () => true);
  if (seen === null || seen.includes(2)) return null;
  const rowOf = new Int32Array(seen.length);
  for (let row = 0; row < key.length; row++) rowOf[key[row]] = row + 1;
  return rowOf;
}

/**
 * Indexes all rows of a table by some of its columns. Linear in the rows. An array look-up where
 * the last column's codes alone tell the rows apart.
 */
export function rowIndex(own: readonly Int32Array[]): RowIndex {
  const rows = own[0].length;
  const same = (a: number, keys: readonly Int32Array[], b: number): boolean => {
    for (let k = 0; k < own.length; k++) if (own[k][a] !== keys[k][b]) return false;
    return true;
  };
  const last = own.length - 1;
  const rowOf = rowOfCode(own[last]);
  if (rowOf !== null)
    return {
      find(keys, row) {
        const code = keys[last][row];
        const found = code >= 0 && code < rowOf.length ? rowOf[code] - 1 : -1;
        return found !== -1 && same(found, keys, row) ? found : -1;
      },
    };
  const slots = slotsFor(rows);
  const mask = slots.length - 1;
  const slotOf = (keys: readonly Int32Array[], row: number): number => {
    let slot = hashOf(keys, row) & mask;
    while (slots[slot] !== 0 && !same(slots[slot] - 1, keys, row)) slot = (slot + 1) & mask;
    return slot;
  };
  for (let row = 0; row < rows; row++) {
    const slot = slotOf(own, row);
    if (slots[slot] === 0) slots[slot] = row + 1;
  }
  return { find: (keys, row) => slots[slotOf(keys, row)] - 1 };
}

/** Which of the rows with the same keys stays. */
interface Keeping {
  /** Which rows take part. */
  readonly isIn: (row: number) => boolean;
  /** Is told each row that goes. */
  readonly drop: (row: number) => void;
  /** The order of two rows, of which the highest stays; 0 or none: the first. */
  readonly compare?: (a: number, b: number) => number;
}

/**
 * Of rows with the same keys leaves one: the highest, else the first. Linear in the rows. Quickest
 * where the last key alone tells most rows apart.
 */
export function keepOne(
  rows: number,
  keys: readonly Int32Array[],
  { isIn, drop, compare = () => 0 }: Keeping,
): void {
  const last = keys[keys.length - 1];
  const seen = seenOnce(last, isIn);
  const isAlone = (row: number): boolean => seen !== null && seen[last[row]] < 2;
  let others = 0;
  for (let row = 0; row < rows; row++) if (isIn(row) && !isAlone(row)) others++;
  const slots = slotsFor(others);
  const mask = slots.length - 1;
  for (let row = 0; row < rows; row++) {
    if (!isIn(row) || isAlone(row)) continue;
    let slot = hashOf(keys, row) & mask;
    for (;;) {
      const held = slots[slot] - 1;
      if (held === -1) {
        slots[slot] = row + 1;
        break;
      }
      let k = 0;
      while (k < keys.length && keys[k][held] === keys[k][row]) k++;
      if (k === keys.length) {
        if (compare(row, held) > 0) {
          slots[slot] = row + 1;
          drop(held);
        } else drop(row);
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
}
