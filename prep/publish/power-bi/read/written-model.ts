import type {
  ColumnRef,
  Hierarchy,
  Measure,
  ModelColumn,
  ModelTable,
  ModelType,
  Perspective,
  Query,
  Relationship,
  Role,
  SemanticModel,
  Translation,
} from "../model/model";
import { tmdlNodes, type TmdlFile, type TmdlNode } from "./tmdl-nodes";

/** Where something stands. */
interface FilePlace {
  /** File in the definition folder. */
  readonly file: string;
  readonly line: number;
}

/** An object that Power BI keeps a lineage of. */
interface Tagged extends FilePlace {
  readonly where: string;
  readonly tag: string | null;
}

/** A model as its files say, with what the files alone tell. */
export interface WrittenModel extends SemanticModel {
  /** Language and country of the model; null where it names none. */
  readonly culture: string | null;
  /** The objects of a kind as the files have them. */
  readonly nodesOf: (kind: string) => readonly TmdlNode[];
  /** Cultures that have a file. */
  readonly cultures: readonly string[];
  readonly tagged: readonly Tagged[];
  /** `ref` lines of model.tmdl. */
  readonly refs: readonly { readonly kind: string; readonly name: string }[];
  /** Where objects stand, by the words that rules call them. */
  readonly places: ReadonlyMap<string, FilePlace>;
  /** Lines that cannot be read. */
  readonly unreadable: readonly (FilePlace & { readonly message: string })[];
  /** Data types that are none. */
  readonly oddTypes: readonly (FilePlace & { readonly message: string })[];
}

const MODEL_TYPES = new Set(["int64", "double", "decimal", "boolean", "string", "dateTime"]);

const named = ({ children }: TmdlNode, kind: string): TmdlNode[] =>
  children.filter((child) => child.kind === kind);
const child = (node: TmdlNode, kind: string): TmdlNode | undefined => named(node, kind)[0];
const text = (node: TmdlNode, kind: string): string | undefined =>
  child(node, kind)?.value ?? undefined;
const has = (node: TmdlNode, kind: string): boolean => {
  const found = child(node, kind);
  return found !== undefined && found.value !== "false";
};
const unquoted = (name: string): string =>
  /^'.*'$/.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name;

/** `Table.'A column'` as the two names. */
function columnRef(reference: string): ColumnRef {
  const match = /^('(?:[^']|'')*'|[^.]+)\.(.*)$/.exec(reference);
  return match
    ? { table: unquoted(match[1]), column: unquoted(match[2]) }
    : { table: "", column: reference };
}

/** Properties only where they are there. */
const given = <T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined && value !== false),
  ) as { [K in keyof T]?: Exclude<T[K], undefined> };

const columnOf = (node: TmdlNode): ModelColumn => ({
  name: node.name ?? "",
  type: (text(node, "dataType") ?? "string") as ModelType,
  description: node.description,
  from:
    node.value === null
      ? { source: (text(node, "sourceColumn") ?? "").replace(/^"(.*)"$/, "$1") }
      : { dax: node.value },
  ...given({
    hidden: has(node, "isHidden"),
    key: has(node, "isKey"),
    format: text(node, "formatString"),
    sortBy: text(node, "sortByColumn") && unquoted(text(node, "sortByColumn")!),
    folder: text(node, "displayFolder"),
  }),
});

const measureOf = (node: TmdlNode): Measure => ({
  name: node.name ?? "",
  description: node.description,
  dax: node.value ?? "",
  folder: text(node, "displayFolder") ?? "",
  ...given({
    format: text(node, "formatString"),
    formatDax: text(node, "formatStringDefinition"),
    hidden: has(node, "isHidden"),
  }),
});

const hierarchyOf = (node: TmdlNode): Hierarchy => ({
  name: node.name ?? "",
  description: node.description,
  levels: named(node, "level").map((level) => unquoted(text(level, "column") ?? "")),
});

function sourceOf(node: TmdlNode): ModelTable["source"] {
  const partition = child(node, "partition");
  const source = partition && child(partition, "source");
  if (partition === undefined || source === undefined)
    // The items of a calculation group are all over the measure that is chosen.
    return child(node, "calculationGroup") ? { dax: "SELECTEDMEASURE ()" } : { m: "" };
  if (partition.value === "entity") return { entity: text(source, "entityName") ?? "" };
  return partition.value === "calculated" ? { dax: source.value ?? "" } : { m: source.value ?? "" };
}

const tableOf = (node: TmdlNode): ModelTable => ({
  name: node.name ?? "",
  description: node.description,
  ...given({ hidden: has(node, "isHidden"), dates: text(node, "dataCategory") === "Time" }),
  columns: named(node, "column").map(columnOf),
  measures: named(node, "measure").map(measureOf),
  hierarchies: named(node, "hierarchy").map(hierarchyOf),
  source: sourceOf(node),
});

const relationshipOf = (node: TmdlNode): Relationship => ({
  from: columnRef(text(node, "fromColumn") ?? ""),
  to: columnRef(text(node, "toColumn") ?? ""),
  active: text(node, "isActive") !== "false",
  ...(text(node, "crossFilteringBehavior") === "bothDirections" ? { bothWays: true as const } : {}),
});

const roleOf = (node: TmdlNode): Role => ({
  name: node.name ?? "",
  description: node.description,
  filters: Object.fromEntries(
    named(node, "tablePermission").map(({ name, value }) => [name ?? "", value ?? ""]),
  ),
});

