import { daxCalls, daxLists, isGroup, type DaxGroup, type DaxPart } from "../dax/tree";
import type { ModelType, SemanticModel } from "../model/model";
import { reachedFrom } from "../model/relationships";
import { anything, isWord, ofMeasure, treeRule } from "./dax-trees";
import type { LintRule } from "./model-rules";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Functions that go through the rows of their first argument. */
const OF_ROWS = set(
  "SUMX AVERAGEX MINX MAXX COUNTX COUNTAX PRODUCTX MEDIANX STDEVX.P STDEVX.S VARX.P VARX.S PERCENTILEX.INC PERCENTILEX.EXC CONCATENATEX RANKX TOPN FILTER ADDCOLUMNS SELECTCOLUMNS GENERATE GENERATEALL GROUPBY SUMMARIZE FIRSTNONBLANK LASTNONBLANK",
);
/** Functions that look from a row that is gone through. */
const FROM_ROW = set("RELATED EARLIER EARLIEST");
/** Functions that move dates, with the place of the column of days among their arguments. */
const OF_DATES: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    "DATESYTD DATESQTD DATESMTD DATEADD DATESBETWEEN DATESINPERIOD PARALLELPERIOD SAMEPERIODLASTYEAR PREVIOUSDAY PREVIOUSMONTH PREVIOUSQUARTER PREVIOUSYEAR NEXTDAY NEXTMONTH NEXTQUARTER NEXTYEAR STARTOFMONTH STARTOFQUARTER STARTOFYEAR ENDOFMONTH ENDOFQUARTER ENDOFYEAR"
      .split(" ")
      .map((name) => [name, 0]),
  ),
  TOTALYTD: 1,
  TOTALQTD: 1,
  TOTALMTD: 1,
};

type ColumnPart = Extract<DaxPart, { readonly kind: "column" }>;
const isColumn = (part: DaxPart | undefined): part is ColumnPart => part?.kind === "column";

/** The table that a list of parts is by its name alone; null where it is made otherwise. */
const tableNamed = (arg: readonly DaxPart[]): string | null =>
  arg.length === 1 && !isGroup(arg[0]) && ["table", "word"].includes(arg[0].kind)
    ? arg[0].name
    : null;

/**
 * Functions that look from a row where none is gone through, and RELATED to a table that the rows
 * have no relationship to. `rows` are the tables that are gone through, null for one that is made.
 */
function rowFaults(
  parts: readonly DaxPart[],
  relationships: SemanticModel["relationships"],
  rows: readonly (string | null)[],
): string[] {
  return parts.filter(isGroup).flatMap((group) => {
    const { name, args } = group;
    const faults: string[] = [];
    if (FROM_ROW.has(name) && rows.length === 0)
      faults.push(`${name} looks from a row, and none is gone through`);
    const [related] = args[0] ?? [];
    const isOnly = name === "RELATED" && rows.length > 0 && isColumn(related);
    if (isOnly) {
      const known = rows.filter((row): row is string => row !== null);
      const reached = [...reachedFrom(related.table, relationships)].map((one) =>
        one.toLowerCase(),
      );
      if (known.length === rows.length && !known.some((row) => reached.includes(row.toLowerCase())))
        faults.push(`RELATED: no relationship leads from ${known.join(", ")} to ${related.table}`);
    }
    const [first = [], ...others] = args;
    const inside = OF_ROWS.has(name) ? [...rows, tableNamed(first)] : rows;
    return [
      ...faults,
      ...rowFaults(first, relationships, rows),
      ...others.flatMap((arg) => rowFaults(arg, relationships, inside)),
    ];
  });
}

/** Functions over dates whose column is not that of a table of days. */
function dateFaults({ name, args }: DaxGroup, { tables }: SemanticModel): string[] {
  const place = OF_DATES[name];
  const [column] = (place === undefined ? undefined : args[place]) ?? [];
  if (!isColumn(column)) return [];
  const table = tables.find((one) => one.name.toLowerCase() === column.table.toLowerCase());
  const isDay = table?.columns.some(
    (one) => one.key && one.name.toLowerCase() === column.name.toLowerCase(),
  );
  return isDay && table?.dates
    ? []
    : [`${name} takes the days of the date table, not ${column.table}[${column.name}]`];
}

