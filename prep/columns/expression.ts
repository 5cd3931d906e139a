/**
 * Typed expressions over the columns of a table: what a flag, a date or a group of a row is, as
 * plain data. One
 * expression is evaluated by column
 * (evaluate.ts) and printed for other engines (print-dax.ts).
 *
 *     const q = columns({ received_date: "day", outcome: ["Y", "N"], days_to_outcome: "number" });
 *     const limit = parameters({ plan_days: "number" });
 *     const issued = equal(q.outcome, "Y");
 *     const inTime = and(issued, atMost(q.days_to_outcome, limit.plan_days));
 *
 * A column or a code that is not declared does not compile, nor does comparing a day with a text.
 *
 * Logic has two values. A comparison with a missing value is false, whichever comparison it is, and
 * so is a
 * missing flag; `not` of either is true.
 * In SQL each comparison is to be printed as COALESCE(…, FALSE).
 */

/** What a value is. Days are whole days since 1970-01-01; flags are true or false. */
export type Kind = "day" | "number" | "text" | "flag";

/** `left < right`, and so on. */
export type Comparison = "<" | "<=" | "=" | "<>" | ">=" | ">";

/** One node of an expression: plain data, so that it can be written down and printed. */
export type Node =
  | {
      readonly op: "column";
      readonly kind: Kind;
      readonly name: string;
      /** Texts that the column may have, where they are declared. */
      readonly values?: readonly string[];
    }
  /**
   * One value for all rows, given with them: a limit of the settings, the day that is counted on.
   */
  | { readonly op: "parameter"; readonly kind: Kind; readonly name: string }
  | { readonly op: "constant"; readonly kind: "number"; readonly value: number }
  | { readonly op: "constant"; readonly kind: "text"; readonly value: string }
  | { readonly op: "constant"; readonly kind: "flag"; readonly value: boolean }
  | {
      readonly op: "compare";
      readonly kind: "flag";
      readonly by: Comparison;
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly op: "in";
      readonly kind: "flag";
      readonly of: Node;
      readonly values: readonly (string | number)[];
    }
  | {
      readonly op: "between";
      readonly kind: "flag";
      readonly of: Node;
      readonly from: Node;
      readonly to: Node;
    }
  | { readonly op: "matches"; readonly kind: "flag"; readonly of: Node; readonly pattern: string }
  | { readonly op: "given"; readonly kind: "flag"; readonly of: Node }
  | { readonly op: "and" | "or"; readonly kind: "flag"; readonly of: readonly Node[] }
  | { readonly op: "not"; readonly kind: "flag"; readonly of: Node }
  | { readonly op: "coalesce"; readonly kind: Kind; readonly of: readonly Node[] }
  | {
      readonly op: "case";
      readonly kind: Kind;
      readonly when: readonly { readonly is: Node; readonly then: Node }[];
      /** Missing where not given. */
      readonly otherwise: Node | null;
    }
  | {
      readonly op: "recode";
      readonly kind: "text";
      readonly of: Node;
      /** The group of each code, in the order that groups come in. */
      readonly table: readonly (readonly [code: string, group: string])[];
      /** The group of every other code, and of no code. */
      readonly otherwise: string;
    }
  | {
      readonly op: "add" | "subtract";
      readonly kind: "day" | "number";
      readonly left: Node;
      readonly right: Node;
    };

/** An expression of a kind; of texts, those it may have (`V`), which its type alone carries. */
export type Expression<K extends Kind = Kind, V extends string = string> = Node & {
  readonly kind: K;
  readonly textsOfType?: V;
};

/** What a column is declared as: a kind, or the list of texts that it may have. */
type Declared = Kind | readonly string[];

/** The expression that a declaration gives. */
type Reference<D extends Declared> = D extends readonly (infer V extends string)[]
  ? Expression<"text", V>
  : D extends Kind
    ? Expression<D>
    : never;

type References<D extends Readonly<Record<string, Declared>>> = {
  readonly [N in keyof D]: Reference<D[N]>;
};

const kindOf = (declared: Declared): Kind =>
  typeof declared === "string" ? declared : ("text" as const);

