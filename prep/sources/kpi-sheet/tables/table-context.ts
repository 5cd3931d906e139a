import type { Unit } from "../../../../src/kpi/unit";
import type { RawCell } from "../cell";
import type { SheetPeriod } from "../period-text";
import type { Column } from "./columns";
import type { FigureColumn } from "./figure-columns";
import type { FilledDown } from "./fill-down";
import type { TableArea } from "./table-area";
import { textAt, type Grid } from "./grid";
import type { Kind } from "./kind-words";
import type { Label } from "./label-words";
import type { YearContext, YearSaid } from "./period-words";
import type { Place, Places } from "./places";
import { isKindWord } from "./value-words";

/** One cell of a table with all that is said of it. */
export interface Entry {
  readonly name: string;
  readonly section: string;
  readonly place: Place;
  readonly kind: Kind;
  /** Null where nothing says which period the figure is of. */
  readonly period: SheetPeriod | null;
  /** Heading or row speak of a period, understood or not. */
  readonly isTimed: boolean;
  readonly raw: RawCell;
  /** Unit that the words above the table, or over its names, give to what names none itself. */
  readonly tableUnit: Unit | null;
  readonly column: FigureColumn;
  readonly line: number;
  /** Words of the row by label. */
  readonly labels: ReadonlyMap<Label, string>;
  /** Rating that the colour behind the cell stands for; null where colours rate nothing. */
  readonly colour: string | null;
}

export interface TableContext {
  readonly grid: Grid;
  readonly area: TableArea;
  readonly labels: ReadonlyMap<Label, Column>;
  /** Columns that together name the period of a row. */
  readonly periods: readonly Column[];
  /** Columns that name the period of one kind of figures alone, such as `England period`. */
  readonly kindPeriods: ReadonlyMap<Kind, Column>;
  readonly figures: readonly FigureColumn[];
  readonly years: YearContext;
  readonly places: Places;
  /** Words of leading columns that hold for the rows below. */
  readonly filled: FilledDown;
  /** Colour behind a cell. */
  readonly fillAt: (row: number, column: number) => string | null;
  /** Section of the table, from the words above it. */
  readonly section: string;
  /** Lone texts name the KPIs of the rows below them, which are areas. */
  readonly areSectionsKpis: boolean;
  /** What is counted of each row, where the words above the table say so; empty for none. */
  readonly measure: string;
  /** Groups that are everybody, such as the one total among providers. */
  readonly wholeGroups: ReadonlySet<string>;
  /** Unit of figures that name none; null where the table says none. */
  readonly unit: Unit | null;
  /** The area that the sheet is of. */
  readonly place: Place;
}

/** What is carried from row to row. */
export interface Carried {
  name: string;
  section: string;
  /** The lone text above, where such texts name KPIs. */
  kpi: string;
  isAfterBlank: boolean;
  /** The year of the rows below, where a row of its own names it. */
  year: YearSaid | null;
  readonly labels: Map<Label, string>;
}

/** The words of a column in a row, or those that hold from the rows above. */
export const wordsAt = ({ grid, filled }: TableContext, row: number, at: number): string =>
  filled.get(at)?.get(row) ?? textAt(grid, row, at);

export const labelAt = (context: TableContext, row: number, of: Label): string => {
  const column = context.labels.get(of);
  return column ? wordsAt(context, row, column.at) : "";
};

export const isKindRow = (context: TableContext, row: number): boolean =>
  labelAt(context, row, "kind") !== "" || isKindWord(labelAt(context, row, "name"));
