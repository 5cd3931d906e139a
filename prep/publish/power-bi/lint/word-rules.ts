import type { TmdlNode } from "../read/tmdl-nodes";
import type { WrittenModel } from "../read/written-model";
import type { Found } from "./model-rules";
import type { WrittenRule } from "./written-rules";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Properties and objects that TMDL knows within an object of a kind. */
const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  table: set(
    "lineageTag sourceLineageTag isHidden isPrivate dataCategory excludeFromModelRefresh excludeFromAutomaticAggregations showAsVariationsOnly systemManaged alternateSourcePrecedence column measure hierarchy partition annotation calculationGroup refreshPolicy calendar changedProperty extendedProperty defaultDetailRowsDefinition set",
  ),
  column: set(
    "dataType isHidden isKey isUnique isNullable isAvailableInMdx isDefaultLabel isDefaultImage formatString displayFolder lineageTag sourceLineageTag dataCategory summarizeBy sourceColumn sortByColumn isNameInferred isDataTypeInferred keepUniqueRows encodingHint alignment displayOrdinal tableDetailPosition sourceProviderType evaluationBehavior annotation variation changedProperty extendedProperty relatedColumnDetails alternateOf attributeHierarchy groupByColumn",
  ),
  measure: set(
    "formatString formatStringDefinition isHidden displayFolder lineageTag sourceLineageTag dataCategory isSimpleMeasure detailRowsDefinition kpi annotation changedProperty extendedProperty",
  ),
  hierarchy: set(
    "lineageTag sourceLineageTag isHidden displayFolder hideMembers level annotation changedProperty extendedProperty",
  ),
  relationship: set(
    "fromColumn toColumn isActive crossFilteringBehavior securityFilteringBehavior fromCardinality toCardinality joinOnDateBehavior relyOnReferentialIntegrity annotation changedProperty extendedProperty",
  ),
  partition: set(
    "mode source dataView queryGroup retainDataTillForceCalculate annotation extendedProperty dataCoverageDefinition",
  ),
  role: set("modelPermission tablePermission member annotation extendedProperty"),
};

/** What properties say that have a few words of their own. */
const WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  summarizeBy: set("default none sum min max count average distinctCount"),
  crossFilteringBehavior: set("oneDirection bothDirections automatic"),
  securityFilteringBehavior: set("oneDirection bothDirections none"),
  mode: set("import directQuery default push dual directLake"),
};

/** Whether one letter more, fewer, other or two that changed places make one word of another. */
function isSlip(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = left.length === 2 && left === [...right].reverse().join("");
  return swapped || (left.length <= 1 && right.length <= 1);
}

function* within(nodes: readonly TmdlNode[]): Generator<TmdlNode> {
  for (const node of nodes) {
    yield node;
    yield* within(node.children);
  }
}

/** The objects that properties are looked at of, with the words that rules call them by. */
function objects({ nodesOf }: WrittenModel): { readonly node: TmdlNode; readonly where: string }[] {
  const tables = nodesOf("table").flatMap((table) => [
    { node: table, where: table.name ?? "" },
    ...[...within(table.children)]
      .filter(({ kind }) => kind in KNOWN)
      .map((node) => ({
        node,
        where: node.kind === "measure" ? `measure ${node.name}` : `${table.name}[${node.name}]`,
      })),
  ]);
  const others = ["relationship", "role"].flatMap((kind) =>
    nodesOf(kind).map((node) => ({
      node,
      where: kind === "role" ? `role ${node.name}` : (node.name ?? ""),
    })),
  );
  return [...tables, ...others];
}

function wordFaults(node: TmdlNode): string[] {
  const known = KNOWN[node.kind];
  return node.children.flatMap(({ kind, name, value }): string[] => {
    const meant = known.has(kind) ? undefined : [...known].find((word) => isSlip(kind, word));
    if (meant !== undefined) return [`it has no property ${kind}: ${meant} is meant`];
    if (name !== null || value === null) return [];
    if (WORDS[kind]?.has(value.trim()) === false) return [`${kind} cannot be ${value.trim()}`];
    return /^is[A-Z]/.test(kind) && !["true", "false"].includes(value.trim())
      ? [`${kind} is true or false, not ${value.trim()}`]
      : [];
  });
}

/** Objects of one kind that one object has once under a name. */
const ONCE = ["annotation", "partition", "level", "extendedProperty"];

function twiceIn({ children }: TmdlNode): string[] {
  return ONCE.flatMap((kind) => {
    const names = children.filter((one) => one.kind === kind).map(({ name }) => name);
    return names
      .filter((name, i) => names.indexOf(name) !== i)
      .map((name) => `its ${kind} ${name} is there twice`);
  });
}

/** Whether two partitions of a table read the same rows. */
function readTwice({ kind, children }: TmdlNode): string[] {
  if (kind !== "table") return [];
  const sources = children
    .filter((one) => one.kind === "partition")
    .flatMap((one) => one.children.filter((part) => part.kind === "source"))
    .flatMap(({ value }) => value ?? []);
  return new Set(sources).size < sources.length ? ["two partitions read the same rows"] : [];
}

/** Words of TMDL that are misspelt, and objects that are there twice. */
export const wordRules: readonly WrittenRule[] = [
  {
    id: "words",
    check: (model) =>
      objects(model).flatMap(({ node, where }) =>
        wordFaults(node).map((message): Found => [where, message]),
      ),
  },
  {
    id: "once",
    check: (model) =>
      objects(model).flatMap(({ node, where }) =>
        [...twiceIn(node), ...readTwice(node)].map((message): Found => [where, message]),
      ),
  },
  {
    id: "roles-once",
    check: ({ roles }) => {
      const names = roles.map(({ name }) => name.toLowerCase());
      return roles
        .filter(({ name }, i) => names.indexOf(name.toLowerCase()) !== i)
        .map(({ name }): Found => [`role ${name}`, "another role has the same name"]);
    },
  },
  {
    id: "parameter",
    check: ({ queries }) =>
      queries
        .filter(({ m }) => /^"(?:[^"]|"")*"\s*meta\b/.test(m.trim()))
        .filter(({ m }) => !/\bIsParameterQuery\s*=\s*true\b/.test(m))
        .map(({ name }): Found => [
          name,
          "Edit parameters does not offer it: it is marked as none",
        ]),
  },
  {
    id: "relationship-used",
    check: ({ relationships, tables, nodesOf }) => {
      const dax = tables.flatMap(({ measures }) => measures.map((one) => one.dax)).join("\n");
      return relationships
        .filter(({ active }) => !active)
        .filter(
          ({ from }) =>
            ![...dax.matchAll(/USERELATIONSHIP\s*\(([^)]*)\)/gi)].some(([, pair]) =>
              pair.includes(`[${from.column}]`),
            ),
        )
        .map(({ from, to }): Found => [
          nodesOf("relationship").find(
            ({ children }) =>
              children.some(({ kind, value }) => kind === "isActive" && value === "false") &&
              children.some(
                ({ kind, value }) => kind === "fromColumn" && value?.includes(from.column),
              ),
          )?.name ?? `${from.table} to ${to.table}`,
          "it is not active, and no measure uses it",
        ]);
    },
  },
];
