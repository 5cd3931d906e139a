import { daxCalls, daxLists, isGroup, type DaxGroup, type DaxPart } from "../dax/tree";
import type { SemanticModel } from "../model/model";
import { anything, isWord, ofMeasure, treeRule } from "./dax-trees";
import type { LintRule } from "./model-rules";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Functions that take values as they stand: a column among them needs a row that is chosen. */
const OF_VALUES = set(
  "IF IF.EAGER SWITCH DIVIDE COALESCE AND OR NOT ISBLANK ISERROR IFERROR FORMAT ROUND ROUNDUP ROUNDDOWN ABS INT TRUNC SIGN SQRT POWER MOD CONCATENATE LEFT RIGHT MID LEN UPPER LOWER TRIM SUBSTITUTE REPLACE VALUE FIXED YEAR MONTH DAY DATE DATEDIFF EOMONTH EDATE WEEKDAY CONVERT CURRENCY",
);
/** Functions of one column: no measure, number or table stands for it. */
const OF_COLUMN = set(
  "SUM AVERAGE MEDIAN PRODUCT COUNT COUNTA COUNTBLANK DISTINCTCOUNT DISTINCTCOUNTNOBLANK SELECTEDVALUE HASONEVALUE HASONEFILTER ISINSCOPE",
);
/** Functions whose first argument is a table. */
const OF_TABLE = set(
  "COUNTROWS ISEMPTY SUMX AVERAGEX MINX MAXX COUNTX COUNTAX PRODUCTX MEDIANX CONCATENATEX RANKX FILTER ADDCOLUMNS SELECTCOLUMNS GENERATE",
);
/** Tables of several rows or columns, which no measure can show. */
const TABLES = set(
  "FILTER ALL ALLEXCEPT ALLSELECTED ALLNOBLANKROW REMOVEFILTERS SUMMARIZE SUMMARIZECOLUMNS ADDCOLUMNS SELECTCOLUMNS CROSSJOIN UNION INTERSECT EXCEPT GENERATE CALCULATETABLE TOPN GROUPBY TREATAS DATESYTD DATESBETWEEN DATESINPERIOD SAMEPERIODLASTYEAR DATEADD CALENDAR",
);

/** Columns of a list of parts that no function takes as a column. */
export function nakedColumns(parts: readonly DaxPart[]): { table: string; name: string }[] {
  return parts.flatMap((part) => {
    if (part.kind === "column" && "table" in part) return [{ table: part.table, name: part.name }];
    if (!isGroup(part)) return [];
    const { kind, name, args } = part;
    const isPlain = kind !== "call" || OF_VALUES.has(name);
    const isLarger = (name === "MAX" || name === "MIN") && args.length > 1;
    return isPlain || isLarger ? args.flatMap(nakedColumns) : [];
  });
}

/** What comes back of an expression: what follows its last RETURN. */
const result = (tree: readonly DaxPart[]): readonly DaxPart[] =>
  tree.slice(tree.map((part) => isWord(part, "RETURN")).lastIndexOf(true) + 1);

function wantedFaults({ name, args }: DaxGroup): string[] {
  const [first = []] = args;
  if (first.length !== 1) return [];
  const [{ kind, name: what }] = first;
  const isOne = args.length === 1 && (name === "MIN" || name === "MAX");
  if ((OF_COLUMN.has(name) || isOne) && ["bracket", "number", "text", "table"].includes(kind))
    return [`${name} takes a column, not ${what}`];
  const isValue = ["column", "bracket", "number", "text"].includes(kind);
  if (OF_TABLE.has(name) && isValue) return [`${name} takes a table, not ${what}`];
  return (name === "VALUES" || name === "DISTINCT") && kind === "bracket"
    ? [`${name} takes a column or a table, not the measure [${what}]`]
    : [];
}

const ADDS = set("+ - * /");

/** Whether a part is a text that is no number, such as `"%"`. */
const isWords = (part: DaxPart | undefined): part is DaxPart =>
  part?.kind === "text" && Number.isNaN(Number(part.name.slice(1, -1) || NaN));

/** Functions that reckon with their first arguments, and how many these are. */
const RECKONS: Readonly<Record<string, number>> = {
  DIVIDE: 2,
  ROUND: 2,
  ABS: 1,
  INT: 1,
  MOD: 2,
  POWER: 2,
};

/** Texts that are reckoned with. */
const addedTexts = (list: readonly DaxPart[]): string[] =>
  list.flatMap((part, i) => {
    if (isGroup(part))
      return part.args
        .slice(0, RECKONS[part.name] ?? 0)
        .flatMap((arg) => (arg.length === 1 && isWords(arg[0]) ? [arg[0].name] : []))
        .map((text) => `${part.name} takes numbers, not ${text}`);
    const signs = [list[i - 1], list[i + 1]];
    const isAdded = signs.some((one) => one?.kind === "operator" && ADDS.has(one.name));
    return isWords(part) && isAdded ? [`the text ${part.name} is added up: & joins texts`] : [];
  });

/** The two columns of each USERELATIONSHIP that no relationship of the model has. */
const unknownRelationships = ({ relationships }: SemanticModel, tree: readonly DaxPart[]) => {
  const known = new Set(
    relationships.flatMap(({ from, to }) => {
      const [one, other] = [from, to].map(({ table, column }) => `${table}\n${column}`);
      return [`${one}\n${other}`, `${other}\n${one}`].map((pair) => pair.toLowerCase());
    }),
  );
  return [...daxCalls(tree)]
    .filter(({ name }) => name === "USERELATIONSHIP")
    .map(({ args }) => args.flatMap(nakedColumns))
    .filter(
      (pair) =>
        !known.has(pair.map(({ table, name }) => `${table}\n${name}`.toLowerCase()).join("\n")),
    )
    .map(() => "USERELATIONSHIP names a relationship that the model does not have");
};

/** What an expression gives and takes where its form is right: values, columns and tables. */
export const valueRules: readonly LintRule[] = [
  treeRule("dax-naked", ofMeasure, (tree) =>
    nakedColumns(tree).map(
      ({ table, name }) =>
        `'${table}'[${name}] is used where no row is chosen: sum it, or the like`,
    ),
  ),
  treeRule("dax-gives-table", ofMeasure, (tree) => {
    const [only, ...others] = result(tree);
    if (only === undefined || others.length > 0) return [];
    const isTable = only.kind === "table" || (only.kind === "call" && TABLES.has(only.name));
    return isTable ? [`it gives a table (${only.name}), where a measure gives one value`] : [];
  }),
  treeRule("dax-wants", anything, (tree) => [...daxCalls(tree)].flatMap(wantedFaults)),
  treeRule("dax-texts", anything, (tree) => [...daxLists(tree)].flatMap(addedTexts)),
  treeRule("dax-relationship", anything, (tree, model) => unknownRelationships(model, tree)),
];
