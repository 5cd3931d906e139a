import { mFunctions } from "../../../reference/power-bi";
import type { SemanticModel } from "../model/model";
import type { Found, LintRule } from "./model-rules";

const literals = (m: string): string[] =>
  [...m.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text]) => text.replaceAll('""', '"'));

/** The columns that the last SelectColumns of a query picks by name; null where there is none. */
function pickedBy(m: string): ReadonlySet<string> | null {
  const found = [...m.matchAll(/Table\.SelectColumns\(\w+, \{([^}]*)\}\)/g)].at(-1);
  return found ? new Set(literals(found[1])) : null;
}

const withoutTexts = (m: string): string => m.replace(/"(?:[^"]|"")*"|\/\/[^\n]*/g, '""');

/** Names of the standard library that a query uses: `Table.SelectRows`. */
const libraryNames = (m: string): string[] =>
  [...withoutTexts(m).matchAll(/(?<![\w#.[])([A-Z]\w*\.[A-Z]\w*)(?![\w.])/g)].map(
    ([, name]) => name,
  );

/** A bracket that closes nothing or is not closed; null where all do. */
function bracketFault(m: string): string | null {
  const pairs: Record<string, string> = { ")": "(", "]": "[", "}": "{" };
  const open: string[] = [];
  for (const [letter] of withoutTexts(m).matchAll(/[()[\]{}]/g))
    if ("([{".includes(letter)) open.push(letter);
    else if (open.pop() !== pairs[letter]) return `${letter} closes nothing`;
  return open.length > 0 ? `${open[0]} is not closed` : null;
}

/** Names that the standard library has in other letters: `table.SelectRows`. */
function misspelt(m: string): string[] {
  const known = new Map([...mFunctions()].map((name) => [name.toLowerCase(), name]));
  return [...withoutTexts(m).matchAll(/(?<![\w#.[])([A-Za-z]\w*\.[A-Za-z]\w*)(?![\w.])/g)]
    .map(([, name]) => name)
    .filter((name) => !mFunctions().has(name) && known.has(name.toLowerCase()))
    .map((name) => `Power Query writes ${known.get(name.toLowerCase())}, not ${name}`);
}

const M_TYPES = new Set(
  "any anynonnull action binary date datetime datetimezone duration function list logical none null number record table text time type nullable".split(
    " ",
  ),
);

/** Words after `type` or `as` that are no type. */
const oddTypes = (m: string): string[] =>
  [...withoutTexts(m).matchAll(/(?<![\w.#[])(?:type|as)\s+([a-z]\w*)(?!\w*\s*=(?!=|>))/g)]
    .map(([, type]) => type)
    .filter((type) => !M_TYPES.has(type))
    .map((type) => `Power Query has no type ${type}`);

/** Parameters of text that a path begins with. */
function folderFaults({ queries, tables }: SemanticModel): Found[] {
  const texts = tables.flatMap(({ source }) => ("m" in source ? [source.m] : []));
  return queries.flatMap(({ name, m }): Found[] => {
    const value = /^"((?:[^"]|"")*)"\s*meta\b/.exec(m.trim())?.[1];
    const isPath = texts.some((text) => text.includes(`File.Contents(${name} & "\\`));
    if (value === undefined || !isPath) return [];
    if (/[\\/]$/.test(value)) return [[name, "the folder ends with a separator, and gets another"]];
    return /^(?:[A-Za-z]:[\\/]|\\\\|\/)/.test(value)
      ? []
      : [[name, "a folder is named by its full path, from its drive or share on"]];
  });
}

const queriesOf = ({ tables, queries }: SemanticModel): { where: string; m: string }[] => [
  ...queries.map(({ name, m }) => ({ where: name, m })),
  ...tables.flatMap(({ name, source }) => ("m" in source ? [{ where: name, m: source.m }] : [])),
];

/** What is wrong with the Power Query that fills a model. */
export const queryRules: readonly LintRule[] = [
  {
    id: "m-names",
    check: (model) =>
      queriesOf(model).flatMap(({ where, m }) =>
        [...new Set(libraryNames(m))]
          .filter((name) => !mFunctions().has(name))
          .map((name): Found => [where, `Power Query has no ${name}`]),
      ),
  },
  {
    id: "m-letters",
    check: (model) =>
      queriesOf(model).flatMap(({ where, m }) =>
        [...new Set([...misspelt(m), ...oddTypes(m)])].map((message): Found => [where, message]),
      ),
  },
  { id: "m-folder", check: folderFaults },
  {
    id: "m-brackets",
    check: (model) =>
      queriesOf(model).flatMap(({ where, m }): Found[] => {
        const fault = bracketFault(m);
        return fault ? [[where, `in its query ${fault}`]] : [];
      }),
  },
  {
    id: "m-columns",
    check: ({ tables }) =>
      tables.flatMap((table) => {
        const picked = "m" in table.source ? pickedBy(table.source.m) : null;
        return picked === null
          ? []
          : table.columns
              .flatMap(({ from }) => ("source" in from ? [from.source] : []))
              .filter((source) => !picked.has(source))
              .map((source): Found => [table.name, `its query gives no column ${source}`]);
      }),
  },
  {
    id: "m-source",
    check: (model) =>
      queriesOf(model)
        .filter(({ m }) =>
          /(?:File\.Contents|Web\.Contents)\([^")]*\b(?:path|name)\b/.test(withoutTexts(m)),
        )
        .map(({ where }) => [
          where,
          "a function makes up where it reads: a scheduled refresh refuses that",
        ]),
  },
];
