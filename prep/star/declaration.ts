import type { Expression } from "../columns/expression";

/**
 * Types that every consumer knows: Parquet INT64, DOUBLE, BOOLEAN, UTF8, DATE; and the same in
 * TMDL, DAX and SQL.
 */
export type StarType = "int64" | "double" | "boolean" | "text" | "date";

/** What codes are called: the list of that name, or words by code. */
export type CodeWords = string | Readonly<Record<string, string>>;

export interface StarColumn {
  readonly name: string;
  readonly type: StarType;
  /** Business name, as a report author reads it. */
  readonly label: string;
  readonly description: string;
  /** Collection and item that it comes from, such as `SEN2 item 2.1 ReceivedDate`. */
  readonly source?: string;
  /** Name of the code set of its values, where there is one. */
  readonly codeSet?: string;
  /**
   * The column of codes that it says in words, and what they are called, which makes its values:
   * the name of a list, or words by code.
   */
  readonly wordsOf?: { readonly column: string; readonly list?: CodeWords };
  /** The column whose values it numbers, by the first row that has each. */
  readonly orderOf?: string;
  /** Keys and flags that a report author need not see. */
  readonly hidden?: boolean;
  /** `dimension_table.column` that it points to. */
  readonly references?: string;
  /** A role-playing date: measures find rows by it, and nothing relates it in the model. */
  readonly inactive?: boolean;
}

/** A measure over the rows of a fact in Power BI: a sum of 0/1 flags, or one sum over another. */
export interface DeclaredMeasure {
  readonly name: string;
  /** Indicator of `kpi_value` that it agrees with when nothing is sliced. */
  readonly indicator: string;
  /** Date that an event is counted by, or the day of a snapshot. */
  readonly date: string;
  readonly snapshot?: true;
  readonly numerator: string;
  readonly denominator?: string;
  /** The rules of those of the two that are no columns of the fact. */
  readonly rules?: Readonly<Record<string, Expression<"flag">>>;
}

/** The same with the fact that it is over. */
export interface RowMeasure extends DeclaredMeasure {
  readonly fact: string;
}

export interface StarTable {
  readonly name: string;
  readonly kind: "dimension" | "fact" | "bridge";
  readonly label: string;
  readonly description: string;
  /** What one row is. */
  readonly grain: string;
  readonly key: readonly string[];
  readonly columns: readonly StarColumn[];
  /** Measures over its rows that are told with the table. */
  readonly measures?: readonly DeclaredMeasure[];
}
