import type { Field } from "../../prep/publish/power-bi/report/report";

/** Values of columns that a filter leaves, by `Table.Column`. */
type Kept = Readonly<Record<string, readonly (string | boolean)[]>>;

export interface PageVisual {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  /** The view of our own visual; null for native ones. */
  readonly view: string | null;
  readonly columns: readonly Field[];
  readonly kept: Kept;
  readonly measures: readonly string[];
  /** A measure that is 1 in the rows shown. */
  readonly only: string | null;
  /** Field wells of our own visual with their fields. */
  readonly wells: readonly (readonly [well: string, field: Field])[];
}

export interface ReportPage {
  readonly title: string;
  readonly opens: readonly Field[];
  readonly kept: Kept;
  readonly visuals: readonly PageVisual[];
}

/** What pages of one KPI, or of rows, are shown for. */
interface Chosen {
  readonly kpi: string;
  readonly year: string;
  /** The first of several boards; null where there is one or none. */
  readonly board?: string | null;
}

type Cell = string | number | boolean | null | { readonly error: string };

interface Held {
  readonly rows: readonly (readonly Cell[])[];
}

export interface PageValues {
  /** Why nothing was evaluated. */
  readonly why: string | null;
  readonly values: ReadonlyMap<string, Held>;
}

export function reportPages(project: string): ReportPage[];
export function chosenOn(page: ReportPage, chosen: Chosen): Record<string, readonly string[]>;
export function pageValues(
  folder: string,
  project: string,
  pages: readonly ReportPage[],
  chosen: Chosen,
): PageValues;
export function wellRows(visual: PageVisual, held: Held): Readonly<Record<string, Cell>>[];
