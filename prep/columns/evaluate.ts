import { MISSING, TextColumn } from "./column";
import type { Comparison, Expression, Node } from "./expression";

/** Texts by row as indexes into a list of values; a negative index is "no value". */
export interface Grouped {
  readonly values: readonly string[];
  readonly groups: ArrayLike<number>;
}

/**
 * The values of a column: days and numbers as they are (MISSING or NaN where there is none), flags
 * as 1, 0 or -1
 * (no value), texts as groups or
 * a text column. Null is a column that is not known at all: all its values are missing.
 */
type ColumnValues = ArrayLike<number> | Grouped | TextColumn | null;

/** Rows that expressions are evaluated over. */
export interface ColumnSource {
  readonly count: number;
  readonly columns: Readonly<Record<string, ColumnValues>>;
  readonly parameters?: Readonly<Record<string, number | string | boolean>>;
  /** A flag by row that is worked out already, where a part of an expression is one. */
  readonly flagOf?: (node: Node) => Uint8Array | undefined;
}

/**
 * Rows that are worked on at a time, so that what a node leaves for the next one stays in the
 * processor's cache.
 */
const BATCH = 4096;

/** A source with the rows of a batch. */
interface Run extends ColumnSource {
  readonly size: number;
}
const runOf = (source: ColumnSource): Run => ({ ...source, size: Math.min(BATCH, source.count) });

/** A node made ready: `fill` works out the rows from one on, so many of them, into `out`. */
interface Step<A> {
  readonly out: A;
  fill(from: number, count: number): void;
}
/** NaN where there is no value. */
type Numbers = Step<Float64Array>;
/** 1 or 0. */
type Flags = Step<Uint8Array>;
/** Indexes into `texts`, of which the first stands for no value. */
interface Codes extends Step<Int32Array> {
  readonly texts: readonly string[];
}

const nothing = (): void => undefined;

function dataOf({ columns }: ColumnSource, name: string): ColumnValues {
  const data = columns[name];
  if (data === undefined) throw new Error(`no column ${name} was given`);
  return data;
}

function parameterOf({ parameters }: ColumnSource, name: string): number | string | boolean {
  const value = parameters?.[name];
  if (value === undefined) throw new Error(`no value of ${name} was given`);
  return value;
}

const isText = (data: ColumnValues): data is Grouped | TextColumn =>
  data instanceof TextColumn || (data !== null && "groups" in data);

function numbersOfColumn(data: ColumnValues, size: number): Numbers {
  const out = new Float64Array(size).fill(NaN);
  if (data === null) return { out, fill: nothing };
  if (isText(data)) throw new Error("a text column was given where numbers are declared");
  return {
    out,
    fill(from, count) {
      for (let i = 0; i < count; i++) {
        const value = data[from + i];
        out[i] = value === MISSING ? NaN : value;
      }
    },
  };
}

/** Days and numbers that are worked out of two others; anything with NaN is NaN. */
function numbersOfTwo(
  left: Numbers,
  right: Numbers,
  combine: (a: Float64Array, b: Float64Array, out: Float64Array, count: number) => void,
): Numbers {
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

function addAll(a: Float64Array, b: Float64Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = a[i] + b[i];
}
function subtractAll(a: Float64Array, b: Float64Array, out: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) out[i] = a[i] - b[i];
}
/** The first of several that is not missing: `missing` is what stands where there is no value. */
function firstGiven<A extends Float64Array | Int32Array>(
  steps: readonly Step<A>[],
  out: A,
  isGiven: (value: number) => boolean,
): Step<A> {
  return {
    out,
    fill(from, count) {
      for (const step of steps) step.fill(from, count);
      out.set(steps[0].out);
      for (const { out: other } of steps.slice(1))
        for (let i = 0; i < count; i++) if (!isGiven(out[i])) out[i] = other[i];
    },
  };
}

/** The value of the first case that holds. */
function firstCase<A extends Float64Array | Int32Array | Uint8Array>(
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
        out.set(otherwise.out);
      } else out.fill(missing, 0, count);
      for (const { is, then } of lastFirst) {
        is.fill(from, count);
        then.fill(from, count);
        for (let i = 0; i < count; i++) if (is.out[i]) out[i] = then.out[i];
      }
    },
  };
}

