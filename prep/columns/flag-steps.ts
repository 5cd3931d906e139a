import { dataOf, isText, parameterOf, type ColumnValues } from "./column-source";
import { compared, isBetween, isLike, isOneOf, isThere } from "./compare-steps";
import type { Node } from "./expression";
import { constantly, firstCase, type Flags, type BatchRun } from "./step";

/** Bytes have a loop of their own, which the engine makes fast. */
function fillBytes(data: Uint8Array, from: number, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = data[from + i] > 0 ? 1 : 0;
}

function fillFlags(data: ArrayLike<number>, from: number, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = data[from + i] > 0 ? 1 : 0;
}

/** The flags of a column, false where it misses one. Throws where texts were given. */
export function flagsOfColumn(data: ColumnValues, run: BatchRun): Flags {
  const out = run.bytes();
  if (data === null) return constantly(out, 0, run);
  if (isText(data)) throw new Error("a text column was given where a flag is declared");
  return {
    out,
    fill:
      data instanceof Uint8Array
        ? (from, count) => fillBytes(data, from, out, count)
        : (from, count) => fillFlags(data, from, out, count),
  };
}

/** All of some flags, or one or more of them. */
function combined(steps: readonly Flags[], all: boolean, run: BatchRun): Flags {
  const out = run.bytes();
  return {
    out,
    fill(from, count) {
      out.fill(all ? 1 : 0, 0, count);
      for (const step of steps) {
        step.fill(from, count);
        if (all) for (let i = 0; i < count; i++) out[i] &= step.out[i];
        else for (let i = 0; i < count; i++) out[i] |= step.out[i];
      }
    },
  };
}

function negated(of: Flags, run: BatchRun): Flags {
  const out = run.bytes();
  return {
    out,
    fill(from, count) {
      of.fill(from, count);
      for (let i = 0; i < count; i++) out[i] = 1 - of.out[i];
    },
  };
}

/** How the flag of a node is worked out. Throws where it gives none. */
export function flagStep(node: Node, run: BatchRun): Flags {
  switch (node.op) {
    case "column":
      return flagsOfColumn(dataOf(run.source, node.name), run);
    case "parameter":
    case "constant": {
      const value = node.op === "constant" ? node.value : parameterOf(run.source, node.name);
      return constantly(run.bytes(), Number(value === true), run);
    }
    case "compare":
      return compared(node, run);
    case "in":
      return isOneOf(node, run);
    case "between":
      return isBetween(node, run);
    case "matches":
      return isLike(node, run);
    case "given":
      return isThere(node.of, run);
    case "and":
    case "or":
      return combined(node.of.map(run.flags), node.op === "and", run);
    case "not":
      return negated(run.flags(node.of), run);
    case "coalesce": {
      const cases = node.of.map((one) => ({ is: isThere(one, run), then: run.flags(one) }));
      return firstCase<Uint8Array>(cases, null, run.bytes(), 0);
    }
    case "case":
      return firstCase<Uint8Array>(
        node.when.map(({ is, then }) => ({ is: run.flags(is), then: run.flags(then) })),
        node.otherwise && run.flags(node.otherwise),
        run.bytes(),
        0,
      );
    default:
      throw new Error(`${node.op} gives no flag`);
  }
}