/** Columns by name, as expressions. */
export const columns = <const D extends Readonly<Record<string, Declared>>>(
  declaration: D,
): References<D> =>
  Object.fromEntries(
    Object.entries(declaration).map(([name, declared]): [string, Node] => [
      name,
      {
        op: "column",
        kind: kindOf(declared),
        name,
        ...(typeof declared === "string" ? {} : { values: declared }),
      },
    ]),
  ) as References<D>;

/** Values that are one for all rows, by name, as expressions. */
export const parameters = <const D extends Readonly<Record<string, Kind>>>(
  declaration: D,
): References<D> =>
  Object.fromEntries(
    Object.entries(declaration).map(([name, kind]): [string, Node] => [
      name,
      { op: "parameter", kind, name },
    ]),
  ) as References<D>;

/**
 * What may be written instead of an expression: a number, a text or a flag. A day has no constant:
 * it comes as a
 * parameter.
 */
type Constant<K extends Kind, V extends string> = K extends "number"
  ? number
  : K extends "text"
    ? V
    : K extends "flag"
      ? boolean
      : never;

type Operand<K extends Kind, V extends string> = Expression<K, V> | Constant<K, V>;

function nodeOf(value: Node | number | string | boolean): Node {
  if (typeof value === "number") return { op: "constant", kind: "number", value };
  if (typeof value === "string") return { op: "constant", kind: "text", value };
  if (typeof value === "boolean") return { op: "constant", kind: "flag", value };
  return value;
}

/** A number, a text or a flag as an expression. */
export const constant = <const C extends number | string | boolean>(
  value: C,
): C extends number
  ? Expression<"number">
  : C extends string
    ? Expression<"text", C>
    : Expression<"flag"> => nodeOf(value) as never;

type Ordered = "day" | "number";
type Flag = Expression<"flag">;

const compare = (by: Comparison, left: Node, right: Node | number | string | boolean): Flag => ({
  op: "compare",
  kind: "flag",
  by,
  left,
  right: nodeOf(right),
});

/** Same value; false where either is missing. */
export const equal = <K extends Kind, V extends string>(
  left: Expression<K, V>,
  right: Operand<NoInfer<K>, NoInfer<V>>,
): Flag => compare("=", left, right);

/** Another value; false where either is missing. */
export const differ = <K extends Kind, V extends string>(
  left: Expression<K, V>,
  right: Operand<NoInfer<K>, NoInfer<V>>,
): Flag => compare("<>", left, right);

/** left < right: for days, left lies before right. */
export const below = <K extends Ordered>(
  left: Expression<K>,
  right: Operand<NoInfer<K>, string>,
): Flag => compare("<", left, right);

/** left <= right: for days, left lies on right or before it. */
export const atMost = <K extends Ordered>(
  left: Expression<K>,
  right: Operand<NoInfer<K>, string>,
): Flag => compare("<=", left, right);

/** left > right: for days, left lies after right. */
export const above = <K extends Ordered>(
  left: Expression<K>,
  right: Operand<NoInfer<K>, string>,
): Flag => compare(">", left, right);

/** left >= right: for days, left lies on right or after it. */
export const atLeast = <K extends Ordered>(
  left: Expression<K>,
  right: Operand<NoInfer<K>, string>,
): Flag => compare(">=", left, right);

/** One of some values; false where it is missing. */
export const isIn = <K extends "number" | "text", V extends string>(
  of: Expression<K, V>,
  values: readonly Constant<NoInfer<K>, NoInfer<V>>[],
): Flag => ({ op: "in", kind: "flag", of, values: values as readonly (string | number)[] });

/** From one value to another, both included; false where any is missing. */
export const between = <K extends Ordered>(
  of: Expression<K>,
  from: Operand<NoInfer<K>, string>,
  to: Operand<NoInfer<K>, string>,
): Flag => ({ op: "between", kind: "flag", of, from: nodeOf(from), to: nodeOf(to) });

/**
 * A text that is as a whole of a pattern (a regular expression: `W[A-Z]{3}`); false where it is
 * missing. For codes that are too many to list.
 */
export const matches = (of: Expression<"text">, pattern: string): Flag => ({
  op: "matches",
  kind: "flag",
  of,
  pattern,
});

