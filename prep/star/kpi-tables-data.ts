import { IntegerColumn, type TextColumn } from "../columns/column";
import { flagRows, rowsOf } from "../columns/rows";
import { figuresAt } from "./figures-table";
import { columnOf, type StarData } from "./frame";
import { breakdownNames, groupNameColumn } from "./group-name-columns";
import { comparedArea, kpiBoard, kpiBreakdown, kpiComparator, kpiPeriod } from "./kpi-tables";
import type { KpiValueRow } from "./kpi-value-row";
import { givenColumns } from "./made-columns";
import { takeValues } from "./move-values";
import { rowsTable } from "./rows-table";

/** Who is compared with which authority, by which method; the own area by none. */
const comparedOf = ({ area_code, area_role, for_area_code, method }: KpiValueRow): string =>
  `${for_area_code}\0${area_role}\0${area_code}\0${area_role === "own" ? "" : method}`;

function nameOf(
  { area_code, area_code_type, area_role, method, neighbour_model: model }: KpiValueRow,
  names: ReadonlyMap<string, string>,
): string {
  if (area_role === "neighbour_average") return `Neighbours (${method})`;
  if (area_code_type !== "group") return names.get(area_code) ?? area_code;
  if (model === null) return "Mean of the councils";
  return area_code.startsWith("peers ")
    ? `${model} (${method})`
    : `Neighbours of ${model} (${method})`;
}

/** The first row of each that is compared: a loop, for there may be a million rows. */
function firstCompared(rows: readonly KpiValueRow[]): ReadonlyMap<string, KpiValueRow> {
  const found = new Map<string, KpiValueRow>();
  let before: KpiValueRow | null = null;
  for (const row of rows) {
    const isLikeBefore =
      before !== null &&
      before.area_role === row.area_role &&
      before.area_code === row.area_code &&
      before.for_area_code === row.for_area_code &&
      before.method === row.method;
    before = row;
    if (isLikeBefore) continue;
    const is = comparedOf(row);
    if (!found.has(is)) found.set(is, row);
  }
  return found;
}

const periodOf = ({ frequency, period_start, period_end, period_label }: KpiValueRow): string =>
  `${period_end}\0${period_start}\0${frequency}\0${period_label}`;

/** Comparators that are drawn over time: single neighbours are not. */
const OVER_TIME: ReadonlySet<string> = new Set(["england", "region", "neighbour_average"]);

/** A row of each period of figures of everybody, in order of time. */
function periodsOf(rows: readonly KpiValueRow[]): ReadonlyMap<string, KpiValueRow> {
  const found = new Map<string, KpiValueRow>();
  for (const row of rows) {
    const is = periodOf(row);
    if (!found.has(is)) found.set(is, row);
  }
  return new Map(
    [...found].sort(
      ([a, one], [b, other]) =>
        one.period_end - other.period_end ||
        one.period_start - other.period_start ||
        (a < b ? -1 : 1),
    ),
  );
}

interface AreaName {
  readonly area_code: string;
  readonly area_name: string | null;
}

/** Names of the areas of an area dimension, by their code. */
const areaNames = ({ frame }: StarData): ReadonlyMap<string, string> =>
  new Map(
    (frame.select("area_code", "area_name").objects() as AreaName[]).map(
      ({ area_code, area_name }) => [area_code, area_name ?? area_code],
    ),
  );

/** Places of the rows that are wanted, in their order. */
const placesOf = (
  rows: readonly KpiValueRow[],
  isWanted: (row: KpiValueRow) => boolean,
): Int32Array => rowsOf(flagRows(rows.length, (place) => isWanted(rows[place])));

/**
 * The figures apart by what is read of them, each with the columns that it needs: those of the
 * board, of groups, and of comparators, their periods, and who is compared. Every row is in one of
 * the three. What
 * was made safe to publish stays so, for the tables are made of the rows as they are given: `values`
 * is the table `kpi_value` of them. Groups are called as the dimensions have it.
 */
export function kpiTables(
  values: StarData,
  rows: readonly KpiValueRow[],
  areas: StarData,
  dimensions: readonly StarData[] = [],
): StarData[] {
  const names = areaNames(areas);
  const isOwn = ({ area_role }: KpiValueRow): boolean => area_role === "own";
  const isOfBoard = ({ breakdown }: KpiValueRow): boolean => breakdown === "all";
  const first = firstCompared(rows);
  const inOrder = [...first.keys()].sort();
  const compared = inOrder.map((is) => first.get(is)!);
  const keys = new Map(inOrder.map((is, place) => [is, place + 1]));
  const ofGroups = placesOf(rows, (row) => isOwn(row) && !isOfBoard(row));
  const ofEverybody = placesOf(rows, (row) => isOwn(row) && isOfBoard(row));
  const others = placesOf(rows, (row) => !isOwn(row));
  const isOverTime = (row: KpiValueRow): boolean =>
    isOfBoard(row) && row.status === "ok" && OVER_TIME.has(row.area_role);
  const rowsAt = (places: Int32Array): KpiValueRow[] => Array.from(places, (place) => rows[place]);
  const periods = periodsOf([...rowsAt(ofEverybody), ...rowsAt(others).filter(isOverTime)]);
  const periodKeys = new Map([...periods.keys()].map((is, place) => [is, place + 1]));
  const keyColumn = (places: Int32Array, keyOf: (row: KpiValueRow) => number): IntegerColumn =>
    new IntegerColumn(places.map((place) => keyOf(rows[place])));
  const textOf = (name: string): TextColumn =>
    takeValues(columnOf(values.frame, name), ofGroups) as TextColumn;
  return [
    rowsTable(
      kpiPeriod,
      [...periods.values()].map((row, place) => [
        place + 1,
        ...givenColumns(kpiPeriod.columns)
          .slice(1)
          .map(({ name }) => row[name as keyof KpiValueRow]),
      ]),
    ),
    rowsTable(
      comparedArea,
      compared.map((row, place) => [
        place + 1,
        nameOf(row, names),
        row.area_role,
        row.for_area_code,
        row.area_role === "own" ? null : row.method,
        row.neighbour_model,
      ]),
    ),
    figuresAt(kpiBoard, values, ofEverybody, {
      period_key: keyColumn(ofEverybody, (row) => periodKeys.get(periodOf(row))!),
    }),
    figuresAt(kpiBreakdown, values, ofGroups, {
      breakdown_name: breakdownNames(textOf("breakdown")),
      group_name: groupNameColumn(textOf("breakdown"), textOf("breakdown_value"), [
        areas,
        ...dimensions,
      ]),
    }),
    figuresAt(kpiComparator, values, others, {
      compared_key: keyColumn(others, (row) => keys.get(comparedOf(row))!),
    }),
  ];
}
