import type { Breakdown } from "../../indicators/definition";

/** Rows of months that measures are counted from. */
export interface MonthRows {
  readonly count: number;
  readonly month: Int32Array;
  /** Row of `PersonMonths` that says where the person lives. */
  readonly home: Int32Array;
  /** What is counted once: code of each row by the name of the unit, and how many codes there are. */
  readonly units: Readonly<Record<string, { readonly of: Int32Array; readonly count: number }>>;
  /** 0 or 1 by row. */
  readonly flags: Readonly<Record<string, Uint8Array>>;
  /** Made when they are first asked for: there may be millions of rows. */
  readonly breakdown: (name: string) => Breakdown;
}

/** An official measure of a month, or an indicator of ours that is counted as one. */
export interface MonthMeasure {
  readonly id: string;
  readonly rows: "referrals" | "contacts" | "indirect";
  /** Flags that must all hold for a row to be counted, or to be in the numerator. */
  readonly where: readonly string[];
  /** Flags of the denominator: then it is a percentage. */
  readonly outOf?: readonly string[];
  /** Counts rows where it is not given. */
  readonly distinct?: string;
  readonly breakdowns: readonly string[];
  /** Version 5 and 6 count different things under this id. */
  readonly changesWithVersion?: true;
  /** Needs this table, which an extract may lack. */
  readonly needs?: string;
}
