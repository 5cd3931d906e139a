import type { TmdlNode } from "../read/tmdl-nodes";
import type { Found } from "./model-rules";
import type { WrittenRule } from "./written-rules";

const valueOf = ({ children }: TmdlNode, kind: string): string | null =>
  children.find((child) => child.kind === kind)?.value ?? null;
const repeated = (names: readonly (string | null)[]): (string | null)[] =>
  names.filter((name, i) => names.indexOf(name) !== i);

/** The level that formats by DAX need. */
const FORMATS_BY_DAX = 1601;

/** What objects of a model say of themselves that does not go together. */
export const propertyRules: readonly WrittenRule[] = [
  {
    id: "compatibility",
    check: ({ nodesOf, tables }) => {
      const database = nodesOf("database")[0];
      if (database === undefined) return [];
      const level = Number(valueOf(database, "compatibilityLevel") ?? NaN);
      const needs = tables.some(({ measures }) => measures.some(({ formatDax }) => formatDax));
      if (Number.isNaN(level)) return [["database", "it names no compatibility level"]];
      return needs && level < FORMATS_BY_DAX
        ? [["database", `formats by DAX need the level ${FORMATS_BY_DAX}, not ${level}`]]
        : [];
    },
  },
  {
    id: "levels",
    check: ({ tables }) =>
      tables.flatMap(({ name, hierarchies }) =>
        hierarchies.flatMap((hierarchy) =>
          repeated(hierarchy.levels).map((level): Found => [
            `${name}[${hierarchy.name}]`,
            `two of its levels are ${level}`,
          ]),
        ),
      ),
  },
  {
    id: "relationship-ways",
    check: ({ nodesOf, relationships }) =>
      nodesOf("relationship").flatMap((node): Found[] => {
        const where = node.name ?? "relationship";
        const from = valueOf(node, "fromColumn")?.split(/'?\./)[0].replace(/^'/, "");
        // A table that nothing else points to or from has one way to the others.
        const isAlone =
          relationships.filter((one) => [one.from.table, one.to.table].includes(from ?? ""))
            .length === 1;
        const secured = valueOf(node, "securityFilteringBehavior") === "bothDirections";
        const both =
          valueOf(node, "crossFilteringBehavior") === "bothDirections" && (secured || !isAlone);
        const many = valueOf(node, "toCardinality") === "many";
        return [
          ...(both
            ? [[where, "it filters both ways: a role may open more than it says"] as const]
            : []),
          ...(many
            ? [[where, "it is of many to many: rows of one side count several times"] as const]
            : []),
        ];
      }),
  },
  {
    id: "refs-once",
    check: ({ refs }) =>
      repeated(refs.map(({ kind, name }) => `${kind} ${name}`)).map((name): Found => [
        "model",
        `it names the ${name} twice`,
      ]),
  },
  {
    id: "summed",
    check: ({ nodesOf, relationships }) => {
      const keys = new Set(
        relationships.flatMap(({ from, to }) =>
          [from, to].map(({ table, column }) => `${table}[${column}]`),
        ),
      );
      return nodesOf("table").flatMap((table) =>
        table.children
          .filter(({ kind, children }) => {
            const adds = children.find((child) => child.kind === "summarizeBy")?.value ?? "none";
            return kind === "column" && adds !== "none";
          })
          .map((column) => `${table.name}[${column.name}]`)
          .filter((column) => keys.has(column))
          .map((column): Found => [column, "it is a key, and visuals would add it up"]),
      );
    },
  },
  {
    id: "role-once",
    check: ({ nodesOf }) =>
      nodesOf("role").flatMap(({ name, children }) =>
        repeated(
          children.filter(({ kind }) => kind === "tablePermission").map((one) => one.name),
        ).map((table): Found => [`role ${name}`, `it says twice who sees ${table}`]),
      ),
  },
  {
    id: "role-permission",
    check: ({ nodesOf }) =>
      nodesOf("role")
        .filter((role) => valueOf(role, "modelPermission") !== "read")
        .map((role): Found => [
          `role ${role.name}`,
          "its readers may read: modelPermission: read, no less and no more",
        ]),
  },
  {
    id: "perspective-columns",
    check: ({ nodesOf, tables }) =>
      nodesOf("perspective").flatMap((perspective) =>
        perspective.children
          .filter(({ kind }) => kind === "perspectiveTable")
          .flatMap((part) => {
            const table = tables.find(({ name }) => name === part.name);
            const named = (kind: string): (string | null)[] =>
              part.children.filter((child) => child.kind === kind).map(({ name }) => name);
            const lacks = (names: (string | null)[], there: readonly { name: string }[] = []) =>
              names.filter((name) => !there.some((one) => one.name === name));
            return [
              ...lacks(named("perspectiveColumn"), table?.columns),
              ...lacks(named("perspectiveHierarchy"), table?.hierarchies),
            ].map((name): Found => [
              `perspective ${perspective.name}`,
              `${part.name} has no ${name}`,
            ]);
          }),
      ),
  },
];
