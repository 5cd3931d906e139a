import { BATCH, borrowArrays } from "./batch";
import { MISSING, TextColumn } from "./column";
import { dataOf, isText, type ColumnSource, type Grouped } from "./column-source";
import { operandsOf, type Expression, type Node } from "./expression";
import { flagsOfColumn, flagStep } from "./flag-steps";
import { numberStep } from "./number-steps";
import {
  once,
  type CodedColumn,
  type Flags,
  type NumberLike,
  type Numbers,
  type BatchRun,
  type Step,
} from "./step";
import { textStep, translated } from "./text-steps";

type ColumnNode = Extract<Node, { op: "column" }>;

const textColumns = new WeakMap<Node, ColumnNode | null>();

function findOnlyText(node: Node): ColumnNode | null {
  if (node.op === "column") return node.kind === "text" ? node : null;
  if (node.op === "parameter") return null;
  let found: ColumnNode | null = null;
  for (const operand of operandsOf(node)) {
    if (operand.op === "constant") continue;
    const column = onlyText(operand);
    if (column === null || (found !== null && found.name !== column.name)) return null;
    found = column;
  }
  return found;
}

/** The text column that a node is a rule of and of nothing else; null where it is not one. */
function onlyText(node: Node): ColumnNode | null {
  const known = textColumns.get(node);
  if (known !== undefined) return known;
  const column = findOnlyText(node);
  textColumns.set(node, column);
  return column;
}

/** Rules that are made of others; the rest look a text up by its code as they are. */
const ofOthers: ReadonlySet<Node["op"]> = new Set(["and", "or", "not", "coalesce", "case"]);

/**
 * The texts of a column as rows of their own, the first without a value, with its codes: for rules
 * that are worked out once a text. Null where there are no fewer texts than rows.
 */
function textsAsRows(
  node: Node,
  run: BatchRun,
): { step: CodedColumn; source: ColumnSource } | null {
  const column = ofOthers.has(node.op) ? onlyText(node) : null;
  if (column === null) return null;
  const step = run.codes(column);
  const { texts } = step;
  if (texts.length >= run.source.count) return null;
  const rows = new TextColumn(
    Int32Array.from(texts, (_, code) => code),
    texts,
  );
  return { step, source: { count: texts.length, columns: { [column.name]: rows } } };
}

function codesOf(node: Node, run: BatchRun): CodedColumn {
  const of = textsAsRows(node, run);
  if (of === null) return textStep(node, run);
  const { values, groups } = textsOf(node, of.source);
  return translated(
    of.step,
    ["", ...values],
    Int32Array.from(groups, (group) => group + 1),
    run,
  );
}

function flagsOf(node: Node, run: BatchRun): Flags {
  const done = run.source.flagOf?.(node);
  if (done !== undefined) return flagsOfColumn(done, run);
  const of = textsAsRows(node, run);
  if (of === null) return flagStep(node, run);
  const holds = evaluateFlags(node as Expression<"flag">, of.source);
  const out = run.bytes();
  return {
    out,
    fill(from, count) {
      of.step.fill(from, count);
      for (let i = 0; i < count; i++) out[i] = holds[of.step.out[i]];
    },
  };
}

/** What makes the step of each node, once. */
function stepsBy<S extends Numbers | Flags | CodedColumn>(
  make: (node: Node) => S,
): (node: Node) => S {
  const made = new Map<Node, S>();
  return (node) => {
    const known = made.get(node);
    if (known) return known;
    const step = once(make(node));
    made.set(node, step);
    return step;
  };
}

/** Works out a step of a run over all rows, a batch at a time. */
function overRows<A extends NumberLike, S extends Step<A>>(
  source: ColumnSource,
  stepOf: (run: BatchRun) => S,
  take: (out: A, from: number, count: number) => void,
): S {
  const { giveBack, ...arrays } = borrowArrays();
  const run: BatchRun = {
    source,
    size: Math.min(BATCH, source.count),
    ...arrays,
    numbers: stepsBy((node) => numberStep(node, run)),
    flags: stepsBy((node) => flagsOf(node, run)),
    codes: stepsBy((node) => codesOf(node, run)),
  };
  const step = stepOf(run);
  for (let from = 0; from < source.count; from += BATCH) {
    const count = Math.min(BATCH, source.count - from);
    step.fill(from, count);
    take(step.out, from, count);
  }
  giveBack();
  return step;
}

/**
 * A flag by row: 1 where it holds, else 0. Throws where a column or parameter that it reads is not
 * given.
 */
export function evaluateFlags(expression: Expression<"flag">, source: ColumnSource): Uint8Array {
  const all = new Uint8Array(source.count);
  overRows(
    source,
    (run) => run.flags(expression),
    (out, from, count) => all.set(out.subarray(0, count), from),
  );
  return all;
}

/** Numbers by row, or days; NaN where there is none. Throws as `evaluateFlags` does. */
export function evaluateNumbers(
  expression: Expression<"number" | "day">,
  source: ColumnSource,
): Float64Array {
  const all = new Float64Array(source.count);
  overRows(
    source,
    (run) => run.numbers(expression),
    (out, from, count) => all.set(out.subarray(0, count), from),
  );
  return all;
}

/** Days by row; MISSING where there is none. Throws as `evaluateFlags` does. */
export function evaluateDays(expression: Expression<"day">, source: ColumnSource): Int32Array {
  const data = expression.op === "column" ? dataOf(source, expression.name) : null;
  if (data instanceof Int32Array) return data;
  const numbers = evaluateNumbers(expression, source);
  const days = new Int32Array(numbers.length);
  for (let row = 0; row < days.length; row++)
    days[row] = Number.isNaN(numbers[row]) ? MISSING : numbers[row];
  return days;
}

function textsOf(node: Node, source: ColumnSource): Grouped & { readonly groups: Int32Array } {
  const groups = new Int32Array(source.count);
  const { texts } = overRows(
    source,
    (run) => run.codes(node),
    (out, from, count) => {
      for (let i = 0; i < count; i++) groups[from + i] = out[i] - 1;
    },
  );
  return { values: texts.slice(1), groups };
}

/**
 * Texts by row, as groups, in the order of the tables or cases that give them, else of the alphabet
 * where others stand in for a missing one; null where a column that is not known is asked for
 * itself. Throws as `evaluateFlags` does.
 */
export function evaluateTexts(
  expression: Expression<"text">,
  source: ColumnSource,
): Grouped | null {
  const data = expression.op === "column" ? dataOf(source, expression.name) : undefined;
  if (data === null) return null;
  if (data !== undefined && isText(data) && !(data instanceof TextColumn)) return data;
  const { values, groups } = textsOf(expression, source);
  return { values, groups: values.length < 32_768 ? new Int16Array(groups) : groups };
}