/** There is a value. */
export const isGiven = (of: Expression): Flag => ({ op: "given", kind: "flag", of });

/** There is no value. */
export const isMissing = (of: Expression): Flag => not(isGiven(of));

/** All hold. */
export const and = (...of: readonly Flag[]): Flag => ({ op: "and", kind: "flag", of });

/** One or more hold. */
export const or = (...of: readonly Flag[]): Flag => ({ op: "or", kind: "flag", of });

/** Does not hold: also where what it is of is missing or compares with something missing. */
export const not = (of: Flag): Flag => ({ op: "not", kind: "flag", of });

/** The first that has a value. */
export const coalesce = <K extends Kind, V extends string>(
  first: Expression<K, V>,
  ...others: readonly Operand<NoInfer<K>, NoInfer<V>>[]
): Expression<K, V> =>
  ({ op: "coalesce", kind: first.kind, of: [first, ...others.map(nodeOf)] }) as Expression<K, V>;

/**
 * The value of the first case that holds: `when([[isChild, "child"], [isAdult, "adult"]],
 * "not_recorded")`.
 * Missing where none does and nothing else is given.
 */
export function when<K extends Kind, V extends string>(
  cases: readonly (readonly [is: Flag, then: Expression<K, V>])[],
  otherwise?: Operand<NoInfer<K>, NoInfer<V>>,
): Expression<K, V>;
export function when<const V extends string, const W extends string = V>(
  cases: readonly (readonly [is: Flag, then: V])[],
  otherwise?: W | Expression<"text", W>,
): Expression<"text", V | W>;
export function when(
  cases: readonly (readonly [is: Flag, then: Node | string])[],
  otherwise?: Node | number | string | boolean,
): Expression {
  const branches = cases.map(([is, then]) => ({ is, then: nodeOf(then) }));
  return {
    op: "case",
    kind: branches[0].then.kind,
    when: branches,
    otherwise: otherwise === undefined ? null : nodeOf(otherwise),
  };
}

/**
 * The group that a table has for a code, else another one, also where there is no code:
 * `recode(q.sex, [["1", "male"], ["2", "female"]], "not_recorded")`.
 */
export const recode = <V extends string, const G extends string, const O extends string>(
  of: Expression<"text", V>,
  table: readonly (readonly [code: NoInfer<V>, group: G])[],
  otherwise: O,
): Expression<"text", G | O> => ({ op: "recode", kind: "text", of, table, otherwise });

/** Days from one day to a later one; negative where it is an earlier one. */
export const daysBetween = (
  from: Expression<"day">,
  to: Expression<"day">,
): Expression<"number"> => ({
  op: "subtract",
  kind: "number",
  left: to,
  right: from,
});

/** A day, or a number, and so many more. */
export const plus = <K extends Ordered>(
  left: Expression<K>,
  right: Operand<"number", string>,
): Expression<K> =>
  ({
    op: "add",
    kind: left.kind,
    left,
    right: nodeOf(right),
  }) as Expression<Ordered> as Expression<K>;

/** A day, or a number, less so many. */
export const minus = <K extends Ordered>(
  left: Expression<K>,
  right: Operand<"number", string>,
): Expression<K> =>
  ({
    op: "subtract",
    kind: left.kind,
    left,
    right: nodeOf(right),
  }) as Expression<Ordered> as Expression<K>;

/** Names of the columns that an expression reads, each once. */
export function columnsUsedBy(node: Node): readonly string[] {
  if (node.op === "column") return [node.name];
  return [...new Set(operandsOf(node).flatMap(columnsUsedBy))];
}

/** What a node is made of, in order. */
export function operandsOf(node: Node): readonly Node[] {
  switch (node.op) {
    case "column":
    case "parameter":
    case "constant":
      return [];
    case "compare":
    case "add":
    case "subtract":
      return [node.left, node.right];
    case "between":
      return [node.of, node.from, node.to];
    case "case":
      return [
        ...node.when.flatMap(({ is, then }) => [is, then]),
        ...(node.otherwise ? [node.otherwise] : []),
      ];
    case "and":
    case "or":
    case "coalesce":
      return node.of;
    default:
      return [node.of];
  }
}
