import { dataOf, isText, parameterOf, type ColumnValues } from "./column-source";
import { compared, isBetween, isLike, isOneOf, isThere } from "./compare-steps";
import type { Node } from "./expression";
import { firstCase, nothing, type Flags, type Run } from "./step";

/** Bytes have a loop of their own, which the engine makes fast. */
function fillBytes(data: Uint8Array, from: number, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = data[from + i] > 0 ? 1 : 0;
}

function fillFlags(data: ArrayLike<number>, from: number, out: Uint8Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = data[from + i] > 0 ? 1 : 0;
}

/** The flags of a column, false where it misses one. Throws where texts were given. */
export function flagsOfColumn(data: ColumnValues, size: number): Flags {
  const out = new Uint8Array(size);
  if (data === null) return { out, fill: nothing };
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
function combined(steps: readonly Flags[], all: boolean, size: number): Flags {
  const out = new Uint8Array(size);
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

function negated(of: Flags): Flags {
  const out = new Uint8Array(of.out.length);
  return {
    out,
    fill(from, count) {
      of.fill(from, count);
      for (let i = 0; i < count; i++) out[i] = 1 - of.out[i];
    },
  };
}

/** How the flag of a node is worked out. Throws where it gives none. */
export function flagStep(node: Node, run: Run): Flags {
  const empty = (): Uint8Array => new Uint8Array(run.size);
  switch (node.op) {
    case "column":
      return flagsOfColumn(dataOf(run.source, node.name), run.size);
    case "parameter":
    case "constant": {
      const value = node.op === "constant" ? node.value : parameterOf(run.source, node.name);
      return { out: empty().fill(value === true ? 1 : 0), fill: nothing };
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
      return combined(node.of.map(run.flags), node.op === "and", run.size);
    case "not":
      return negated(run.flags(node.of));
    case "coalesce": {
      const cases = node.of.map((one) => ({ is: isThere(one, run), then: run.flags(one) }));
      return firstCase<Uint8Array>(cases, null, empty(), 0);
    }
    case "case":
      return firstCase<Uint8Array>(
        node.when.map(({ is, then }) => ({ is: run.flags(is), then: run.flags(then) })),
        node.otherwise && run.flags(node.otherwise),
        empty(),
        0,
      );
    default:
      throw new Error(`${node.op} gives no flag`);
  }
}
