import type { ByteDictionary } from "./dictionary";

export interface XmlOptions {
  /**
   * Table name by lower-cased element name, by `parent/child`, or by `table//child` for an element
   * at any depth in a record of that
   * table; the more exact form counts first. Each such element is a row.
   */
  readonly records: Readonly<Record<string, string>>;
  /** Which fields to keep, by table and lower-cased name; all when it is not given. */
  readonly fields?: (table: string, field: string) => boolean;
  /**
   * Tables whose rows only hold records: where a file breaks off within one, the records in it that
   * were whole are kept. The root is one.
   */
  readonly containers?: readonly string[];
  /** Table whose one row is the root element: what stands in no other record is a field of it. */
  readonly root: string;
  /**
   * The dictionary of a column, by its lower-cased name; each column of a table has its own when it
   * is not given.
   */
  readonly dictionaries?: (column: string) => ByteDictionary;
  readonly maxDepth?: number;
  readonly maxNameLength?: number;
  readonly maxTextLength?: number;
  readonly maxNames?: number;
}
