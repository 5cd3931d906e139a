import type { Day } from "../../calendar/day";
import type { CutSpan } from "../../calendar/spans";
import type { CountedColumn, FoiCounts, FoiSource } from "../../indicators/foi-source";
import type { FigureKey } from "../disclosure/known-figure";
import type { CountCell, Remainder } from "./suppress";

/** A row of the events: a period, or all of them. */
export interface EventRow {
  /** Null in the row of all periods. */
  readonly period: CutSpan | null;
  /** By measure; null where the extracts do not speak of all of it. */
  readonly cells: Readonly<Record<string, CountCell | null>>;
}

/** Events as cells that may be published, with the small numbers that follow from them. */
interface EventTable {
  readonly rows: readonly EventRow[];
  readonly remainders: readonly Remainder[];
}

type Told = Pick<FoiSource, "columns" | "implied">;

function rowOf(
  period: CutSpan | null,
  columns: readonly CountedColumn[],
  cellOf: (column: CountedColumn) => CountCell | null,
): EventRow {
  return {
    period,
    cells: Object.fromEntries(columns.map((column) => [column.id, cellOf(column)])),
  };
}

function remaindersOf({ cells }: EventRow, { implied }: Told): Remainder[] {
  return implied.flatMap(({ whole, part }) => {
    const [all, some] = [cells[whole], cells[part]];
    return all && some ? [{ value: all.value - some.value, whole: all, part: some }] : [];
  });
}

/**
 * The counts of each period, and their sums as a last row. A sum is known only where every period
 * is. `place` is the area that they are of, as figures call it.
 */
export function eventTable(
  periods: readonly CutSpan[],
  told: Told,
  counts: readonly FoiCounts[],
  place: string,
): EventTable {
  const keyOf = (measure: string, first: Day, last: Day): FigureKey => ({
    measure,
    place,
    breakdown: "all",
    group: "all",
    unit: "days",
    first,
    last,
    adds: true,
  });
  const rows = periods.map((period, i) =>
    rowOf(period, told.columns, ({ id, groups, measure }) => {
      const value = counts[i][id];
      return value === null
        ? null
        : {
            value,
            of: groups.map((group) => `${i} ${group}`),
            key: keyOf(measure, periods[i].start, periods[i].end),
          };
    }),
  );
  const total = rowOf(null, told.columns, ({ id, measure }) => {
    const cells = rows.map((row) => row.cells[id]);
    return cells.includes(null)
      ? null
      : {
          value: cells.reduce((sum, cell) => sum + cell!.value, 0),
          of: cells.flatMap((cell) => cell!.of),
          key: keyOf(measure, periods[0].start, periods[periods.length - 1].end),
        };
  });
  const all = [...rows, total];
  return { rows: all, remainders: all.flatMap((row) => remaindersOf(row, told)) };
}
