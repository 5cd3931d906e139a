import { daxFunctions } from "../../../reference/power-bi";
import type { ModelType, SemanticModel } from "../model/model";
import { daxCalls, daxLists, isGroup, type DaxGroup, type DaxPart } from "../dax/tree";
import { circles } from "./dax-circles";
import { anything, isWord, treeRule } from "./dax-trees";
import { expressionsOf } from "./expressions";
import type { LintRule } from "./model-rules";
import { nakedColumns } from "./value-rules";

const KEYWORDS = ["VAR", "RETURN", "IN", "NOT", "ASC", "DESC"];
const isKeyword = (part: DaxPart): boolean => KEYWORDS.some((word) => isWord(part, word));

/** Something that has a value: two of them do not stand side by side. */
const isValue = (part: DaxPart | undefined): boolean =>
  part !== undefined &&
  !["operator", "comma", "open", "close", "fault"].includes(part.kind) &&
  !isKeyword(part);

/** Values without an operator between them, operators without a value after them. */
function sideFaults(list: readonly DaxPart[]): string[] {
  return list.flatMap((part, i) => {
    const next = list[i + 1];
    const ofTable = part.kind === "table" && next?.kind === "bracket";
    const named = isWord(list[i - 1], "VAR");
    if (isValue(part) && isValue(next) && !ofTable && !named)
      return ["an operator or a comma is missing between two values"];
    // A variable may be made of others.
    const ofVariable = isWord(list[i - 2], "VAR") && isWord(next, "VAR");
    const ends = next === undefined || isWord(next, "RETURN") || isWord(next, "VAR");
    return part.kind === "operator" && ends && !ofVariable ? [`nothing follows ${part.name}`] : [];
  });
}

/**
 * Variables without a name, a value or RETURN. A variable may be made of others: the first RETURN is
 * of the last that were begun.
 */
function variableFaults(list: readonly DaxPart[]): string[] {
  const faults: string[] = [];
  let at = 0;
  const isNext = (word: string): boolean => isWord(list[at], word);
  const expression = (): void => {
    if (!isNext("VAR")) {
      while (at < list.length && !isNext("VAR") && !isNext("RETURN")) at++;
      return;
    }
    const names = new Set<string>();
    while (isNext("VAR")) {
      const [name, equals] = [list[at + 1], list[at + 2]];
      if (name?.kind !== "word" || equals?.kind !== "operator" || equals.name !== "=")
        faults.push("VAR needs a name and =");
      else if (names.has(name.name.toUpperCase()))
        faults.push(`the variable ${name.name} is there twice`);
      else names.add(name.name.toUpperCase());
      at += 3;
      if (at >= list.length || isNext("RETURN")) faults.push("a variable has no value");
      expression();
    }
    if (!isNext("RETURN")) {
      faults.push("VAR has no RETURN");
      return;
    }
    at++;
    if (at >= list.length) faults.push("nothing follows RETURN");
    else expression();
  };
  expression();
  if (isNext("RETURN")) faults.push("RETURN has no VAR before it");
  return faults;
}

function arityFault({ name, args }: DaxGroup): string[] {
  const known = daxFunctions().get(name);
  if (known === undefined) return [];
  const { least, most } = known;
  if (least !== null && args.length < least)
    return [`${name} takes ${least} arguments at least, not ${args.length}`];
  if (most !== null && args.length > most)
    return [`${name} takes ${most} arguments at most, not ${args.length}`];
  // These take arguments that may be passed over.
  if (["RANKX", "RANK", "ROWNUMBER", "INDEX", "OFFSET", "WINDOW"].includes(name)) return [];
  return args.some((arg) => arg.length === 0) ? [`${name} has an empty argument`] : [];
}

const TESTS = new Set(["=", "==", "<>", "<", ">", "<=", ">=", "&&", "||"]);

/** Whether an argument is a true/false test, which CALCULATE turns into a filter of one column. */
const isTest = (arg: readonly DaxPart[]): boolean =>
  arg.some((part) => (part.kind === "operator" && TESTS.has(part.name)) || isWord(part, "IN"));

