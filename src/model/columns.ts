import type powerbi from "powerbi-visuals-api";
import { dayIn, hasDecimalComma, numberIn, textIn } from "./cell";
import { readNumber } from "../kpi/read-number";
import { readFormatString, type FormatString } from "./format-string";

type Source = powerbi.DataViewMetadataColumn;

/** A column of the data view with what is needed to read its cells. */
export interface Column {
  readonly heading: string;
  readonly source: Source;
  /** Those of a new data view take their place where that has the same columns. */
  cells: readonly unknown[];
  readonly highlights: readonly unknown[] | null;
  /** Whether it measures the rows; else it is one of the columns that group them. */
  readonly measured: boolean;
  /** Format objects of single rows, where a measure has a format of its own for each. */
  readonly objects: readonly (powerbi.DataViewObjects | undefined)[] | null;
}

/** The number in a row, or null. */
type NumberReader = (row: number) => number | null;

/** Cells of a categorical data view by role. A role without a field reads as null. */
export interface Columns {
  readonly rows: number;
  readonly list: readonly Column[];
  /** Roles that have a field. */
  readonly roles: ReadonlySet<string>;
  has(role: string): boolean;
  all(role: string): readonly Column[];
  /** The cells of a role as they are; none where it has no field. */
  cells(role: string): readonly unknown[];
  raw(role: string, row: number): unknown;
  text(role: string, row: number): string | null;
  /** The cells of a column that are text. */
  texts(role: string): Iterable<string>;
  /**
   * A number, times 100 where its format says that it is a share of 1. What is held against the
   * value and has no per cent sign of its own is on the scale of the value.
   */
  number(role: string, row: number): number | null;
  /** The same for all rows of a role. */
  numbers(role: string): NumberReader;
  /** The same of one column, for wells that take many. */
  numberOf(column: Column, row: number): number | null;
  day(role: string, row: number): number | null;
  format(role: string, row: number): string | null;
  /** What the numbers of a column are multiplied by in a row: 100 or 1. */
  scale(role: string, row: number): number;
}

/** Wells whose figures are held against the value. */
const HELD_AGAINST_VALUE: ReadonlySet<string> = new Set([
  "target",
  "previous",
  "lower",
  "upper",
  "tolerance",
  "baseline",
  "intervalLower",
  "intervalUpper",
  "england",
  "region",
  "neighbours",
  "comparators",
]);

/**
 * Groups the columns of a data view by role; a field in two wells is in both. Knows nothing of
 * KPIs.
 */
export function columnsOf(dataView: powerbi.DataView | undefined): Columns {
  const { list, rows } = tableIn(dataView);
  const byRole = new Map<string, Column[]>();
  for (const column of list)
    for (const role of rolesOf(column)) {
      const others = byRole.get(role);
      if (others) others.push(column);
      else byRole.set(role, [column]);
    }

  const first = (role: string): Column | undefined => byRole.get(role)?.[0];
  const scaleOf = scaleReader(() => first("value"));
  const numberOf = (column: Column, row: number, held: boolean): number | null => {
    const cell = column.cells[row];
    if (typeof cell === "string" && /[,.]/.test(cell) && commas(column.cells)) return null;
    const value = numberIn(cell);
    if (value !== null) return finiteOrNull(value * scaleOf.at(column, row, held));
    // A text such as `67.4%` is a figure as printed, where the value is printed likewise.
    const printed = typeof cell === "string" ? readNumber(cell) : null;
    if (printed === null || (printed.unit !== null && printed.unit !== "percent")) return null;
    const likewise = !held || typeof first("value")?.cells[row] === "string";
    return printed.unit === null || likewise ? printed.value : null;
  };
  const commas = onceFor(hasDecimalComma);
  const numbers = numbersOf(first, scaleOf, numberOf);
  return {
    rows,
    list,
    roles: new Set(byRole.keys()),
    has: (role) => byRole.has(role),
    all: (role) => byRole.get(role) ?? [],
    cells: (role) => first(role)?.cells ?? [],
    raw: (role, row) => first(role)?.cells[row] ?? null,
    text: (role, row) => textIn(first(role)?.cells[row]),
    texts: (role) =>
      (first(role)?.cells ?? []).filter((cell): cell is string => typeof cell === "string"),
    number: (role, row) => numbers(role)(row),
    numbers,
    numberOf: (column, row) => numberOf(column, row, true),
    day: (role, row) => dayIn(first(role)?.cells[row]),
    format: (role, row) => {
      const column = first(role);
      return column ? formatOf(column, row) : null;
    },
    scale: (role, row) => {
      const column = first(role);
      return column ? scaleOf.at(column, row, HELD_AGAINST_VALUE.has(role)) : 1;
    },
  };
}

