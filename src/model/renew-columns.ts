import type powerbi from "powerbi-visuals-api";
import { hasDecimalComma, isBlank } from "./cell";
import { rolesOf, tableIn, type Column, type Columns } from "./columns";
import { TELLING } from "./group-rows";

/** Wells that say which rows make a KPI and how they follow one another. */
const ORDERING: ReadonlySet<string> = new Set([
  "indicator",
  "section",
  "subsection",
  "area",
  "areaRole",
  "forArea",
  "period",
  "asAt",
]);

/** The rows that say something new. */
export interface Changes {
  readonly any: boolean;
  /** Whether one of these rows is among them. */
  in(rows: Iterable<number>): boolean;
}

/**
 * Takes the cells of a new data view in place of the ones before, where both have the same columns,
 * as many rows, and the same KPIs and periods in them; gives what changed. Null where the new data
 * view has to be read as a whole: then nothing was taken.
 */
export function renewColumns(
  before: Columns,
  dataView: powerbi.DataView | undefined,
): Changes | null {
  const { list, rows } = tableIn(dataView);
  const isSame =
    rows === before.rows &&
    list.length === before.list.length &&
    list.every((column, i) => isSameColumn(column, before.list[i]));
  if (!isSame) return null;
  const changed = new Uint8Array(rows);
  let any = false;
  for (const [i, column] of list.entries()) {
    const told = before.list[i].cells;
    const { found, blanks } = markChanges(told, column.cells, changed);
    const isOf = (wells: ReadonlySet<string>): boolean =>
      rolesOf(column).some((role) => wells.has(role));
    const isOther =
      found &&
      (isOf(ORDERING) ||
        (blanks && isOf(TELLING)) ||
        hasDecimalComma(told) !== hasDecimalComma(column.cells));
    if (isOther) return null;
    any ||= found;
  }
  list.forEach(({ cells }, i) => (before.list[i].cells = cells));
  return {
    any,
    in: (ofKpi) => {
      for (const row of ofKpi) if (changed[row] === 1) return true;
      return false;
    },
  };
}

/** Columns that can take each other's cells: what is said of single rows is looked at anew. */
const isSameColumn = (a: Column, b: Column): boolean =>
  a.heading === b.heading &&
  a.measured === b.measured &&
  a.source.format === b.source.format &&
  a.cells.length === b.cells.length &&
  [a, b].every(({ objects, highlights }) => objects === null && highlights === null) &&
  rolesOf(a).join() === rolesOf(b).join();

/**
 * Marks the rows in which two columns differ. Says whether they do in any, and whether a cell that
 * says something stands where none did, or the other way round.
 */
function markChanges(
  before: readonly unknown[],
  now: readonly unknown[],
  changed: Uint8Array,
): { readonly found: boolean; readonly blanks: boolean } {
  let [found, blanks] = [false, false];
  if (before === now) return { found, blanks };
  for (let row = 0; row < now.length; row++) {
    const a = before[row];
    const b = now[row];
    if (a === b || (typeof a === "object" && isSameCell(a, b))) continue;
    changed[row] = 1;
    found = true;
    blanks ||= isBlank(a) !== isBlank(b);
  }
  return { found, blanks };
}

/** Dates are objects, each its own. */
const isSameCell = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date && Object.is(a.getTime(), b.getTime());
