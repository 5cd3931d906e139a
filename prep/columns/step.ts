import type { Arrays } from "./batch";
import type { ColumnSource } from "./column-source";
import type { Node } from "./expression";

/** A node made ready: `fill` works out the rows from one on, so many of them, into `out`. */
export interface Step<A> {
  readonly out: A;
  fill(from: number, count: number): void;
}

/** NaN where there is no value. */
export type Numbers = Step<Float64Array>;
/** 1 or 0. */
export type Flags = Step<Uint8Array>;
/** Indexes into `texts`, of which the first stands for no value. */
export interface CodedColumn extends Step<Int32Array> {
  readonly texts: readonly string[];
}
export type NumberLike = Float64Array | Int32Array | Uint8Array;

/**
 * Rows that expressions are being worked out over, `size` of them at a time. It makes the step of
 * each node once, so that what several parts of an expression ask for is worked out once a batch.
 */
export interface BatchRun extends Arrays {
  readonly source: ColumnSource;
  /** Rows of a batch that there are: the arrays may be longer. */
  readonly size: number;
  numbers(node: Node): Numbers;
  flags(node: Node): Flags;
  codes(node: Node): CodedColumn;
}

/** The rows are in `out` already: the same for every batch. */
const nothing = (): void => undefined;

/** A step that works out each batch once, however many others ask for it. */
export function once<S extends Step<NumberLike>>(step: S): S {
  let done = -1;
  return {
    ...step,
    fill(from: number, count: number): void {
      if (from === done) return;
      step.fill(from, count);
      done = from;
    },
  };
}

/** The same value in every row of a batch. */
export function constantly<A extends NumberLike>(
  out: A,
  value: number,
  { size }: BatchRun,
): Step<A> {
  out.fill(value, 0, size);
  return { out, fill: nothing };
}

/** The first of several that has a value, which `isGiven` tells. */
export function firstGiven<A extends Float64Array | Int32Array>(
  [first, ...others]: readonly Step<A>[],
  out: A,
  isGiven: (value: number) => boolean,
): Step<A> {
  return {
    out,
    fill(from, count) {
      first.fill(from, count);
      for (let i = 0; i < count; i++) out[i] = first.out[i];
      for (const other of others) {
        other.fill(from, count);
        for (let i = 0; i < count; i++) if (!isGiven(out[i])) out[i] = other.out[i];
      }
    },
  };
}

/** The value of the first case that holds; `missing` stands where none does. */
export function firstCase<A extends Float64Array | Int32Array | Uint8Array>(
  cases: readonly { readonly is: Flags; readonly then: Step<A> }[],
  otherwise: Step<A> | null,
  out: A,
  missing: number,
): Step<A> {
  const lastFirst = [...cases].reverse();
  return {
    out,
    fill(from, count) {
      if (otherwise) {
        otherwise.fill(from, count);
        for (let i = 0; i < count; i++) out[i] = otherwise.out[i];
      } else out.fill(missing, 0, count);
      for (const { is, then } of lastFirst) {
        is.fill(from, count);
        then.fill(from, count);
        for (let i = 0; i < count; i++) if (is.out[i]) out[i] = then.out[i];
      }
    },
  };
}
