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
  /** The row whose keys are those of a row of another table (its key columns in the same order), or -1. The first one where several are. */
  find(keys: readonly Int32Array[], row: number): number;
}

/** Indexes all rows of a table by some of its columns. Linear in the rows. */
export function rowIndex(own: readonly Int32Array[]): RowIndex {
  const rows = own[0].length;
  const slots = slotsFor(rows);
  const mask = slots.length - 1;
  const same = (a: number, keys: readonly Int32Array[], b: number): boolean => {
    for (let k = 0; k < own.length; k++) if (own[k][a] !== keys[k][b]) return false;
    return true;
  };
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

/**
 * Of rows with the same keys leaves one: the highest by `compare` (of two rows; 0 or none: the first). `isIn` says which rows take part;
 * `drop` is told each row that goes, and the row that stays so far in its stead. Linear in the rows.
 */
export function keepOne(rows: number, keys: readonly Int32Array[], isIn: (row: number) => boolean, drop: (row: number) => void, compare: (a: number, b: number) => number = () => 0): void {
  const slots = slotsFor(rows);
  const mask = slots.length - 1;
  for (let row = 0; row < rows; row++) {
    if (!isIn(row)) continue;
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