const isNumber = (value: number): boolean => !Number.isNaN(value);
const isCode = (value: number): boolean => value > 0;

function numbers(node: Node, source: Run): Numbers {
  switch (node.op) {
    case "column":
      return numbersOfColumn(dataOf(source, node.name), source.size);
    case "parameter": {
      const value = Number(parameterOf(source, node.name));
      const out = new Float64Array(source.size).fill(value === MISSING ? NaN : value);
      return { out, fill: nothing };
    }
    case "constant":
      return { out: new Float64Array(source.size).fill(Number(node.value)), fill: nothing };
    case "add":
    case "subtract":
      return numbersOfTwo(
        numbers(node.left, source),
        numbers(node.right, source),
        node.op === "add" ? addAll : subtractAll,
      );
    case "coalesce":
      return firstGiven(
        node.of.map((one) => numbers(one, source)),
        new Float64Array(source.size),
        isNumber,
      );
    case "case":
      return firstCase(
        node.when.map(({ is, then }) => ({ is: flags(is, source), then: numbers(then, source) })),
        node.otherwise && numbers(node.otherwise, source),
        new Float64Array(source.size),
        NaN,
      );
    default:
      throw new Error(`${node.op} gives no number`);
  }
}

/** Codes as the codes of another list of texts: `codeOf[code]` is the code in it. */
function translated(
  { fill, out: from }: Codes,
  texts: readonly string[],
  codeOf: Int32Array,
): Codes {
  const out = new Int32Array(from.length);
  return {
    texts,
    out,
    fill(first, count) {
      fill(first, count);
      for (let i = 0; i < count; i++) out[i] = codeOf[from[i]];
    },
  };
}

/**
 * The group of each text of a column: looked up once a text, not once a row. A column that declares
 * its codes gives every group of the table; of another one, groups that none of its texts is in are
 * left out.
 */
function recoded({ of, table, otherwise }: Extract<Node, { op: "recode" }>, source: Run): Codes {
  const step = codes(of, source);
  const groupOf = new Map(table);
  const isDeclared = of.op === "column" && of.values !== undefined;
  const known = new Set(step.texts);
  const given = table.filter(
    ([code, group]) => isDeclared || known.has(code) || group === otherwise,
  );
  const texts = ["", ...new Set([...given.map(([, group]) => group), otherwise])];
  const codeOf = Int32Array.from(step.texts, (text, code) =>
    texts.indexOf((code > 0 ? groupOf.get(text) : undefined) ?? otherwise),
  );
  return translated(step, texts, codeOf);
}

/** The same with its texts in the order of the alphabet, as no list says another one. */
function alphabetical(step: Codes): Codes {
  const texts = ["", ...step.texts.slice(1).sort()];
  const place = new Map(texts.map((text, code) => [text, code]));
  return translated(
    step,
    texts,
    Int32Array.from(step.texts, (text, code) => (code === 0 ? 0 : place.get(text)!)),
  );
}

/** Texts of several steps in one list, each once. */
function sharedTexts(steps: readonly Codes[]): {
  readonly texts: readonly string[];
  readonly recoded: readonly Codes[];
} {
  const codeOf = new Map<string, number>();
  const texts = [""];
  const recoded = steps.map((step): Codes => {
    const shared = Int32Array.from(step.texts, (text, code) => {
      if (code === 0) return 0;
      const known = codeOf.get(text);
      if (known !== undefined) return known;
      codeOf.set(text, texts.length);
      return texts.push(text) - 1;
    });
    return translated(step, texts, shared);
  });
  return { texts, recoded };
}

function codesOfColumn(data: ColumnValues, size: number): Codes {
  const out = new Int32Array(size);
  if (data === null) return { texts: [""], out, fill: nothing };
  if (!isText(data)) throw new Error("a column of numbers was given where texts are declared");
  if (data instanceof TextColumn) {
    const { codes } = data;
    return {
      texts: data.dictionary,
      out,
      fill: (from, count) => out.set(codes.subarray(from, from + count)),
    };
  }
  const { groups, values } = data;
  return {
    texts: ["", ...values],
    out,
    fill(from, count) {
      for (let i = 0; i < count; i++) out[i] = groups[from + i] < 0 ? 0 : groups[from + i] + 1;
    },
  };
}

