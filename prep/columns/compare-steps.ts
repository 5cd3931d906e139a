import { dataOf, parameterOf } from "./column-source";
import type { Comparison, Node } from "./expression";
import { numbersOfColumn } from "./number-steps";
import type { CodedColumn, Flags, NumberLike, BatchRun, Step } from "./step";
import { sharedTexts } from "./text-steps";

type Of<O extends Node["op"]> = Extract<Node, { op: O }>;

/**
 * One loop for each comparison, so that none is chosen row by row. NaN compares false with all but
 * <>.
 */
const comparisons: Readonly<
  Record<Comparison, (a: NumberLike, b: NumberLike, out: Uint8Array, count: number) => void>
> = {
  "<": (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = a[i] < b[i] ? 1 : 0;
  },
  "<=": (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = a[i] <= b[i] ? 1 : 0;
  },
  "=": (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = a[i] === b[i] ? 1 : 0;
  },
  "<>": (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = a[i] < b[i] || a[i] > b[i] ? 1 : 0;
  },
  ">=": (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = a[i] >= b[i] ? 1 : 0;
  },
  ">": (a, b, out, count) => {
    for (let i = 0; i < count; i++) out[i] = a[i] > b[i] ? 1 : 0;
  },
};

/** A flag of each text of a column, looked up by its code; code 0, no value, is false. */
function flagsByCode(of: CodedColumn, run: BatchRun, holds: (text: string) => boolean): Flags {
  const ofCode = Uint8Array.from(of.texts, (text, code) => Number(code > 0 && holds(text)));
  const out = run.bytes();
  return {
    out,
    fill(from, count) {
      of.fill(from, count);
      for (let i = 0; i < count; i++) out[i] = ofCode[of.out[i]];
    },
  };
}

function textsCompared({ by, left, right }: Of<"compare">, run: BatchRun): Flags {
  if (by !== "=" && by !== "<>") throw new Error("texts have no order");
  if (right.op === "constant" || right.op === "parameter") {
    const text = String(
      right.op === "constant" ? right.value : parameterOf(run.source, right.name),
    );
    return flagsByCode(run.codes(left), run, (own) => (own === text) === (by === "="));
  }
  const [a, b] = sharedTexts([run.codes(left), run.codes(right)], run).recoded;
  const out = run.bytes();
  const same = by === "=" ? 1 : 0;
  return {
    out,
    fill(from, count) {
      a.fill(from, count);
      b.fill(from, count);
      for (let i = 0; i < count; i++)
        out[i] = a.out[i] > 0 && b.out[i] > 0 ? (a.out[i] === b.out[i] ? same : 1 - same) : 0;
    },
  };
}

/** A flag to be compared or looked at for a value: one that a column misses is NaN. */
function comparable(node: Node, run: BatchRun): Step<NumberLike> {
  if (node.op !== "column") return run.flags(node);
  const data = numbersOfColumn(dataOf(run.source, node.name), run);
  return {
    out: data.out,
    fill(from, count) {
      data.fill(from, count);
      for (let i = 0; i < count; i++) if (data.out[i] < 0) data.out[i] = NaN;
    },
  };
}

const valuesOf = (node: Node, run: BatchRun): Step<NumberLike> =>
  node.kind === "flag" ? comparable(node, run) : run.numbers(node);

/** Whether two values compare as they should. */
export function compared(node: Of<"compare">, run: BatchRun): Flags {
  if (node.left.kind === "text") return textsCompared(node, run);
  const [left, right] = [valuesOf(node.left, run), valuesOf(node.right, run)];
  const out = run.bytes();
  const compare = comparisons[node.by];
  return {
    out,
    fill(from, count) {
      left.fill(from, count);
      right.fill(from, count);
      compare(left.out, right.out, out, count);
    },
  };
}

/** Whether a value lies from one to another. */
export function isBetween(node: Of<"between">, run: BatchRun): Flags {
  const [of, low, high] = [node.of, node.from, node.to].map(run.numbers);
  const out = run.bytes();
  return {
    out,
    fill(from, count) {
      for (const step of [of, low, high]) step.fill(from, count);
      const [value, least, most] = [of.out, low.out, high.out];
      for (let i = 0; i < count; i++) out[i] = value[i] >= least[i] && value[i] <= most[i] ? 1 : 0;
    },
  };
}

/** Whether a value is one of a list. */
export function isOneOf({ of, values }: Of<"in">, run: BatchRun): Flags {
  const wanted = new Set<string | number>(values);
  if (of.kind === "text") return flagsByCode(run.codes(of), run, (text) => wanted.has(text));
  const value = run.numbers(of);
  const out = run.bytes();
  const list = values as readonly number[];
  return {
    out,
    fill(from, count) {
      value.fill(from, count);
      out.fill(0, 0, count);
      for (const one of list) for (let i = 0; i < count; i++) if (value.out[i] === one) out[i] = 1;
    },
  };
}

/** Whether a whole text is of a pattern. */
export function isLike({ of, pattern }: Of<"matches">, run: BatchRun): Flags {
  const whole = new RegExp(`^(?:${pattern})$`);
  return flagsByCode(run.codes(of), run, (text) => whole.test(text));
}

/** Whether there is a value. */
export function isThere(of: Node, run: BatchRun): Flags {
  if (of.kind === "text") return flagsByCode(run.codes(of), run, () => true);
  const value = valuesOf(of, run);
  const out = run.bytes();
  return {
    out,
    fill(from, count) {
      value.fill(from, count);
      for (let i = 0; i < count; i++) out[i] = value.out[i] === value.out[i] ? 1 : 0;
    },
  };
}
