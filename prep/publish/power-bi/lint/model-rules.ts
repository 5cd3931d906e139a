import type { ColumnRef, ModelColumn, SemanticModel, Relationship } from "../model/model";
import { relationshipName } from "../tmdl/model-files";
import { daxFaults, namesOf } from "./dax-references";
import { expressionsOf } from "./expressions";

/**
 * Pairs of tables with more than one way for a filter to go from the first to the second along
 * active relationships, circles included.
 * Power BI refuses such a model or picks a way of its own.
 */
function ambiguousPaths({ tables, relationships }: SemanticModel): { from: string; to: string }[] {
  const onward = (table: string): Relationship[] =>
    relationships.filter(({ active, to }) => active && to.table === table);
  const found: { from: string; to: string }[] = [];
  for (const { name: from } of tables) {
    const seen = new Set([from]);
    const waiting = [from];
    while (waiting.length > 0)
      for (const { from: many } of onward(waiting.pop()!)) {
        if (seen.has(many.table)) found.push({ from, to: many.table });
        else {
          seen.add(many.table);
          waiting.push(many.table);
        }
      }
  }
  return found;
}

/** What a rule finds: the object, and what is wrong with it. */
export type Found = readonly [where: string, message: string];

/** A rule about the whole model: what it finds wrong. */
export interface LintRule {
  readonly id: string;
  readonly check: (model: SemanticModel) => readonly Found[];
}

const lower = (name: string): string => name.toLowerCase();

/** Names that are there more than once. */
function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => (seen.has(lower(name)) ? true : (seen.add(lower(name)), false)));
}

const columnAt = (
  { tables }: SemanticModel,
  { table, column }: ColumnRef,
): ModelColumn | undefined =>
  tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);

/** Names that the model has, in the form of translations. */
const paths = ({ tables }: SemanticModel): ReadonlySet<string> =>
  new Set(
    tables.flatMap((table) => [
      table.name,
      ...[...table.columns, ...table.measures, ...table.hierarchies].map(
        ({ name }) => `${table.name}/${name}`,
      ),
    ]),
  );

const unclean = (name: string): boolean =>
  name !== name.trim() || name === "" || [...name].some((letter) => letter < " ");

/**
 * What Microsoft's own tools let through and Power BI Desktop does not: reference to a thing that
 * is not there, names twice, types that differ.
 */
export const modelRules: readonly LintRule[] = [
  {
    id: "measure-names-once",
    check: ({ tables }) =>
      repeated(tables.flatMap(({ measures }) => measures.map(({ name }) => name))).map((name) => [
        `measure ${name}`,
        "another measure has the same name",
      ]),
  },
  {
    id: "table-names-once",
    check: ({ tables, queries }) =>
      repeated([...tables, ...queries].map(({ name }) => name)).map((name) => [
        name,
        "a table or query has the same name",
      ]),
  },
  {
    id: "names-in-table-once",
    check: ({ tables }) =>
      tables.flatMap((table) =>
        repeated(
          [...table.columns, ...table.measures, ...table.hierarchies].map(({ name }) => name),
        ).map((name): Found => [
          `${table.name}[${name}]`,
          "the table has another column, measure or hierarchy of that name",
        ]),
      ),
  },
  {
    id: "clean-names",
    check: (model) =>
      [...paths(model)]
        .filter((path) => path.split("/").some(unclean))
        .map((path) => [
          path,
          "the name is empty, or begins or ends with a space, or has a control character",
        ]),
  },
  {
    id: "relationship-ends",
    check: (model) =>
      model.relationships.flatMap((relationship) =>
        [relationship.from, relationship.to]
          .filter((end) => !columnAt(model, end))
          .map((end): Found => [
            relationshipName(relationship),
            `there is no ${end.table}[${end.column}]`,
          ]),
      ),
  },
  {
    id: "relationship-types",
    check: (model) =>
      model.relationships
        .filter(({ from, to }) => columnAt(model, from)?.type !== columnAt(model, to)?.type)
        .map((relationship) => [
          relationshipName(relationship),
          "its columns are of different types",
        ]),
  },
  {
    id: "relationships-once",
    check: ({ relationships }) =>
      repeated(relationships.map(({ from, to }) => JSON.stringify([from, to]))).map((name) => [
        name,
        "the same relationship is there twice",
      ]),
  },
  {
    id: "one-path",
    check: (model) =>
      ambiguousPaths(model).map(({ from, to }) => [
        `${from} to ${to}`,
        "a filter has two ways to go, or goes in a circle",
      ]),
  },
  {
    id: "query",
    check: ({ tables }) =>
      tables
        .filter(({ source }) => Object.values(source).every((text) => text.trim() === ""))
        .map(({ name }) => [name, "nothing gives the table its rows"]),
  },
  {
    id: "source-column",
    check: ({ tables }) =>
      tables.flatMap(({ name, columns }) =>
        columns
          .filter(({ from }) => "source" in from && from.source === "")
          .map((column): Found => [`${name}[${column.name}]`, "the column has no source"]),
      ),
  },
  {
    id: "one-key",
    check: ({ tables }) =>
      tables
        .filter(({ columns }) => columns.filter(({ key }) => key).length > 1)
        .map(({ name }) => [name, "two columns are its key"]),
  },
  {
    id: "date-table",
    check: ({ tables }) =>
      tables.some(
        ({ dates, columns }) =>
          dates && columns.some(({ key, type }) => key && type === "dateTime"),
      )
        ? []
        : [["model", "no table is marked as the date table"]],
  },
  {
    id: "columns-named",
    check: ({ tables }) =>
      tables.flatMap(({ name, columns, hierarchies }) => {
        const known = new Set(columns.map((column) => column.name));
        const named = [
          ...columns.flatMap(({ sortBy }) => sortBy ?? []),
          ...hierarchies.flatMap(({ levels }) => levels),
        ];
        return named
          .filter((column) => !known.has(column))
          .map((column): Found => [
            `${name}[${column}]`,
            "a sort order or a hierarchy names a column that is not there",
          ]);
      }),
  },
  {
    id: "role-tables",
    check: ({ tables, roles }) =>
      roles.flatMap(({ name, filters }) =>
        Object.keys(filters)
          .filter((table) => !tables.some((other) => other.name === table))
          .map((table): Found => [`role ${name}`, `there is no table ${table}`]),
      ),
  },
  {
    id: "perspectives",
    check: ({ tables, perspectives }) =>
      perspectives.flatMap(({ name, tables: whole, measures }): Found[] => {
        const missing = whole.filter((table) => !tables.some((other) => other.name === table));
        const unknown = Object.entries(measures).flatMap(([table, names]) =>
          names.filter(
            (measure) =>
              !tables
                .find((other) => other.name === table)
                ?.measures.some((other) => other.name === measure),
          ),
        );
        const empty: Found[] =
          whole.length === 0 ? [[`perspective ${name}`, "it shows nothing"]] : [];
        return [
          ...empty,
          ...[...missing, ...unknown].map((what): Found => [
            `perspective ${name}`,
            `there is no ${what}`,
          ]),
        ];
      }),
  },
  {
    id: "translations",
    check: (model) => {
      const known = paths(model);
      return model.translations.flatMap(({ culture, captions }) =>
        [...captions.keys()]
          .filter((path) => !known.has(path))
          .map((path): Found => [`culture ${culture}`, `there is no ${path}`]),
      );
    },
  },
  {
    id: "dax",
    check: (model) => {
      const names = namesOf(model);
      return expressionsOf(model).flatMap(({ where, dax }) =>
        daxFaults(dax, names).map((message): Found => [where, message]),
      );
    },
  },
];
