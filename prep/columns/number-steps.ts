import { MISSING } from "./column";
import { dataOf, isText, parameterOf, type ColumnValues } from "./column-source";
import type { Node } from "./expression";
import { constantly, firstCase, firstGiven, type Numbers, type BatchRun } from "./step";

/** Days of a column; each kind of array has a loop of its own, which the engine makes fast. */
function fillDays(data: Int32Array, from: number, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = data[from + i];
    out[i] = value === MISSING ? NaN : value;
  }
}

function fillNumbers(
  data: ArrayLike<number>,
  from: number,
  out: Float64Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const value = data[from + i];
    out[i] = value === MISSING ? NaN : value;
  }
}

/** The numbers or days of a column. Throws where texts were given. */
export function numbersOfColumn(data: ColumnValues, run: BatchRun): Numbers {
  const out = run.floats();
  if (data === null) return constantly(out, NaN, run);
  if (isText(data)) throw new Error("a text column was given where numbers are declared");
  return {
    out,
    fill:
      data instanceof Int32Array
        ? (from, count) => fillDays(data, from, out, count)
        : (from, count) => fillNumbers(data, from, out, count),
  };
}

function addAll(a: Float64Array, b: Float64Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = a[i] + b[i];
}
function subtractAll(a: Float64Array, b: Float64Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = a[i] - b[i];
}

/** Days and numbers that are worked out of two others; anything with NaN is NaN. */
function numbersOfTwo(
  node: { readonly left: Node; readonly right: Node },
  combine: typeof addAll,
  run: BatchRun,
): Numbers {
  const [left, right] = [run.numbers(node.left), run.numbers(node.right)];
  const out = run.floats();
  return {
    out,
    fill(from, count) {
      left.fill(from, count);
      right.fill(from, count);
      combine(left.out, right.out, out, count);
    },
  };
}

const isNumber = (value: number): boolean => !Number.isNaN(value);

/** How the numbers or days of a node are worked out. Throws where it gives none. */
export function numberStep(node: Node, run: BatchRun): Numbers {
  switch (node.op) {
    case "column":
      return numbersOfColumn(dataOf(run.source, node.name), run);
    case "parameter": {
      const value = Number(parameterOf(run.source, node.name));
      return constantly(run.floats(), value === MISSING ? NaN : value, run);
    }
    case "constant":
      return constantly(run.floats(), Number(node.value), run);
    case "add":
      return numbersOfTwo(node, addAll, run);
    case "subtract":
      return numbersOfTwo(node, subtractAll, run);
    case "coalesce":
      return firstGiven(node.of.map(run.numbers), run.floats(), isNumber);
    case "case":
      return firstCase(
        node.when.map(({ is, then }) => ({ is: run.flags(is), then: run.numbers(then) })),
        node.otherwise && run.numbers(node.otherwise),
        run.floats(),
        NaN,
      );
    default:
      throw new Error(`${node.op} gives no number`);
  }
}
