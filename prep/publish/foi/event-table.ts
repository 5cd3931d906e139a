import type { CutSpan } from "../../calendar/spans";
import type { FoiCounts } from "./count-foi";
import { foiMeasures, impliedMeasures, type FoiMeasure } from "./foi-measures";
import type { CountCell, Remainder } from "./suppress";

/** A row of the events: a period, or all of them. */
export interface EventRow {
  /** Null in the row of all periods. */
  readonly period: CutSpan | null;
  /** By measure; null where the extracts do not speak of all of it. */
  readonly cells: Readonly<Record<string, CountCell | null>>;
}

/** Events as cells that may be published, with the small numbers that follow from them. */
export interface EventTable {
  readonly rows: readonly EventRow[];
  readonly remainders: readonly Remainder[];
}

function rowOf(
  period: CutSpan | null,
  measureCell: (measure: FoiMeasure) => CountCell | null,
): EventRow {
  return {
    period,
    cells: Object.fromEntries(foiMeasures.map((measure) => [measure.id, measureCell(measure)])),
  };
}

function remaindersOf({ cells }: EventRow): Remainder[] {
  return impliedMeasures.flatMap(({ whole, part }) => {
    const [all, some] = [cells[whole], cells[part]];
    return all && some ? [{ value: all.value - some.value, whole: all, part: some }] : [];
  });
}

/** The counts of each period, and their sums as a last row. A sum is known only where every period is. */
export function eventTable(periods: readonly CutSpan[], counts: readonly FoiCounts[]): EventTable {
  const rows = periods.map((period, i) =>
    rowOf(period, ({ id, groups }) => {
      const value = counts[i][id];
      return value === null ? null : { value, of: groups.map((group) => `${i} ${group}`) };
    }),
  );
  const total = rowOf(null, ({ id }) => {
    const cells = rows.map((row) => row.cells[id]);
    return cells.includes(null)
      ? null
      : {
          value: cells.reduce((sum, cell) => sum + cell!.value, 0),
          of: cells.flatMap((cell) => cell!.of),
        };
  });
  const all = [...rows, total];
  return { rows: all, remainders: all.flatMap(remaindersOf) };
}