/** What is said of a list of cells, worked out once. */
function onceFor(say: (cells: readonly unknown[]) => boolean): typeof say {
  const known = new WeakMap<readonly unknown[], boolean>();
  return (cells) => {
    let said = known.get(cells);
    if (said === undefined) known.set(cells, (said = say(cells)));
    return said;
  };
}

/** The columns of a data view in its order, and how many rows they have. */
export function tableIn(dataView: powerbi.DataView | undefined): Pick<Columns, "list" | "rows"> {
  const categories = dataView?.categorical?.categories ?? [];
  const values: readonly powerbi.DataViewValueColumn[] = dataView?.categorical?.values ?? [];
  const columnIn =
    (measured: boolean) =>
    (column: powerbi.DataViewCategoryColumn | powerbi.DataViewValueColumn): Column => ({
      heading: column.source.displayName,
      source: column.source,
      cells: column.values,
      highlights: ("highlights" in column && column.highlights) || null,
      measured,
      objects: column.objects ?? null,
    });
  const lengths = (categories.length === 0 ? values : categories).map(
    (column) => column.values.length,
  );
  return {
    list: [...categories.map(columnIn(false)), ...values.map(columnIn(true))],
    rows: Math.max(0, ...lengths),
  };
}

/** The wells that a column is in. */
export const rolesOf = ({ source: { roles = {} } }: Column): string[] =>
  Object.keys(roles).filter((role) => roles[role]);

/** Readers of the numbers of each role; whole columns of numbers are read without a look at a cell's format. */
function numbersOf(
  first: (role: string) => Column | undefined,
  scaleOf: ScaleReader,
  numberOf: (column: Column, row: number, held: boolean) => number | null,
): (role: string) => NumberReader {
  const readers = new Map<string, NumberReader>();
  const readerOf = (column: Column | undefined, held: boolean): NumberReader => {
    if (!column) return () => null;
    const scale = scaleOf.whole(column, held);
    return (row) => {
      const cell = column.cells[row];
      if (cell === null || cell === undefined) return null;
      return scale !== null && typeof cell === "number"
        ? finiteOrNull(cell * scale)
        : numberOf(column, row, held);
    };
  };
  return (role) => {
    let reader = readers.get(role);
    if (!reader) readers.set(role, (reader = readerOf(first(role), HELD_AGAINST_VALUE.has(role))));
    return reader;
  };
}

/** What the numbers of a column are multiplied by. */
interface ScaleReader {
  at(column: Column, row: number, held: boolean): number;
  /** The same for all rows; null where single rows have formats of their own. */
  whole(column: Column, held: boolean): number | null;
}

/**
 * Tells what numbers are multiplied by: by a column's own per cent sign, else, where it is held
 * against the value, by that of the value.
 */
function scaleReader(value: () => Column | undefined): ScaleReader {
  const formatIn = (column: Column | undefined, row: number): FormatString | null => {
    const format = column ? formatOf(column, row) : null;
    return format === null ? null : readFormatString(format);
  };
  const scaleAt = (column: Column, row: number, held: boolean): number => {
    const own = formatIn(column, row);
    const format = own?.percent || !held ? own : formatIn(value(), row);
    return format?.scalesToPercent ? 100 : 1;
  };
  const scales = [new Map<Column, number>(), new Map<Column, number>()] as const;
  const whole = (column: Column, held: boolean): number | null => {
    if (column.objects !== null || (held && value()?.objects)) return null;
    const known = scales[held ? 1 : 0];
    let scale = known.get(column);
    if (scale === undefined) known.set(column, (scale = scaleAt(column, 0, held)));
    return scale;
  };
  return {
    whole,
    at: (column, row, held) => whole(column, held) ?? scaleAt(column, row, held),
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
