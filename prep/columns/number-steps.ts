import { MISSING } from "./column";
import { dataOf, isText, parameterOf, type ColumnValues } from "./column-source";
import type { Node } from "./expression";
import { firstCase, firstGiven, nothing, type Numbers, type Run } from "./step";

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
export function numbersOfColumn(data: ColumnValues, size: number): Numbers {
  const out = new Float64Array(size).fill(NaN);
  if (data === null) return { out, fill: nothing };
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
function numbersOfTwo(left: Numbers, right: Numbers, combine: typeof addAll): Numbers {
  const out = new Float64Array(left.out.length);
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
export function numberStep(node: Node, run: Run): Numbers {
  const empty = (): Float64Array => new Float64Array(run.size);
  switch (node.op) {
    case "column":
      return numbersOfColumn(dataOf(run.source, node.name), run.size);
    case "parameter": {
      const value = Number(parameterOf(run.source, node.name));
      return { out: empty().fill(value === MISSING ? NaN : value), fill: nothing };
    }
    case "constant":
      return { out: empty().fill(Number(node.value)), fill: nothing };
    case "add":
      return numbersOfTwo(run.numbers(node.left), run.numbers(node.right), addAll);
    case "subtract":
      return numbersOfTwo(run.numbers(node.left), run.numbers(node.right), subtractAll);
    case "coalesce":
      return firstGiven(node.of.map(run.numbers), empty(), isNumber);
    case "case":
      return firstCase(
        node.when.map(({ is, then }) => ({ is: run.flags(is), then: run.numbers(then) })),
        node.otherwise && run.numbers(node.otherwise),
        empty(),
        NaN,
      );
    default:
      throw new Error(`${node.op} gives no number`);
  }
}
