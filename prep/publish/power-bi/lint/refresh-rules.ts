import type { ModelTable, ModelType } from "../model/model";
import type { WrittenModel } from "../read/written-model";
import type { Found } from "./model-rules";
import type { WrittenRule } from "./written-rules";

/** Power Query with its texts emptied; names in quotes become plain ones. */
const plain = (m: string): string =>
  m
    .replace(/\/\/[^\n]*/g, "")
    .replace(/#"((?:[^"]|"")*)"/g, (_, name: string) => `Q_${name.replace(/\W/g, "_")}`)
    .replace(/"(?:[^"]|"")*"/g, '""');

/** Parts of a text between commas that stand in no bracket. */
function parts(text: string): string[] {
  const found = [""];
  let depth = 0;
  for (const letter of text) {
    if ("([{".includes(letter)) depth++;
    if (")]}".includes(letter)) depth--;
    if (letter === "," && depth === 0) found.push("");
    else found[found.length - 1] += letter;
  }
  return found;
}

/** The steps of a query that is one `let`; null where it is made otherwise. */
function stepsOf(m: string): string[] | null {
  const match = /^\s*let\b([\s\S]*)\bin\b[^=]*$/.exec(m);
  return match && !/\blet\b/.test(match[1]) ? parts(match[1]) : null;
}

const nameOf = (step: string): string | undefined => /^\s*(\w+)\s*=/.exec(step)?.[1];

function stepFaults(m: string): string[] {
  const steps = stepsOf(m) ?? [];
  const names = steps.map(nameOf);
  return [
    ...names
      .filter((name, i) => name !== undefined && names.indexOf(name) !== i)
      .map((name) => `the step ${name} is there twice`),
    ...steps
      .filter((step) => /\S\s*\n\s*\w+ = /.test(step))
      .map((step) => `a comma is missing after the step ${nameOf(step)}`),
  ];
}

/** Names with a capital that a query uses and that nothing gives. */
function unknownNames(m: string, known: ReadonlySet<string>): string[] {
  const given = new Set([
    ...[...m.matchAll(/(\w+)\s*=(?!>)/g)].map(([, name]) => name),
    ...[...m.matchAll(/\(([\w\s,]*)\)\s*(?:as\s+\w+\s*)?=>/g)].flatMap(([, args]) =>
      args.split(",").map((arg) => arg.trim().split(/\s/)[0]),
    ),
  ]);
  return [...m.matchAll(/(?<![\w.#[])([A-Z]\w*)\b(?!\s*=(?!=)|\.)/g)]
    .map(([, name]) => name)
    .filter((name) => !given.has(name) && !known.has(name));
}

const TYPES: Readonly<Record<string, ModelType>> = {
  "type text": "string",
  "type number": "double",
  "type logical": "boolean",
  "type date": "dateTime",
  "type datetime": "dateTime",
  "Int64.Type": "int64",
  "Percentage.Type": "double",
  "Currency.Type": "decimal",
};

/** The types that a query gives to columns, by name. */
const typesIn = (m: string): [column: string, type: string][] =>
  [...m.matchAll(/\{"((?:[^"]|"")*)", (type \w+|\w+\.Type)\}/g)].map(([, column, type]) => [
    column.replaceAll('""', '"'),
    type,
  ]);

function typeFaults({ columns, source }: ModelTable): string[] {
  if (!("m" in source)) return [];
  const given = new Map(typesIn(source.m));
  return columns.flatMap(({ name, type, from }) => {
    const read = "source" in from ? TYPES[given.get(from.source) ?? ""] : undefined;
    return read === undefined || read === type
      ? []
      : [`its query makes ${read} of ${name}, which is ${type} in the model`];
  });
}

/** Columns that are given a type though the query has picked others. */
function untyped({ source }: ModelTable): string[] {
  if (!("m" in source)) return [];
  const picked = [...source.m.matchAll(/Table\.SelectColumns\(\w+, \{([^}]*)\}\)/g)].at(-1);
  if (!picked) return [];
  return typesIn(source.m)
    .filter(([column]) => !picked[1].includes(`"${column.replaceAll('"', '""')}"`))
    .map(([column]) => `its query gives a type to ${column}, which it does not pick`);
}

const queriesOf = ({ tables, queries }: WrittenModel) => [
  ...queries,
  ...tables.flatMap(({ name, source }) => ("m" in source ? [{ name, m: source.m }] : [])),
];

/** What only a refresh would show. */
export const refreshRules: readonly WrittenRule[] = [
  {
    id: "m-steps",
    check: (model) => {
      const known = new Set(
        [...model.queries, ...model.tables].map(({ name }) => name.replace(/\W/g, "_")),
      );
      const all = new Set([...known, ...[...known].map((name) => `Q_${name}`)]);
      return queriesOf(model).flatMap(({ name, m }) => {
        const text = plain(m);
        const unknown = [...new Set(unknownNames(text, all))].map(
          (one) => `nothing gives ${one}, which its query uses`,
        );
        return [...stepFaults(text), ...unknown].map((message): Found => [name, message]);
      });
    },
  },
  {
    id: "m-types",
    check: ({ tables }) =>
      tables.flatMap((table) =>
        [...typeFaults(table), ...untyped(table)].map((message): Found => [table.name, message]),
      ),
  },
  {
    id: "m-mode",
    check: ({ nodesOf }) =>
      nodesOf("table").flatMap((table) =>
        table.children
          .filter(({ kind, value }) => kind === "partition" && value === "m")
          .flatMap((partition): Found[] => {
            const mode = partition.children.find(({ kind }) => kind === "mode")?.value ?? "import";
            const source = partition.children.find(({ kind }) => kind === "source")?.value ?? "";
            return mode !== "import" && /File\.Contents|Web\.Contents/.test(source)
              ? [[table.name ?? "", `a file cannot be read in the mode ${mode}: import it`]]
              : [];
          }),
      ),
  },
];
