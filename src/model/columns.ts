import type powerbi from "powerbi-visuals-api";
import { dayIn, numberIn, textIn } from "./cell";
import { readFormatString } from "./format-string";

type Source = powerbi.DataViewMetadataColumn;

/** A column of the data view with what is needed to read its cells. */
export interface Column {
  readonly heading: string;
  readonly source: Source;
  readonly cells: readonly unknown[];
  readonly highlights: readonly unknown[] | null;
  /** Format objects of single rows, where a measure has a format of its own for each. */
  readonly objects: readonly (powerbi.DataViewObjects | undefined)[] | null;
}

/** Cells of a categorical data view by role. A role without a field reads as null. */
export interface Columns {
  readonly rows: number;
  has(role: string): boolean;
  all(role: string): readonly Column[];
  raw(role: string, row: number): unknown;
  text(role: string, row: number): string | null;
  /** A number, times 100 where its format says that it is a share of 1. */
  number(role: string, row: number): number | null;
  /** The same of one column, for wells that take many. */
  numberOf(column: Column, row: number): number | null;
  day(role: string, row: number): number | null;
  format(role: string, row: number): string | null;
}

/**
 * Groups the columns of a data view by role; a field in two wells is in both. Knows nothing of
 * KPIs.
 */
export function columnsOf(dataView: powerbi.DataView | undefined): Columns {
  const byRole = new Map<string, Column[]>();
  const add = (column: Column): void => {
    for (const role of Object.keys(column.source.roles ?? {})) {
      if (!column.source.roles?.[role]) continue;
      const list = byRole.get(role);
      if (list) list.push(column);
      else byRole.set(role, [column]);
    }
  };
  const categorical = dataView?.categorical;
  const categories = categorical?.categories ?? [];
  const values: readonly powerbi.DataViewValueColumn[] = categorical?.values ?? [];
  for (const { source, values: cells, objects } of categories)
    add({ heading: source.displayName, source, cells, highlights: null, objects: objects ?? null });
  for (const { source, values: cells, highlights, objects } of values)
    add({
      heading: source.displayName,
      source,
      cells,
      highlights: highlights ?? null,
      objects: objects ?? null,
    });

  const first = (role: string): Column | undefined => byRole.get(role)?.[0];
  const scales = new Map<string, boolean>();
  const scaled = (format: string): boolean => {
    let known = scales.get(format);
    if (known === undefined) scales.set(format, (known = readFormatString(format).scalesToPercent));
    return known;
  };
  const numberOf = (column: Column, row: number): number | null => {
    const value = numberIn(column.cells[row]);
    const format = value === null ? null : formatOf(column, row);
    return value !== null && format !== null && scaled(format) ? finiteOrNull(value * 100) : value;
  };
  return {
    rows: Math.max(
      0,
      ...categories.map(({ values: cells }) => cells.length),
      ...(categories.length === 0 ? values.map(({ values: cells }) => cells.length) : []),
    ),
    has: (role) => byRole.has(role),
    all: (role) => byRole.get(role) ?? [],
    raw: (role, row) => first(role)?.cells[row] ?? null,
    text: (role, row) => textIn(first(role)?.cells[row]),
    number: (role, row) => {
      const column = first(role);
      return column ? numberOf(column, row) : null;
    },
    numberOf,
    day: (role, row) => dayIn(first(role)?.cells[row]),
    format: (role, row) => {
      const column = first(role);
      return column ? formatOf(column, row) : null;
    },
  };
}

/**
 * The format string of a cell: its own where the measure gives one for each row, else that of its
 * column.
 */
function formatOf(column: Column, row: number): string | null {
  const own = column.objects?.[row]?.general?.formatString;
  return typeof own === "string" && own !== "" ? own : (column.source.format ?? null);
}

/** A share so large that times 100 it is no number any more is none. */
const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
