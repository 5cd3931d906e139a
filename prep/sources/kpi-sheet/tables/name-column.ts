import { readUnit } from "../sheet-words";
import { type Column } from "./columns";
import type { TableArea } from "./table-area";
import { cellText, isFigure, type Grid } from "./grid";
import type { Label } from "./label-words";
import { areTimesAndKinds } from "./value-words";

/** Which column names the KPIs, where a heading does not say so. */
export function withName(
  grid: Grid,
  area: TableArea,
  columns: readonly Column[],
): readonly Column[] {
  const renamed = withOneName(grid, area, columns).map((column) =>
    column.label === "name" && areTimesAndKinds(valuesOf(grid, area, column))
      ? { ...column, label: "period" as const }
      : column,
  );
  if (renamed.some(({ label }) => label === "name")) return renamed;
  const areLabelled = (label: Label): boolean => renamed.some((column) => column.label === label);
  const become = (at: number): readonly Column[] =>
    renamed.map((column) => (column.at === at ? { ...column, label: "name" as const } : column));
  const metric = renamed.find(({ label }) => label === "metric");
  if (metric && (hasDistinct(grid, area, metric) || areNames(grid, area, metric)))
    return become(metric.at);
  const item = renamed.find(({ label }) => label === "number");
  if (item && isOfWords(grid, area, item)) return become(item.at);
  const blank = renamed.find(
    (column) => column.label === null && column.text === "" && isWordy(grid, area, column),
  );
  if (blank) return become(blank.at);
  if (areLabelled("period") || areLabelled("area")) return renamed;
  const other =
    renamed.find(({ label }) => label === "group") ??
    renamed.find(({ label }) => label === "section") ??
    renamed.find((column) => column.label === null && isWordy(grid, area, column)) ??
    // "Source" is left out beside KPIs; alone it names what is counted.
    renamed.find(
      (column) =>
        column.label === "left_out" &&
        column.at === area.left &&
        isWordy(grid, area, column) &&
        areNames(grid, area, column),
    );
  return other ? become(other.at) : renamed;
}

export const valuesOf = (grid: Grid, area: TableArea, { at }: Column): string[] =>
  grid.rows
    .slice(area.headings + 1, area.end)
    .map((row) => cellText(row[at]))
    .filter((text) => text !== "");

const hasDistinct = (grid: Grid, area: TableArea, column: Column): boolean =>
  new Set(valuesOf(grid, area, column)).size > 3;

/** Whether a column of references, such as `Item`, has words instead. */
const isOfWords = (grid: Grid, area: TableArea, column: Column): boolean => {
  const values = valuesOf(grid, area, column);
  return values.length > 0 && values.every((text) => /[a-z]{3,}.*\s[a-z]{2,}/i.test(text));
};

/** Whether a column has another text in every row, none of them a unit. */
function areNames(grid: Grid, area: TableArea, column: Column): boolean {
  const values = valuesOf(grid, area, column);
  return (
    values.length > 1 &&
    new Set(values).size === values.length &&
    values.every((text) => readUnit(text) === null)
  );
}

function isWordy(grid: Grid, area: TableArea, column: Column): boolean {
  const cells = grid.rows
    .slice(area.headings + 1, area.end)
    .map((row) => row[column.at] ?? null)
    .filter((cell) => cellText(cell) !== "");
  return cells.length > 0 && cells.filter((cell) => !isFigure(cell)).length >= cells.length * 0.8;
}

/** Of several columns that may name KPIs, the one with the most names; the others tell them apart. */
function withOneName(grid: Grid, area: TableArea, columns: readonly Column[]): readonly Column[] {
  const names = columns.filter(({ label }) => label === "name");
  if (names.length < 2) return columns;
  const count = (column: Column): number => new Set(valuesOf(grid, area, column)).size;
  const best = names.reduce((most, one) => (count(one) > count(most) ? one : most));
  const isOfUnits = (column: Column): boolean =>
    valuesOf(grid, area, column).every((text) => readUnit(text) !== null);
  return columns.map((column) =>
    column.label === "name" && column !== best
      ? { ...column, label: isOfUnits(column) ? ("unit" as const) : ("left_out" as const) }
      : column,
  );
}
