import type { SemanticModel } from "../model/model";
import { daxFunctions } from "../../../reference/power-bi";
import { daxTokens } from "../dax/tokens";

/** Names of a model, in lower case as DAX compares them. */
interface Names {
  readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
  readonly measures: ReadonlySet<string>;
  /** Functions of the model's own. */
  readonly functions: ReadonlySet<string>;
}

const lower = (name: string): string => name.toLowerCase();

export const namesOf = ({ tables, functions = [] }: SemanticModel): Names => ({
  functions: new Set(functions.map(lower)),
  tables: new Map(
    tables.map(({ name, columns }) => [
      lower(name),
      new Set(columns.map((column) => lower(column.name))),
    ]),
  ),
  measures: new Set(tables.flatMap(({ measures }) => measures.map(({ name }) => lower(name)))),
});

const KEYWORDS = new Set(
  (
    "var return in not true false asc desc skip dense both oneway onewayleft none left right " +
    "day week month quarter year hour minute second abs rel blanks first last default " +
    "integer double string boolean currency datetime"
  ).split(" "),
);
/** Words that DAX itself takes before a bracket. */
const OPERATORS = new Set(["IN", "NOT", "RETURN", "AND", "OR"]);

const isFunction = (name: string): boolean =>
  OPERATORS.has(name.toUpperCase()) || daxFunctions().has(name.toUpperCase());

const pairs: Readonly<Record<string, string>> = { ")": "(", "}": "{" };

/**
 * What is wrong with the references of a DAX expression: names that the model does not have,
 * brackets that do not close.
 */
export function daxFaults(dax: string, { tables, measures, functions }: Names): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const variables = new Set(
    [...dax.matchAll(/\bVAR\s+([A-Za-z_]\w*)/gi)].map(([, name]) => lower(name)),
  );
  for (const token of daxTokens(dax)) {
    const name = lower(token.name);
    if (token.kind === "column") {
      const columns = tables.get(lower(token.table));
      if (columns === undefined) faults.push(`there is no table '${token.table}'`);
      else if (!columns.has(name))
        faults.push(
          measures.has(name)
            ? `the measure [${token.name}] has a table before it`
            : `'${token.table}' has no column [${token.name}]`,
        );
    } else if (token.kind === "bracket" && !measures.has(name))
      faults.push(`there is no measure [${token.name}]`);
    else if (token.kind === "table" && !tables.has(name))
      faults.push(`there is no table '${token.name}'`);
    else if (token.kind === "call" && !isFunction(token.name) && !functions.has(name))
      faults.push(`${token.name} is no function that we know`);
    else if (
      token.kind === "word" &&
      !KEYWORDS.has(name) &&
      !variables.has(name) &&
      !tables.has(name)
    )
      faults.push(`${token.name} is neither a variable nor a table`);
    else if (token.kind === "open") open.push(token.name);
    else if (token.kind === "close" && open.pop() !== pairs[token.name])
      faults.push(`${token.name} closes nothing`);
    else if (token.kind === "fault") faults.push(`${token.name} has no end`);
  }
  return [...faults, ...open.map((bracket) => `${bracket} is not closed`)];
}
