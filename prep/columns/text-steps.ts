import { TextColumn } from "./column";
import { dataOf, isText, parameterOf, type ColumnValues } from "./column-source";
import type { Node } from "./expression";
import { constantly, firstCase, firstGiven, type CodedColumn, type BatchRun } from "./step";

/** Codes as the codes of another list of texts: `codeOf[code]` is the code in it. */
export function translated(
  { fill, out: from }: CodedColumn,
  texts: readonly string[],
  codeOf: Int32Array,
  run: BatchRun,
): CodedColumn {
  const out = run.ints();
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
function recoded(
  { of, table, otherwise }: Extract<Node, { op: "recode" }>,
  run: BatchRun,
): CodedColumn {
  const step = run.codes(of);
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
  return translated(step, texts, codeOf, run);
}

/** The same with its texts in the order of the alphabet, as no list says another one. */
function alphabetical(step: CodedColumn, run: BatchRun): CodedColumn {
  const texts = ["", ...step.texts.slice(1).sort()];
  const place = new Map(texts.map((text, code) => [text, code]));
  return translated(
    step,
    texts,
    Int32Array.from(step.texts, (text, code) => (code === 0 ? 0 : place.get(text)!)),
    run,
  );
}

/** Texts of several steps in one list, each once. */
export function sharedTexts(
  steps: readonly CodedColumn[],
  run: BatchRun,
): {
  readonly texts: readonly string[];
  readonly recoded: readonly CodedColumn[];
} {
  const codeOf = new Map<string, number>();
  const texts = [""];
  const recoded = steps.map((step): CodedColumn => {
    const shared = Int32Array.from(step.texts, (text, code) => {
      if (code === 0) return 0;
      const known = codeOf.get(text);
      if (known !== undefined) return known;
      codeOf.set(text, texts.length);
      return texts.push(text) - 1;
    });
    return translated(step, texts, shared, run);
  });
  return { texts, recoded };
}

/** Typed arrays can be copied whole; other lists of groups are first made one. */
const typed = (groups: ArrayLike<number>): Int32Array =>
  ArrayBuffer.isView(groups) ? (groups as Int32Array) : Int32Array.from(groups);

/** The texts of a column as codes. Throws where numbers were given. */
function codesOfColumn(data: ColumnValues, run: BatchRun): CodedColumn {
  const out = run.ints();
  if (data === null) return { texts: [""], ...constantly(out, 0, run) };
  if (!isText(data)) throw new Error("a column of numbers was given where texts are declared");
  if (data instanceof TextColumn) {
    const { codes } = data;
    return {
      texts: data.dictionary,
      out,
      fill: (from, count) => out.set(codes.subarray(from, from + count)),
    };
  }
  const groups = typed(data.groups);
  return {
    texts: ["", ...data.values],
    out,
    fill(from, count) {
      out.set(groups.subarray(from, from + count));
      for (let i = 0; i < count; i++) out[i] = out[i] < 0 ? 0 : out[i] + 1;
    },
  };
}

const isCode = (value: number): boolean => value > 0;

/** How the texts of a node are worked out. Throws where it gives none. */
export function textStep(node: Node, run: BatchRun): CodedColumn {
  switch (node.op) {
    case "column":
      return codesOfColumn(dataOf(run.source, node.name), run);
    case "parameter":
    case "constant": {
      const text = String(node.op === "constant" ? node.value : parameterOf(run.source, node.name));
      return { texts: ["", text], ...constantly(run.ints(), 1, run) };
    }
    case "coalesce": {
      const { texts, recoded: steps } = sharedTexts(node.of.map(run.codes), run);
      return alphabetical({ texts, ...firstGiven(steps, run.ints(), isCode) }, run);
    }
    case "recode":
      return recoded(node, run);
    case "case": {
      const thens = node.when.map(({ then }) => run.codes(then));
      const rest = node.otherwise ? [run.codes(node.otherwise)] : [];
      const { texts, recoded: steps } = sharedTexts([...thens, ...rest], run);
      const cases = node.when.map(({ is }, i) => ({ is: run.flags(is), then: steps[i] }));
      const otherwise = node.otherwise ? steps[thens.length] : null;
      return { texts, ...firstCase<Int32Array>(cases, otherwise, run.ints(), 0) };
    }
    default:
      throw new Error(`${node.op} gives no text`);
  }
}
