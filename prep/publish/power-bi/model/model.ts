/** Data types of the tabular model that we use. */
export type ModelType = "int64" | "double" | "decimal" | "boolean" | "string" | "dateTime";

export interface ModelColumn {
  readonly name: string;
  readonly type: ModelType;
  readonly description: string;
  /** Column of the Power Query table, or the DAX of a calculated column that somebody added. */
  readonly from: { readonly source: string } | { readonly dax: string };
  readonly hidden?: boolean;
  readonly key?: boolean;
  readonly format?: string;
  /** Column of the same table that it is sorted by. */
  readonly sortBy?: string;
  readonly folder?: string;
}

export interface Measure {
  readonly name: string;
  readonly description: string;
  readonly dax: string;
  readonly folder: string;
  readonly format?: string;
  /** DAX of a format that depends on the row. */
  readonly formatDax?: string;
  /** It gives words, which have no format. */
  readonly text?: true;
  readonly hidden?: boolean;
}

export interface Hierarchy {
  readonly name: string;
  readonly description: string;
  /** Columns from the coarsest to the finest. */
  readonly levels: readonly string[];
}

export interface ModelTable {
  readonly name: string;
  readonly description: string;
  readonly hidden?: boolean;
  /** The table of days. */
  readonly dates?: boolean;
  readonly columns: readonly ModelColumn[];
  readonly measures: readonly Measure[];
  readonly hierarchies: readonly Hierarchy[];
  /**
   * What gives its rows: Power Query (M), or in a lakehouse the Delta table of that name, which Power
   * BI reads where it lies. A table that somebody added may be made by DAX.
   */
  readonly source: { readonly m: string } | { readonly entity: string } | { readonly dax: string };
}

export interface ColumnRef {
  readonly table: string;
  readonly column: string;
}

/** Many rows of `from` to one row of `to`; filters flow from `to` to `from`. */
export interface Relationship {
  readonly from: ColumnRef;
  readonly to: ColumnRef;
  readonly active: boolean;
  /** Filters flow from `from` to `to` too; those of roles do not. */
  readonly bothWays?: true;
}

export interface Role {
  readonly name: string;
  readonly description: string;
  /** DAX that says which rows of a table the reader sees, by table. */
  readonly filters: Readonly<Record<string, string>>;
}

export interface Perspective {
  readonly name: string;
  /** Tables with all they have, and for the table of measures those shown. */
  readonly tables: readonly string[];
  readonly measures: Readonly<Record<string, readonly string[]>>;
}

/** A parameter or shared query of Power Query. */
export interface Query {
  readonly name: string;
  readonly description: string;
  readonly m: string;
  readonly result: "Text" | "Table";
}

/**
 * Names in another language, by the path of the object: `table`, `table/name` for what is in it.
 */
export interface Translation {
  readonly culture: string;
  readonly note: string;
  readonly captions: ReadonlyMap<string, string>;
}

export interface SemanticModel {
  readonly tables: readonly ModelTable[];
  readonly relationships: readonly Relationship[];
  readonly roles: readonly Role[];
  readonly perspectives: readonly Perspective[];
  readonly queries: readonly Query[];
  readonly translations: readonly Translation[];
  /** Functions in DAX that somebody added. */
  readonly functions?: readonly string[];
}
