import type { Columns } from "./columns";
import type { KpiRows } from "./group-rows";
import type { NamedFigure } from "./kpi";
import type { OrderOptions } from "./order-periods";
import { oneForEach, rowsInTime, type PeriodReader, type Slot } from "./timeline";

/** The own figure that others are held against, and how their rows are put in time. */
export interface InTime {
  readonly columns: Columns;
  readonly group: KpiRows;
  /** Last day of its period; null where that is not known. */
  readonly latestEnd: number | null;
  readonly reader: PeriodReader;
  readonly order: OrderOptions;
}

/**
 * The rows of a role in order of time, one for each period of an area and method; none where the
 * order is not known.
 */
export function dated(
  columns: Columns,
  rows: readonly number[],
  { reader, order }: InTime,
): Slot[] {
  if (rows.length === 0) return [];
  const byArea = new Map<string, Slot[]>();
  for (const one of rowsInTime(reader(rows, order))) {
    const name = `${columns.text("area", one.row) ?? ""} ${columns.text("method", one.row) ?? ""}`;
    const list = byArea.get(name);
    if (list) list.push(one);
    else byArea.set(name, [one]);
  }
  return [...byArea.values()]
    .flatMap((list) => oneForEach(columns, list))
    .sort((a, b) => a.place - b.place);
}

/** The figure of a period, null where it has two. */
export const valueIn = (columns: Columns, { row, differ }: Slot): number | null =>
  differ ? null : columns.number("value", row);

/**
 * The latest row with a value that is of the time of the own figure or before it; where all are
 * later, the latest. Null where none has a value.
 */
export function latestInTime(
  columns: Columns,
  rows: readonly Slot[],
  ownEnd: number | null,
): Slot | null {
  const given = rows.filter(({ row }) => columns.number("value", row) !== null);
  const inTime = given.filter(
    ({ period: { end } }) => end === null || ownEnd === null || end <= ownEnd,
  );
  return inTime.at(-1) ?? given.at(-1) ?? null;
}

/**
 * Each area's figure in a period (in its own latest where none is asked for), in the order the
 * areas first appear.
 */
export function latestOf(
  columns: Columns,
  rows: readonly Slot[],
  latest: Slot | null,
): (NamedFigure & { row: number })[] {
  const figures = new Map<string, NamedFigure & { row: number }>();
  for (const slot of rows) {
    const { row, place, period } = slot;
    const name = columns.text("area", row) ?? "";
    if (latest !== null && place !== latest.place) {
      if (!figures.has(name)) figures.set(name, { name, value: null, row });
    } else {
      const value = valueIn(columns, slot);
      figures.set(name, { name, value, row, period: period.label });
    }
  }
  return [...figures.values()];
}