function codes(node: Node, source: Run): Codes {
  switch (node.op) {
    case "column":
      return codesOfColumn(dataOf(source, node.name), source.size);
    case "parameter":
    case "constant": {
      const text = String(node.op === "constant" ? node.value : parameterOf(source, node.name));
      return { texts: ["", text], out: new Int32Array(source.size).fill(1), fill: nothing };
    }
    case "coalesce": {
      const { texts, recoded } = sharedTexts(node.of.map((one) => codes(one, source)));
      return alphabetical({
        texts,
        ...firstGiven(recoded, new Int32Array(source.size), isCode),
      });
    }
    case "recode":
      return recoded(node, source);
    case "case": {
      const thens = node.when.map(({ then }) => codes(then, source));
      const rest = node.otherwise ? [codes(node.otherwise, source)] : [];
      const { texts, recoded } = sharedTexts([...thens, ...rest]);
      const cases = node.when.map(({ is }, i) => ({ is: flags(is, source), then: recoded[i] }));
      const otherwise = node.otherwise ? recoded[thens.length] : null;
      return { texts, ...firstCase<Int32Array>(cases, otherwise, new Int32Array(source.size), 0) };
    }
    default:
      throw new Error(`${node.op} gives no text`);
  }
}

type NumberLike = Float64Array | Int32Array | Uint8Array;

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
function flagsByCode(of: Codes, holds: (text: string) => boolean): Flags {
  const ofCode = Uint8Array.from(of.texts, (text, code) => Number(code > 0 && holds(text)));
  const out = new Uint8Array(of.out.length);
  return {
    out,
    fill(from, count) {
      of.fill(from, count);
      for (let i = 0; i < count; i++) out[i] = ofCode[of.out[i]];
    },
  };
}

