const BLOCK = 1 << 20;
const ZERO = 0x30;

/**
 * Differs from run to run, so that no file can be made whose values all fall into one slot. The
 * codes do not depend on it.
 */
const SEED = (Math.random() * 0x100000000) | 0;

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = SEED ^ (end - start);
  let i = start;
  for (const last = end - 4; i <= last; i += 4) {
    hash = Math.imul(
      hash ^ (bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24)),
      0x9e3779b1,
    );
    hash ^= hash >>> 15;
  }
  if (i < end) {
    let tail = bytes[i];
    if (i + 1 < end) tail |= bytes[i + 1] << 8;
    if (i + 2 < end) tail |= bytes[i + 2] << 16;
    hash = Math.imul(hash ^ tail, 0x9e3779b1);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/**
 * Gives each distinct run of bytes a code, in the order of first sight, without making strings.
 * Code 0 is the empty run. The bytes must be whole UTF-8 characters.
 */
export class ByteDictionary {
  private pool = new Uint8Array(256);
  private offsets = new Uint32Array(17);
  /**
   * Pairs of hash and code, code 0 where the slot is free: the hash beside the code saves a look at
   * far memory.
   */
  private slots = new Int32Array(64);
  private readonly singles = new Int32Array(256);
  private count = 1;
  /**
   * The code that was given last: the same value often follows, or in a table of the same order the
   * next one.
   */
  private last = 0;
  private joined = new Uint8Array(64);
  /** The values made into strings so far. */
  private readonly decoded: string[] = [""];

  /**
   * The first `size` values as strings, by code; `[0]` is the empty one. The array of all of them
   * grows when it is asked for again after more were given codes.
   */
  readonly strings = (size = this.count): readonly string[] => {
    if (this.decoded.length < size) this.decode(size);
    return size < this.decoded.length ? this.decoded.slice(0, size) : this.decoded;
  };

  /** Number of codes given, the empty value's included. */
  get size(): number {
    return this.count;
  }

  /** The bytes of a value, to be looked at before the next one is given a code. */
  bytes(code: number): Uint8Array {
    return this.pool.subarray(this.offsets[code], this.offsets[code + 1]);
  }

  /** The code of a run of bytes. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length <= 1) {
      if (length <= 0) return 0;
      const known = this.singles[bytes[start]];
      return known !== 0 ? known : (this.singles[bytes[start]] = this.add(bytes, start, end));
    }
    const { slots, offsets, pool, last } = this;
    if (last !== 0 && length > 3) {
      const [from, next] = [offsets[last], offsets[last + 1]];
      if (next - from === length) {
        let i = 0;
        while (i < length && pool[from + i] === bytes[start + i]) i++;
        if (i === length) return last;
      }
      if (last + 1 < this.count && offsets[last + 2] - next === length) {
        let i = 0;
        while (i < length && pool[next + i] === bytes[start + i]) i++;
        if (i === length) return (this.last = last + 1);
      }
    }
    const hash = hashOf(bytes, start, end);
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (let code = slots[slot + 1]; code !== 0; code = slots[slot + 1]) {
      if (slots[slot] === hash) {
        const from = offsets[code];
        if (offsets[code + 1] - from === length) {
          let i = 0;
          while (i < length && pool[from + i] === bytes[start + i]) i++;
          if (i === length) return (this.last = code);
        }
      }
      slot = (slot + 2) & mask;
    }
    const code = this.add(bytes, start, end);
    slots[slot] = hash;
    slots[slot + 1] = code;
    if (this.count * 4 > slots.length) this.widen();
    return (this.last = code);
  }

  /**
   * The code of one value followed by another, each from any dictionary; 0 where both are empty.
   */
  internJoined(first: ByteDictionary, a: number, second: ByteDictionary, b: number): number {
    const [from, to] = [first.offsets[a], first.offsets[a + 1]];
    const [from2, to2] = [second.offsets[b], second.offsets[b + 1]];
    const length = to - from + to2 - from2;
    if (length > this.joined.length) this.joined = new Uint8Array(length * 2);
    for (let i = from; i < to; i++) this.joined[i - from] = first.pool[i];
    for (let i = from2; i < to2; i++) this.joined[to - from + i - from2] = second.pool[i];
    return this.intern(this.joined, 0, length);
  }

  /**
   * Orders two values as whole numbers written out in digits: below 0 where the first is less.
   * Numbers of any length; others by length, then by bytes.
   */
  compareAsNumbers(a: number, b: number): number {
    const { offsets, pool } = this;
    let [i, j] = [offsets[a], offsets[b]];
    const [endA, endB] = [offsets[a + 1], offsets[b + 1]];
    while (i < endA && pool[i] === ZERO) i++;
    while (j < endB && pool[j] === ZERO) j++;
    if (endA - i !== endB - j) return endA - i - (endB - j);
    while (i < endA && pool[i] === pool[j]) {
      i++;
      j++;
    }
    return i === endA ? 0 : pool[i] - pool[j];
  }

  private decode(count: number): void {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const { offsets, pool, decoded: values } = this;
    for (let code = values.length; code < count;) {
      let last = code + 1;
      while (last < count && offsets[last] - offsets[code] < BLOCK) last++;
      const block = decoder.decode(pool.subarray(offsets[code], offsets[last]));
      for (let at = 0; code < last; code++) {
        let units = 0;
        for (let i = offsets[code]; i < offsets[code + 1]; i++)
          units += (pool[i] & 0xc0) === 0x80 ? 0 : pool[i] >= 0xf0 ? 2 : 1;
        values.push(block.slice(at, at + units));
        at += units;
      }
    }
  }

  private add(bytes: Uint8Array, start: number, end: number): number {
    const code = this.count++;
    const from = this.offsets[code];
    const to = from + end - start;
    if (to > this.pool.length) {
      const wider = new Uint8Array(Math.max(to, this.pool.length * 2));
      wider.set(this.pool.subarray(0, from));
      this.pool = wider;
    }
    for (let i = start, at = from; i < end; i++, at++) this.pool[at] = bytes[i];
    if (code + 1 >= this.offsets.length) {
      const offsets = new Uint32Array(code * 2 + 1);
      offsets.set(this.offsets);
      this.offsets = offsets;
    }
    this.offsets[code + 1] = to;
    return code;
  }

  private widen(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i + 1] === 0) continue;
      let slot = (old[i] << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[i];
      slots[slot + 1] = old[i + 1];
    }
    this.slots = slots;
  }
}

/**
 * Gives each column name a dictionary of its own, the same one for every table and file that asks.
 */
export function dictionaryPool(): (column: string) => ByteDictionary {
  const pool = new Map<string, ByteDictionary>();
  return (column) => {
    let dictionary = pool.get(column);
    if (dictionary === undefined) pool.set(column, (dictionary = new ByteDictionary()));
    return dictionary;
  };
}
