import type { ModelTable } from "../model/model";
import type { WrittenModel } from "../read/written-model";
import type { Found } from "./model-rules";

/** A rule about a model as its files say. */
export interface WrittenRule {
  readonly id: string;
  readonly check: (model: WrittenModel) => readonly Found[];
}

const names = (kind: "language" | "region") =>
  new Intl.DisplayNames("en", { type: kind, fallback: "none" });

/** Whether a culture is a language, with a country, that is known. */
function isCulture(code: string): boolean {
  const match = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/.exec(code);
  return (
    match !== null &&
    Intl.getCanonicalLocales(code)[0] === code &&
    names("language").of(match[1]) !== undefined &&
    names("region").of(match[2]) !== undefined
  );
}

/** The cultures that queries are read in. */
const ofQueries = (nodesOf: WrittenModel["nodesOf"]): string[] =>
  nodesOf("model")
    .flatMap(({ children }) => children.filter(({ kind }) => kind === "sourceQueryCulture"))
    .flatMap(({ value }) => value ?? []);

const NAMED_FORMATS = new Set([
  "General Number",
  "Currency",
  "Fixed",
  "Standard",
  "Percent",
  "Scientific",
  "General Date",
  "Long Date",
  "Medium Date",
  "Short Date",
  "Long Time",
  "Medium Time",
  "Short Time",
  "Yes/No",
  "True/False",
  "On/Off",
]);

/** Runs of letters that a format of dates knows. */
const DATE_PARTS =
  /^(?:d{1,4}|m{1,4}|yy|yyyy|h{1,2}|n{1,2}|s{1,2}|am\/pm|a\/p|[\s/\-.,:]|f{1,7}|t{1,2}|z{1,3})*$/i;

function dateFormatFault(bare: string): string | null {
  if (!/[dmyh]/i.test(bare)) return "a date has a format without day, month or year";
  return DATE_PARTS.test(bare) ? null : "a date has a format with parts that dates do not have";
}

/** What is wrong with a format for numbers or dates; null where nothing is. */
function formatFault(format: string, isDate: boolean): string | null {
  if (NAMED_FORMATS.has(format)) return null;
  if ((format.match(/"/g) ?? []).length % 2 === 1) return "a text in the format has no end";
  const bare = format.replace(/"[^"]*"|\\./g, "");
  if (bare.split(";").length > 4) return "a format has four parts at most";
  if (isDate) return dateFormatFault(bare);
  if (!/[0#]/.test(bare)) return "a number has a format without a digit";
  return /[A-DF-Za-df-z]/.test(bare) ? "a number has a format with letters" : null;
}

/** Columns of a table that its sort orders lead back to. */
function sortCircle({ columns }: ModelTable, from: string): boolean {
  const seen = new Set<string>();
  let at = columns.find(({ name }) => name === from)?.sortBy;
  while (at !== undefined && !seen.has(at)) {
    if (at === from) return true;
    seen.add(at);
    at = columns.find(({ name }) => name === at)?.sortBy;
  }
  return false;
}

const repeated = (values: readonly string[]): Set<string> =>
  new Set(values.filter((value, i) => values.indexOf(value) !== i));

/** What the text of a model can have wrong beside what `modelRules` say of the model. */
export const writtenRules: readonly WrittenRule[] = [
  {
    id: "readable",
    check: ({ unreadable }) =>
      unreadable.map(({ file, line, message }) => [`${file}, line ${line}`, message]),
  },
  {
    id: "data-type",
    check: ({ oddTypes }) =>
      oddTypes.map(({ file, line, message }) => [`${file}, line ${line}`, message]),
  },
  {
    id: "lineage",
    check: ({ tagged }) => {
      const isUsual = tagged.filter(({ tag }) => tag !== null).length * 2 > tagged.length;
      const twice = repeated(tagged.flatMap(({ tag }) => tag ?? []));
      return tagged.flatMap(({ where, tag }): Found[] => {
        if (tag === null)
          return isUsual ? [[where, "it has no lineage tag, which others have"]] : [];
        if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(tag))
          return [[where, "its lineage tag is no UUID"]];
        return twice.has(tag) ? [[where, "another object has the same lineage tag"]] : [];
      });
    },
  },
  {
    id: "culture",
    check: ({ culture, cultures, nodesOf }) => [
      ...(culture === null ? [["model", "it names no culture"] as const] : []),
      ...[...new Set([...cultures, ...(culture === null ? [] : [culture]), ...ofQueries(nodesOf)])]
        .filter((code) => !isCulture(code))
        .map((code): Found => [`culture ${code}`, "nobody speaks it: no such language or country"]),
      ...[...repeated(cultures)].map((code): Found => [`culture ${code}`, "it is there twice"]),
    ],
  },
  {
    id: "refs",
    check: ({ refs, tables, roles, perspectives, cultures }) => {
      const there: Record<string, readonly string[]> = {
        table: tables.map(({ name }) => name),
        role: roles.map(({ name }) => name),
        perspective: perspectives.map(({ name }) => name),
        cultureInfo: cultures,
      };
      return refs.flatMap(({ kind, name }): Found[] =>
        there[kind] !== undefined && !there[kind].includes(name)
          ? [["model", `it names the ${kind} ${name}, which has no file`]]
          : [],
      );
    },
  },
  {
    id: "sorts",
    check: ({ tables, relationships }) =>
      tables.flatMap((table) => {
        const keys = new Set([
          ...relationships.filter(({ to }) => to.table === table.name).map(({ to }) => to.column),
          ...table.columns.filter(({ key }) => key).map(({ name }) => name),
        ]);
        return table.columns.flatMap(({ name, sortBy }): Found[] => {
          const where = `${table.name}[${name}]`;
          if (sortBy === undefined) return [];
          if (sortCircle(table, name)) return [[where, "its sort order goes in a circle"]];
          return keys.has(sortBy) && !keys.has(name)
            ? [[where, `it is sorted by ${sortBy}, of which one value of it has several`]]
            : [];
        });
      }),
  },
  {
    id: "formats",
    check: ({ tables }) =>
      tables.flatMap(({ name: table, columns, measures }) => [
        ...columns.flatMap(({ name, type, format }): Found[] => {
          const isText = type === "string" || type === "boolean";
          const fault = format && !isText ? formatFault(format, type === "dateTime") : null;
          return fault ? [[`${table}[${name}]`, fault]] : [];
        }),
        ...measures.flatMap(({ name, format }): Found[] => {
          const isShare = name.endsWith("(%)");
          if (!format) return isShare ? [[`measure ${name}`, "a percentage has no format"]] : [];
          const isDate = /[dmyh]/i.test(format.replace(/"[^"]*"|\\./g, "")) && !/[0#]/.test(format);
          const fault = formatFault(format, isDate);
          if (fault) return [[`measure ${name}`, fault]];
          return isShare && !format.includes("%")
            ? [[`measure ${name}`, "a percentage has a format without %"]]
            : [];
        }),
      ]),
  },
];
