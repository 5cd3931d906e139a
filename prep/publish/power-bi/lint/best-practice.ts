import type { Found, LintRule } from "./model-rules";
import { expressionsOf } from "./expressions";

/** Lists that stand for themselves. */
const standAlone: ReadonlySet<string> = new Set(["Finding", "Rows read"]);

const plain = (dax: string): string => dax.replace(/\s+/g, "");
const withoutTexts = (dax: string): string => dax.replace(/"(?:[^"]|"")*"/g, '""');

/**
 * Rules after Microsoft's best-practice rules for the tabular model that need no data. Left out on
 * purpose: American date formats, floating point (figures
 * are unrounded), whole-number keys (the star's keys are codes that people know), keys marked in
 * every dimension, members in roles, hidden columns that nothing uses.
 */
export const bestPractice: readonly LintRule[] = [
  {
    id: "described",
    check: ({ tables }) =>
      tables.flatMap(({ name, description, columns, measures }): Found[] => [
        ...(description === "" ? [[name, "the table has no description"] as const] : []),
        ...[...columns, ...measures]
          .filter((part) => !part.hidden && part.description === "")
          .map((part): Found => [`${name}[${part.name}]`, "it has no description"]),
      ]),
  },
  {
    id: "keys-hidden",
    check: ({ tables, relationships }) =>
      relationships.flatMap(({ from }) => {
        const column = tables
          .find(({ name }) => name === from.table)
          ?.columns.find(({ name }) => name === from.column);
        return column && !column.hidden
          ? [
              [
                `${from.table}[${from.column}]`,
                "a key that points to a dimension is not hidden",
              ] as const,
            ]
          : [];
      }),
  },
  {
    id: "no-snowflake",
    check: ({ tables, relationships }) =>
      tables
        .filter(
          ({ name }) =>
            relationships.some(({ from }) => from.table === name) &&
            relationships.some(({ to }) => to.table === name),
        )
        .map(({ name }) => [name, "it is a dimension of one table and a fact of another"]),
  },
  {
    id: "months-sorted",
    check: ({ tables }) =>
      tables
        .filter(({ dates }) => dates)
        .flatMap(({ name, columns }) =>
          columns
            .filter(
              (column) => /month/i.test(column.name) && column.type === "string" && !column.sortBy,
            )
            .map((column): Found => [
              `${name}[${column.name}]`,
              "months in words sort by the alphabet",
            ]),
        ),
  },
  {
    id: "divide",
    check: (model) =>
      expressionsOf(model)
        .filter(({ dax }) => /[\])]\s*\/(?![/*])/.test(withoutTexts(dax)))
        .map(({ where }) => [
          where,
          "divide with DIVIDE: it gives blank, not an error, for a zero",
        ]),
  },
  {
    id: "no-iferror",
    check: (model) =>
      expressionsOf(model)
        .filter(({ dax }) => /\bIFERROR\s*\(/i.test(dax))
        .map(({ where }) => [where, "IFERROR is slow and hides faults"]),
  },
  {
    id: "measures-differ",
    check: ({ tables }) => {
      const first = new Map<string, string>();
      return tables.flatMap(({ measures }) =>
        measures.flatMap(({ name, dax }): Found[] => {
          const same = first.get(plain(dax));
          if (same === undefined) first.set(plain(dax), name);
          return same === undefined ? [] : [[`measure ${name}`, `it says the same as ${same}`]];
        }),
      );
    },
  },
  {
    id: "not-an-alias",
    check: ({ tables }) =>
      tables.flatMap(({ measures }) =>
        measures
          .filter(({ dax }) => /^\[[^\]]+\]$/.test(dax.trim()))
          .map(({ name }): Found => [`measure ${name}`, "it is only another name for a measure"]),
      ),
  },
  {
    id: "tables-related",
    check: ({ tables, relationships }) =>
      tables
        .filter(
          ({ name, hidden, columns }) =>
            !hidden &&
            columns.some((column) => column.type === "int64" && column.hidden) &&
            !relationships.some(({ from, to }) => from.table === name || to.table === name) &&
            !standAlone.has(name),
        )
        .map(({ name }) => [name, "nothing relates it to other tables"]),
  },
];
