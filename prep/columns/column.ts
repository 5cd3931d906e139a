/**
 * Typed columns that the readers fill and the stages pass on. Each is also a valid arquero column
 * (`length` and `at(row)`), so `table(columns)` of arquero takes them as they are.
 * A missing value is `null` from `at`; in the arrays it is the sentinel named by each class.
 */
interface Column<T> {
  readonly length: number;
  /** The value of a row (from 0), or null where there is none. */
  at(row: number): T | null;
}

/** What stands in an integer or day array where there is no value. */
export const MISSING = -0x80000000;

/**
 * The texts that codes stand for, or what gives them when they are first asked for: those of keys
 * never are. Columns with the same one have the same code for the same text.
 */
type Texts = readonly string[] | (() => readonly string[]);

/**
 * Text, dictionary-encoded: `dictionary[codes[row]]`. Code 0 always means "no value";
 * `dictionary[0]` is the empty string. A dictionary may hold texts that no row has.
 */
export class TextColumn implements Column<string> {
  constructor(
    readonly codes: Int32Array,
    readonly texts: Texts,
  ) {}
  get dictionary(): readonly string[] {
    return typeof this.texts === "function" ? this.texts() : this.texts;
  }
  get length(): number {
    return this.codes.length;
  }
  at(row: number): string | null {
    const code = this.codes[row];
    return code === 0 ? null : this.dictionary[code];
  }
}

/** Whole numbers in 32 bits; MISSING where there is none. */
export class IntegerColumn implements Column<number> {
  constructor(readonly values: Int32Array) {}
  get length(): number {
    return this.values.length;
  }
  at(row: number): number | null {
    const value = this.values[row];
    return value === MISSING ? null : value;
  }
}

/**
 * Calendar days as whole days since 1970-01-01 (see prep/calendar/day); MISSING where there is
 * none.
 */
export class DayColumn implements Column<number> {
  constructor(readonly values: Int32Array) {}
  get length(): number {
    return this.values.length;
  }
  at(row: number): number | null {
    const value = this.values[row];
    return value === MISSING ? null : value;
  }
}

/** Numbers; NaN where there is none. */
export class NumberColumn implements Column<number> {
  constructor(readonly values: Float64Array) {}
  get length(): number {
    return this.values.length;
  }
  at(row: number): number | null {
    const value = this.values[row];
    return Number.isNaN(value) ? null : value;
  }
}

/** Yes and no: 1, 0, or -1 where there is no value. */
export class FlagColumn implements Column<boolean> {
  constructor(readonly values: Int8Array) {}
  get length(): number {
    return this.values.length;
  }
  at(row: number): boolean | null {
    const value = this.values[row];
    return value < 0 ? null : value === 1;
  }
}