/** Arguments that filter: of CALCULATE all but the first. */
const filtersOf = ({ name, args }: DaxGroup): readonly (readonly DaxPart[])[] =>
  name === "CALCULATE" || name === "CALCULATETABLE"
    ? args.slice(1)
    : name === "KEEPFILTERS"
      ? args
      : [];

function filterFaults(call: DaxGroup): string[] {
  return filtersOf(call)
    .filter(isTest)
    .flatMap((arg) => {
      const parts = [...daxLists(arg)].flat();
      const tables = parts.filter(
        (part) => isGroup(part) && daxFunctions().get(part.name)?.givesTable,
      );
      const ofTables = new Set(nakedColumns(arg).map(({ table }) => table.toLowerCase()));
      return [
        ...(ofTables.size > 1 ? ["a true/false filter has columns of two tables in it"] : []),
        ...parts
          .filter(({ kind }) => kind === "bracket")
          .map(({ name }) => `a true/false filter has the measure [${name}] in it`),
        ...tables.map(({ name }) => `a true/false filter has a table (${name}) in it`),
      ];
    });
}

const NUMBERS: ReadonlySet<ModelType> = new Set(["int64", "double", "decimal"]);
const ADDS = new Set(["SUM", "AVERAGE", "MEDIAN", "PRODUCT"]);
const COMPARES = new Set(["=", "==", "<>", "<", ">", "<=", ">="]);

type TypeOf = (part: DaxPart | undefined) => ModelType | undefined;

/** Sums of what is no number, and comparisons of a column with a value of another type. */
function typeFaults(list: readonly DaxPart[], typeOf: TypeOf): string[] {
  const faults: string[] = [];
  const unlike = (type: ModelType, value: DaxPart): boolean =>
    (value.kind === "text" && type !== "string") ||
    (value.kind === "number" && !NUMBERS.has(type) && type !== "dateTime");
  list.forEach((part, i) => {
    const [type, test, other] = [typeOf(part), list[i + 1], list[i + 2]];
    if (isGroup(part) && part.kind === "call" && ADDS.has(part.name)) {
      const summed = part.args.length === 1 && part.args[0].length === 1 && typeOf(part.args[0][0]);
      if (summed && !NUMBERS.has(summed)) faults.push(`${part.name} of a column of ${summed}`);
    }
    if (type === undefined || test === undefined || other === undefined) return;
    const values = isGroup(other) ? other.args.flat() : [other];
    const compares =
      (test.kind === "operator" && COMPARES.has(test.name)) ||
      (isWord(test, "IN") && other.kind === "set");
    if (compares && values.some((value) => unlike(type, value)))
      faults.push(`a column of ${type} is compared with a value of another type`);
  });
  return faults;
}

const typesOf = ({ tables }: SemanticModel): TypeOf => {
  const types = new Map(
    tables.flatMap(({ name, columns }) =>
      columns.map((column): [string, ModelType] => [
        `${name}\n${column.name}`.toLowerCase(),
        column.type,
      ]),
    ),
  );
  return (part) =>
    part?.kind === "column" ? types.get(`${part.table}\n${part.name}`.toLowerCase()) : undefined;
};

/** What is wrong with the form of a DAX expression, whatever it refers to. */
export const daxRules: readonly LintRule[] = [
  treeRule("dax-shape", anything, (tree) =>
    [...daxLists(tree)].flatMap((list) => [...sideFaults(list), ...variableFaults(list)]),
  ),
  treeRule("dax-arguments", anything, (tree) => [...daxCalls(tree)].flatMap(arityFault)),
  treeRule("dax-filters", anything, (tree) => [...daxCalls(tree)].flatMap(filterFaults)),
  treeRule("dax-types", anything, (tree, model) => {
    const typeOf = typesOf(model);
    return [...daxLists(tree)].flatMap((list) => typeFaults(list, typeOf));
  }),
  { id: "dax-circles", check: circles },
  {
    id: "dax-empty",
    check: (model) =>
      expressionsOf(model)
        .filter(({ dax }) => dax.trim() === "")
        .map(({ where }) => [where, "it says nothing"]),
  },
];
