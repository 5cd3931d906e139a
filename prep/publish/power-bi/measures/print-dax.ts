import { operandsOf, type Expression, type Node } from "../../../columns/expression";
import type { StarTable } from "../../../star/declaration";
import { tableName } from "../model/business-names";

type Of<O extends Node["op"]> = Extract<Node, { op: O }>;

/** How the columns of a table are written. */
interface Names {
  readonly reference: (column: string) => string;
  readonly isWhole: (column: string) => boolean;
}

const text = (value: string): string => `"${value.replaceAll('"', '""')}"`;

function constant({ value }: Of<"constant">): string {
  if (typeof value === "string") return text(value);
  return typeof value === "boolean" ? `${value ? "TRUE" : "FALSE"} ()` : String(value);
}

/**
 * Holds only where all have a value: DAX takes a blank for 0, an empty text or the first of days.
 */
function guarded(nodes: readonly Node[], holds: string, names: Names): string {
  const given = nodes
    .filter(({ op }) => op !== "constant")
    .map((node) => `NOT ISBLANK ( ${print(node, names)} )`);
  return given.length === 0 ? holds : `( ${[...new Set(given), holds].join(" && ")} )`;
}

/** Blank where one of them is. */
function blankAware(nodes: readonly Node[], value: string, names: Names): string {
  const blank = nodes
    .filter(({ op }) => op !== "constant")
    .map((node) => `ISBLANK ( ${print(node, names)} )`);
  return `IF ( ${[...new Set(blank)].join(" || ")}, BLANK (), ${value} )`;
}

function subtraction(node: Of<"add" | "subtract">, names: Names): string {
  const { left, right } = node;
  const value =
    left.kind === "day" && right.kind === "day"
      ? `DATEDIFF ( ${print(right, names)}, ${print(left, names)}, DAY )`
      : `${print(left, names)} ${node.op === "add" ? "+" : "-"} ${print(right, names)}`;
  return blankAware([left, right], value, names);
}

function choice({ when, otherwise }: Of<"case">, names: Names): string {
  const branches = when.map(({ is, then }) => `${print(is, names)}, ${print(then, names)}`);
  return `SWITCH ( TRUE (), ${[...branches, otherwise ? print(otherwise, names) : "BLANK ()"].join(", ")} )`;
}

/** SWITCH compares a blank with no text of the table: it falls to the other group. */
function recode({ of, table, otherwise }: Of<"recode">, names: Names): string {
  const groups = table.map(([code, group]) => `${text(code)}, ${text(group)}`);
  return `SWITCH ( ${[print(of, names), ...groups, text(otherwise)].join(", ")} )`;
}

function column({ kind, name }: Of<"column">, names: Names): string {
  const reference = names.reference(name);
  // Flags of the star are 0 and 1, answers of a return are true, false or blank: a blank one does
  // not hold.
  return kind === "flag"
    ? `( ${reference} = ${names.isWhole(name) ? "1" : "TRUE ()"} )`
    : reference;
}

function print(node: Node, names: Names): string {
  const of = (one: Node): string => print(one, names);
  switch (node.op) {
    case "column":
      return column(node, names);
    case "constant":
      return constant(node);
    case "parameter":
      throw new Error(`${node.name} is not known to a model`);
    case "compare":
      return guarded(
        [node.left, node.right],
        `${of(node.left)} ${node.by} ${of(node.right)}`,
        names,
      );
    case "in": {
      const list = node.values.map((value) => (typeof value === "string" ? text(value) : value));
      return guarded([node.of], `${of(node.of)} IN { ${list.join(", ")} }`, names);
    }
    case "between":
      return guarded(
        [node.of, node.from, node.to],
        `${of(node.of)} >= ${of(node.from)} && ${of(node.of)} <= ${of(node.to)}`,
        names,
      );
    case "matches":
      throw new Error("DAX has no patterns");
    case "given":
      return node.of.op === "column"
        ? `NOT ISBLANK ( ${names.reference(node.of.name)} )`
        : `NOT ISBLANK ( ${of(node.of)} )`;
    case "and":
    case "or":
      return `( ${node.of.map(of).join(node.op === "and" ? " && " : " || ")} )`;
    case "not":
      return `NOT ${of(node.of)}`;
    case "coalesce":
      return `COALESCE ( ${node.of.map(of).join(", ")} )`;
    case "case":
      return choice(node, names);
    case "recode":
      return recode(node, names);
    case "add":
    case "subtract":
      return subtraction(node, names);
  }
}

/**
 * Whether a model can work an expression out of the rows of a table: all its columns stand there,
 * and it needs no
 * setting of a build and no pattern, which DAX does not have.
 */
export function isPrintable(node: Node, table: StarTable): boolean {
  if (node.op === "parameter" || node.op === "matches") return false;
  if (node.op === "column") return table.columns.some(({ name }) => name === node.name);
  return operandsOf(node).every((one) => isPrintable(one, table));
}

/**
 * A flag as a DAX expression over a row of a star table. Throws where `isPrintable` says that it
 * cannot be.
 */
export function printDax(flag: Expression<"flag">, table: StarTable): string {
  const columnOf = (name: string) => table.columns.find((one) => one.name === name)!;
  return print(flag, {
    reference: (name) => `'${tableName(table)}'[${columnOf(name).label}]`,
    isWhole: (name) => columnOf(name).type === "int64",
  });
}
