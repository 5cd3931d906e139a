import { ByteDictionary } from "./dictionary";
import { TableBuilder, type GrowingColumn } from "./table-builder";
import { tagWords, type TagWords } from "./tag-words";
import { nameIn, XmlFault } from "./xml-characters";
import type { XmlOptions } from "./xml-options";

/**
 * One kind of element by its path from the root; all elements of a file with that path share it.
 */
export interface ElementKind {
  /** The name as the file spells it, prefix included. */
  readonly name: Uint8Array;
  /** Its start tag without attributes, and its end tag without blanks. */
  readonly startTag: TagWords;
  readonly endTag: TagWords;
  readonly local: string;
  /** The table that it opens a row in, or null. */
  readonly table: TableBuilder | null;
  /** Whether its records are kept where the file breaks off within it. */
  readonly container: boolean;
  /** The table of the nearest record around it, its own not counted; null for the root. */
  readonly owner: TableBuilder | null;
  /** Whether its text is a field that the caller wants. */
  readonly wanted: boolean;
  /** Whether it was noted that it has text and is not wanted. */
  noted: boolean;
  /** The column of its text in the owner; null until some has text. */
  column: GrowingColumn | null;
  readonly childNames: ByteDictionary;
  readonly children: ElementKind[];
  /**
   * What came first under it last time, and what came after it: a guess at the next tag that is
   * nearly always right.
   */
  firstChild: ElementKind | null;
  next: ElementKind | null;
}

export interface ElementTree {
  readonly tables: readonly TableBuilder[];
  /** Makes ready for another file: the tables are empty again, the kinds of elements stay known. */
  restart(): void;
  /** The root's kind. Throws when the name is none. */
  root(bytes: Uint8Array, start: number, end: number): ElementKind;
  /** The kind of a child element. Throws when the name is none or there are too many. */
  child(parent: ElementKind, bytes: Uint8Array, start: number, end: number): ElementKind;
}

interface ElementTreeOptions {
  readonly records: XmlOptions["records"];
  readonly fields?: XmlOptions["fields"];
  /** Table that the root element opens its one row in. */
  readonly root: string;
  readonly longestName: number;
  readonly mostNames: number;
  readonly containers?: XmlOptions["containers"];
  readonly dictionaries?: XmlOptions["dictionaries"];
}

/** The kinds of elements met so far, and the tables that they fill. */
export function elementTree({
  records,
  fields = () => true,
  root,
  longestName,
  mostNames,
  containers = [],
  dictionaries,
}: ElementTreeOptions): ElementTree {
  const tables = new Map<string, TableBuilder>();
  for (const name of [root, ...Object.values(records)])
    if (!tables.has(name)) tables.set(name, new TableBuilder(name, dictionaries));
  const byElement = new Map(Object.entries(records));
  let kinds = 0;
  const rootNames = new ByteDictionary();
  const roots: ElementKind[] = [];
  function kindOf(
    bytes: Uint8Array,
    start: number,
    end: number,
    parent: ElementKind | null,
  ): ElementKind {
    const full = nameIn(bytes, start, end, longestName);
    if (++kinds > mostNames)
      throw new XmlFault(
        "xml-too-many-names",
        `More than ${mostNames} different elements. The file is not an extract of a known kind.`,
        start,
      );
    const local = full.slice(full.indexOf(":") + 1) || full;
    const lower = local.toLowerCase();
    const owner = parent === null ? null : (parent.table ?? parent.owner);
    const record =
      parent === null
        ? root
        : (byElement.get(`${parent.local.toLowerCase()}/${lower}`) ??
          byElement.get(`${owner?.name}//${lower}`) ??
          byElement.get(lower));
    return {
      name: bytes.slice(start, end),
      startTag: tagWords("<", bytes.subarray(start, end)),
      endTag: tagWords("</", bytes.subarray(start, end)),
      local,
      table: record === undefined ? null : tables.get(record)!,
      container: parent === null || (record !== undefined && containers.includes(record)),
      owner,
      wanted: owner !== null && fields(owner.name, lower),
      noted: false,
      column: null,
      childNames: new ByteDictionary(),
      children: [],
      firstChild: null,
      next: null,
    };
  }
  return {
    tables: [...tables.values()],
    restart() {
      kinds = 0;
      for (const table of tables.values()) table.restart();
    },
    root: (bytes, start, end) =>
      (roots[rootNames.intern(bytes, start, end)] ??= kindOf(bytes, start, end, null)),
    child(parent, bytes, start, end) {
      const code = parent.childNames.intern(bytes, start, end);
      return (parent.children[code] ??= kindOf(bytes, start, end, parent));
    },
  };
}