function compareTexts({ by, left, right }: Extract<Node, { op: "compare" }>, source: Run): Flags {
  if (by !== "=" && by !== "<>") throw new Error("texts have no order");
  if (right.op === "constant" || right.op === "parameter") {
    const text = String(right.op === "constant" ? right.value : parameterOf(source, right.name));
    return flagsByCode(codes(left, source), (own) => (own === text) === (by === "="));
  }
  const [a, b] = sharedTexts([codes(left, source), codes(right, source)]).recoded;
  const out = new Uint8Array(source.size);
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

function compared(node: Extract<Node, { op: "compare" }>, source: Run): Flags {
  if (node.left.kind === "text") return compareTexts(node, source);
  const ofKind = (one: Node): Step<NumberLike> =>
    one.kind === "flag" ? comparable(one, source) : numbers(one, source);
  const [left, right] = [ofKind(node.left), ofKind(node.right)];
  const out = new Uint8Array(source.size);
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

/** A flag to be compared or looked at for a value: one that a column misses is NaN. */
function comparable(node: Node, source: Run): Step<NumberLike> {
  if (node.op === "column") {
    const data = numbersOfColumn(dataOf(source, node.name), source.size);
    return {
      out: data.out,
      fill(from, count) {
        data.fill(from, count);
        for (let i = 0; i < count; i++) if (data.out[i] < 0) data.out[i] = NaN;
      },
    };
  }
  return flags(node, source);
}

function isOneOf({ of, values }: Extract<Node, { op: "in" }>, source: Run): Flags {
  const wanted = new Set<string | number>(values);
  if (of.kind === "text") return flagsByCode(codes(of, source), (text) => wanted.has(text));
  const value = numbers(of, source);
  const out = new Uint8Array(source.size);
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

function given(of: Node, source: Run): Flags {
  if (of.kind === "text") return flagsByCode(codes(of, source), () => true);
  const value = of.kind === "flag" ? comparable(of, source) : numbers(of, source);
  const out = new Uint8Array(source.size);
  return {
    out,
    fill(from, count) {
      value.fill(from, count);
      for (let i = 0; i < count; i++) out[i] = value.out[i] === value.out[i] ? 1 : 0;
    },
  };
}

function flagsOfColumn(data: ColumnValues, size: number): Flags {
  const out = new Uint8Array(size);
  if (data === null) return { out, fill: nothing };
  if (isText(data)) throw new Error("a text column was given where a flag is declared");
  return {
    out,
    fill(from, count) {
      for (let i = 0; i < count; i++) out[i] = data[from + i] > 0 ? 1 : 0;
    },
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

function coalescedFlags(of: readonly Node[], source: Run): Flags {
  const cases = of.map((one) => ({ is: given(one, source), then: flags(one, source) }));
  return firstCase<Uint8Array>(cases, null, new Uint8Array(source.size), 0);
}

function flags(node: Node, source: Run): Flags {
  const done = source.flagOf?.(node);
  if (done !== undefined) return flagsOfColumn(done, source.size);
  switch (node.op) {
    case "column":
      return flagsOfColumn(dataOf(source, node.name), source.size);
    case "parameter":
    case "constant": {
      const value = node.op === "constant" ? node.value : parameterOf(source, node.name);
      return { out: new Uint8Array(source.size).fill(value === true ? 1 : 0), fill: nothing };
    }
    case "compare":
      return compared(node, source);
    case "in":
      return isOneOf(node, source);
    case "between":
      return combined(
        [
          compared(
            { op: "compare", kind: "flag", by: ">=", left: node.of, right: node.from },
            source,
          ),
          compared(
            { op: "compare", kind: "flag", by: "<=", left: node.of, right: node.to },
            source,
          ),
        ],
        true,
        source.size,
      );
    case "given":
      return given(node.of, source);
    case "and":
    case "or":
      return combined(
        node.of.map((one) => flags(one, source)),
        node.op === "and",
        source.size,
      );
    case "not":
      return negated(flags(node.of, source));
    case "coalesce":
      return coalescedFlags(node.of, source);
    case "case":
      return firstCase<Uint8Array>(
        node.when.map(({ is, then }) => ({ is: flags(is, source), then: flags(then, source) })),
        node.otherwise && flags(node.otherwise, source),
        new Uint8Array(source.size),
        0,
      );
    default:
      throw new Error(`${node.op} gives no flag`);
  }
}

/** Runs a step over all rows, a batch at a time. */
function runAll<A extends Float64Array | Int32Array | Int16Array | Uint8Array>(
  step: Step<Float64Array | Int32Array | Uint8Array>,
  count: number,
  all: A,
): A {
  const batch = step.out.length;
  for (let from = 0; from < count; from += batch) {
    const rows = Math.min(batch, count - from);
    step.fill(from, rows);
    all.set(rows === batch ? step.out : step.out.subarray(0, rows), from);
  }
  return all;
}

/**
 * A flag by row: 1 where it holds, else 0. Throws where a column or parameter that it reads is not
 * given.
 */
export const evaluateFlags = (expression: Expression<"flag">, source: ColumnSource): Uint8Array =>
  runAll(flags(expression, runOf(source)), source.count, new Uint8Array(source.count));

/** Numbers by row, or days; NaN where there is none. Throws as `evaluateFlags` does. */
export const evaluateNumbers = (
  expression: Expression<"number" | "day">,
  source: ColumnSource,
): Float64Array =>
  runAll(numbers(expression, runOf(source)), source.count, new Float64Array(source.count));

/** Days by row; MISSING where there is none. Throws as `evaluateFlags` does. */
export function evaluateDays(expression: Expression<"day">, source: ColumnSource): Int32Array {
  const data = expression.op === "column" ? dataOf(source, expression.name) : null;
  return data instanceof Int32Array
    ? data
    : Int32Array.from(evaluateNumbers(expression, source), (day) =>
        Number.isNaN(day) ? MISSING : day,
      );
}

/**
 * Texts by row, as groups, in the order of the tables or cases that give them, else of the
 * alphabet where others stand in for a missing one; null where a column that is not known is asked for itself. Throws as
 * `evaluateFlags`
 * does.
 */
export function evaluateTexts(
  expression: Expression<"text">,
  source: ColumnSource,
): Grouped | null {
  const data = expression.op === "column" ? dataOf(source, expression.name) : undefined;
  if (data === null) return null;
  if (data !== undefined && isText(data) && !(data instanceof TextColumn)) return data;
  const step = codes(expression, runOf(source));
  const Groups = step.texts.length <= 32_768 ? Int16Array : Int32Array;
  const found = runAll(step, source.count, new Groups(source.count));
  for (let row = 0; row < found.length; row++) found[row]--;
  return { values: step.texts.slice(1), groups: found };
}
