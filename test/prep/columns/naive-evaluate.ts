import type { Comparison, Node } from "../../../prep/columns/expression";

/** A value of a row; null where there is none. */
export type Value = number | string | boolean | null;

const compares: Readonly<Record<Comparison, (a: Value, b: Value) => boolean>> = {
  "<": (a, b) => a! < b!,
  "<=": (a, b) => a! <= b!,
  "=": (a, b) => a === b,
  "<>": (a, b) => a !== b,
  ">=": (a, b) => a! >= b!,
  ">": (a, b) => a! > b!,
};

const both = (a: Value, b: Value, make: (a: number, b: number) => number): Value =>
  a === null || b === null ? null : make(Number(a), Number(b));

/**
 * What an expression is for one row, worked out the slow and plain way: the other answer that
 * evaluation by column is held against.
 */
export function naive(node: Node, row: (name: string) => Value): Value {
  const of = (one: Node): Value => naive(one, row);
  switch (node.op) {
    case "column":
    case "parameter":
      return row(node.name);
    case "constant":
      return node.value;
    case "compare": {
      const [left, right] = [of(node.left), of(node.right)];
      return left !== null && right !== null && compares[node.by](left, right);
    }
    case "in": {
      const value = of(node.of);
      return value !== null && node.values.some((one) => one === value);
    }
    case "between": {
      const [value, from, to] = [of(node.of), of(node.from), of(node.to)];
      return value !== null && from !== null && to !== null && value >= from && value <= to;
    }
    case "matches": {
      const value = of(node.of);
      return value !== null && new RegExp(node.pattern).exec(String(value))?.[0] === value;
    }
    case "given":
      return of(node.of) !== null;
    case "and":
      return node.of.every((one) => of(one) === true);
    case "or":
      return node.of.some((one) => of(one) === true);
    case "not":
      return of(node.of) !== true;
    case "coalesce":
      return node.of.map(of).find((value) => value !== null) ?? null;
    case "case": {
      const found = node.when.find(({ is }) => of(is) === true);
      if (found) return of(found.then);
      return node.otherwise && of(node.otherwise);
    }
    case "recode": {
      const code = of(node.of);
      return node.table.find(([one]) => one === code)?.[1] ?? node.otherwise;
    }
    case "add":
      return both(of(node.left), of(node.right), (a, b) => a + b);
    case "subtract":
      return both(of(node.left), of(node.right), (a, b) => a - b);
  }
}