const NUMBERS: ReadonlySet<ModelType> = new Set(["int64", "double", "decimal"]);

/** TREATAS of values that do not fit its columns, in number or in type. */
function treatasFaults({ name, args }: DaxGroup, { tables }: SemanticModel): string[] {
  const [first, ...others] = args;
  const values = first?.length === 1 && isGroup(first[0]) ? first[0] : null;
  if (name !== "TREATAS" || values?.kind !== "set") return [];
  const columns = others.map(([column]) =>
    isColumn(column)
      ? tables
          .find((one) => one.name.toLowerCase() === column.table.toLowerCase())
          ?.columns.find((one) => one.name.toLowerCase() === column.name.toLowerCase())?.type
      : undefined,
  );
  return values.args.flatMap((item) => {
    const [only] = item;
    const row = only && isGroup(only) && only.kind === "bracketed" ? only.args : [item];
    if (row.length !== columns.length)
      return [`TREATAS has ${row.length} values for ${columns.length} columns`];
    return row.flatMap(([value], i) => {
      const type = columns[i];
      if (type === undefined || value === undefined) return [];
      const isUnlike =
        (value.kind === "text" && type !== "string") ||
        (value.kind === "number" && !NUMBERS.has(type) && type !== "dateTime");
      return isUnlike ? [`TREATAS: a value is of another type than a column of ${type}`] : [];
    });
  });
}

const TESTS = set("= == <> < > <= >=");
const isTest = (arg: readonly DaxPart[]): boolean =>
  arg.some((part) => part.kind === "operator" && TESTS.has(part.name));

/** SWITCH that compares a value with what is true or false. */
function switchFaults({ name, args }: DaxGroup): string[] {
  const [[first] = [], ...others] = args;
  if (name !== "SWITCH" || first === undefined || args[0].length !== 1) return [];
  const ofTruth = ["TRUE", "FALSE"].includes(first.name.toUpperCase());
  const tests = others.filter((_, i) => i % 2 === 0 && i + 1 < others.length);
  return !ofTruth && tests.some(isTest)
    ? ["SWITCH compares a value with tests: its first argument is TRUE () then"]
    : [];
}

/** Variables that nothing uses. */
function unusedVariables(tree: readonly DaxPart[]): string[] {
  const lists = [...daxLists(tree)];
  const words = lists.flatMap((list) =>
    list.flatMap((part, i) => {
      if (isColumn(part)) return [part.table.toUpperCase()];
      const isUse = ["word", "table"].includes(part.kind) && !isWord(list[i - 1], "VAR");
      return isUse ? [part.name.toUpperCase()] : [];
    }),
  );
  return lists
    .flatMap((list) => list.filter((_, i) => isWord(list[i - 1], "VAR")))
    .filter(({ name }) => name !== "" && !words.includes(name.toUpperCase()))
    .map(({ name }) => `nothing uses the variable ${name}`);
}

const ofCalls =
  (faults: (call: DaxGroup, model: SemanticModel) => string[]) =>
  (tree: readonly DaxPart[], model: SemanticModel): string[] =>
    [...daxCalls(tree)].flatMap((call) => faults(call, model));

/** What functions want of the place that they stand in, and of each other's values. */
export const contextRules: readonly LintRule[] = [
  treeRule("dax-row", ofMeasure, (tree, model) => rowFaults(tree, model.relationships, [])),
  treeRule("dax-dates", anything, ofCalls(dateFaults)),
  treeRule("dax-treatas", anything, ofCalls(treatasFaults)),
  treeRule("dax-switch", anything, ofCalls(switchFaults)),
  treeRule("dax-unused", anything, unusedVariables),
];
