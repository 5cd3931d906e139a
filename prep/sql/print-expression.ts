import type { Expression, Node } from "../columns/expression";
import type { Dialect } from "./dialect";

/** What an expression is printed with. */
export interface Printing {
  readonly dialect: Dialect;
  /** How the value of a parameter is written, by its name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** How a column is written; its name where it is not given. */
  readonly column?: (name: string) => string;
}

type Of<O extends Node["op"]> = Extract<Node, { op: O }>;

/** Logic has two values: what is compared with a missing value does not hold. */
const orFalse = (condition: string): string => `COALESCE(${condition}, FALSE)`;

function literal(value: string | number | boolean, dialect: Dialect): string {
  if (typeof value === "string") return dialect.text(value);
  if (typeof value === "boolean") return String(value).toUpperCase();
  // Two signs, one behind the other, would begin a comment.
  return value < 0 ? `(${value})` : String(value);
}

function parameter({ name }: Of<"parameter">, { parameters = {} }: Printing): string {
  const value = parameters[name];
  if (value === undefined) throw new Error(`no value of ${name} was given`);
  return value;
}

function sum({ op, left, right }: Of<"add" | "subtract">, printing: Printing): string {
  const { dialect } = printing;
  const [first, second] = [left, right].map((one) => print(one, printing));
  if (left.kind === "day" && right.kind === "day") return dialect.daysBetween(second, first);
  if (left.kind === "day") return dialect.addDays(first, op === "add" ? second : `-${second}`);
  return `(${first} ${op === "add" ? "+" : "-"} ${second})`;
}

function choice({ when, otherwise }: Of<"case">, printing: Printing): string {
  const branches = when.map(
    ({ is, then }) => `WHEN ${print(is, printing)} THEN ${print(then, printing)}`,
  );
  const rest = otherwise ? ` ELSE ${print(otherwise, printing)}` : "";
  return `CASE ${branches.join(" ")}${rest} END`;
}

/** Codes of one group stand together. */
function recode({ of, table, otherwise }: Of<"recode">, printing: Printing): string {
  const { dialect } = printing;
  const groups = [...new Set(table.map(([, group]) => group))].map((group) => {
    const codes = table.filter((row) => row[1] === group).map(([code]) => dialect.text(code));
    return `WHEN ${print(of, printing)} IN (${codes.join(", ")}) THEN ${dialect.text(group)}`;
  });
  return `CASE ${groups.join(" ")} ELSE ${dialect.text(otherwise)} END`;
}

function print(node: Node, printing: Printing): string {
  const { dialect, column = (name: string) => name } = printing;
  const of = (one: Node): string => print(one, printing);
  switch (node.op) {
    case "column":
      return node.kind === "flag" ? orFalse(column(node.name)) : column(node.name);
    case "constant":
      return literal(node.value, dialect);
    case "parameter":
      return parameter(node, printing);
    case "compare":
      return orFalse(`${of(node.left)} ${node.by} ${of(node.right)}`);
    case "in":
      return orFalse(
        `${of(node.of)} IN (${node.values.map((value) => literal(value, dialect)).join(", ")})`,
      );
    case "between":
      return orFalse(`${of(node.of)} BETWEEN ${of(node.from)} AND ${of(node.to)}`);
    case "matches":
      return orFalse(dialect.matches(of(node.of), `^(?:${node.pattern})$`));
    case "given":
      return `(${node.of.op === "column" ? column(node.of.name) : of(node.of)} IS NOT NULL)`;
    case "and":
    case "or":
      return `(${node.of.map(of).join(node.op === "and" ? " AND " : " OR ")})`;
    case "not":
      return `(NOT ${of(node.of)})`;
    case "coalesce":
      return `COALESCE(${node.of.map((one) => (one.op === "column" ? column(one.name) : of(one))).join(", ")})`;
    case "case":
      return choice(node, printing);
    case "recode":
      return recode(node, printing);
    case "add":
    case "subtract":
      return sum(node, printing);
  }
}

/**
 * An expression as SQL over columns of the same names: days are dates, flags are true or false,
 * texts and numbers as they are. It means what evaluate.ts works out, row by row.
 */
export const printExpression = (expression: Expression, printing: Printing): string =>
  print(expression, printing);