function perspectiveOf(node: TmdlNode): Perspective {
  const tables = named(node, "perspectiveTable");
  const whole = tables.filter((table) => has(table, "includeAll"));
  return {
    name: node.name ?? "",
    tables: whole.map(({ name }) => name ?? ""),
    measures: Object.fromEntries(
      tables
        .filter((table) => !whole.includes(table))
        .map((table) => [
          table.name ?? "",
          named(table, "perspectiveMeasure").map(({ name }) => name ?? ""),
        ]),
    ),
  };
}

const queryOf = (node: TmdlNode): Query => ({
  name: node.name ?? "",
  description: node.description,
  m: node.value ?? "",
  result:
    named(node, "annotation").find(({ name }) => name === "PBI_ResultType")?.value === "Text"
      ? "Text"
      : "Table",
});

function translationOf(node: TmdlNode): Translation {
  const model = named(node, "translations").flatMap((part) => named(part, "model"));
  const captions = model
    .flatMap((part) => named(part, "table"))
    .flatMap((table): [string, string][] => [
      ...named(table, "caption").map(({ value }): [string, string] => [
        table.name ?? "",
        value ?? "",
      ]),
      ...["column", "measure", "hierarchy"].flatMap((kind) =>
        named(table, kind).map((part): [string, string] => [
          `${table.name}/${part.name}`,
          text(part, "caption") ?? "",
        ]),
      ),
    ]);
  return { culture: node.name ?? "", note: "", captions: new Map(captions) };
}

const TAGGED = ["column", "measure", "hierarchy"] as const;

/** What rules call an object of a table. */
const wordsOf = (table: string, { kind, name }: TmdlNode): string[] =>
  kind === "measure"
    ? [`measure ${name}`, `format of measure ${name}`, `${table}[${name}]`]
    : kind === "column"
      ? [`column ${table}[${name}]`, `${table}[${name}]`]
      : [`${table}[${name}]`];

/** Objects with a lineage, and where each stands. */
function taggedIn(file: string, nodes: readonly TmdlNode[]): Tagged[] {
  const tagged = (where: string, node: TmdlNode): Tagged => ({
    where,
    file,
    line: node.line,
    tag: text(node, "lineageTag") ?? null,
  });
  return nodes.flatMap((node) => {
    if (node.kind === "expression") return [tagged(node.name ?? "", node)];
    if (node.kind !== "table") return [];
    const members = node.children.filter(({ kind }) => TAGGED.some((one) => one === kind));
    return [
      tagged(node.name ?? "", node),
      ...members.flatMap((part) => [
        tagged(wordsOf(node.name ?? "", part)[0], part),
        ...named(part, "level").map((level) =>
          tagged(`${node.name}[${part.name}] level ${level.name}`, level),
        ),
      ]),
    ];
  });
}

function placesIn(file: string, nodes: readonly TmdlNode[]): [string, FilePlace][] {
  return nodes.flatMap((node): [string, FilePlace][] => {
    const place = { file, line: node.line };
    const own = node.name ?? "";
    if (node.kind === "table")
      return [
        [own, place],
        ...node.children.flatMap((part) =>
          wordsOf(own, part).map((words): [string, FilePlace] => [
            words,
            { file, line: part.line },
          ]),
        ),
      ];
    if (node.kind === "role")
      return [
        [`role ${own}`, place],
        ...named(node, "tablePermission").map(({ name, line }): [string, FilePlace] => [
          `role ${own}, ${name}`,
          { file, line },
        ]),
      ];
    const words: Record<string, string> = {
      relationship: own,
      perspective: `perspective ${own}`,
      cultureInfo: `culture ${own}`,
      expression: own,
    };
    return [[words[node.kind] ?? node.kind, place]];
  });
}

/** Whether a data type is none. DAX that makes a table tells the types of its columns. */
const hasOddType = (table: TmdlNode, type: string | undefined): boolean =>
  type === undefined ? !("dax" in sourceOf(table)) : !MODEL_TYPES.has(type);

/**
 * The model that the TMDL files of a definition folder say, `files` by their path in it. What cannot
 * be read is told and left out.
 */
export function writtenModel(files: ReadonlyMap<string, string>): WrittenModel {
  const read = [...files]
    .filter(([path]) => path.endsWith(".tmdl"))
    .map(([file, content]): TmdlFile & { file: string } => ({ file, ...tmdlNodes(content) }));
  const all = (kind: string): TmdlNode[] =>
    read.flatMap(({ nodes }) => nodes.filter((node) => node.kind === kind));
  const model = all("model")[0];
  return {
    tables: all("table").map(tableOf),
    relationships: all("relationship").map(relationshipOf),
    roles: all("role").map(roleOf),
    perspectives: all("perspective").map(perspectiveOf),
    queries: all("expression").map(queryOf),
    functions: all("function").map(({ name }) => name ?? ""),
    translations: all("cultureInfo").map(translationOf),
    nodesOf: all,
    culture: (model && text(model, "culture")) ?? null,
    cultures: all("cultureInfo").map(({ name }) => name ?? ""),
    tagged: read.flatMap(({ file, nodes }) => taggedIn(file, nodes)),
    refs: all("ref").map(({ name, value }) => ({ kind: value ?? "", name: name ?? "" })),
    places: new Map(read.flatMap(({ file, nodes }) => placesIn(file, nodes))),
    unreadable: read.flatMap(({ file, faults }) => faults.map((fault) => ({ file, ...fault }))),
    oddTypes: read.flatMap(({ file, nodes }) =>
      nodes.flatMap((table) =>
        named(table, "column")
          .filter((column) => hasOddType(table, text(column, "dataType")))
          .map((column) => ({
            file,
            line: column.line,
            message:
              text(column, "dataType") === undefined
                ? `column ${column.name} has no data type`
                : `${text(column, "dataType")} is no data type`,
          })),
      ),
    ),
  };
}
