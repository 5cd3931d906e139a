import { lastYearPoint, previousPoint } from "../../../src/kpi/direction-base";
import type { Movement } from "../../../src/kpi/direction";
import { FEWEST_POINTS } from "../../../src/kpi/xmr";
import type { KpiValueRow } from "../../star/kpi-value-row";

/** A row before and after suppression. */
export interface Treated {
  readonly before: KpiValueRow;
  readonly after: KpiValueRow;
  readonly hidden: boolean;
}

interface Point {
  readonly end: number;
  readonly value: number | null;
  readonly treated: Treated;
}

const withoutComparison = (row: KpiValueRow): KpiValueRow => ({
  ...row,
  previous: null,
  movement: null,
  judgement: null,
});

function compared({ before, after }: Treated, base: Point): KpiValueRow {
  const previous = base.treated.after.value;
  if (previous === null || after.value === null || before.movement === null)
    return { ...after, previous };
  const movement: Movement =
    after.value > previous ? "up" : after.value < previous ? "down" : "same";
  return movement === before.movement || before.movement === "same"
    ? { ...after, previous }
    : { ...after, previous, movement, judgement: before.judgement === null ? null : "steady" };
}

/**
 * A row whose movement is judged by a long series, without that where an earlier figure of the
 * series is hidden: the judgement would speak of it.
 */
const asSeen = (row: KpiValueRow, earlier: readonly Point[]): KpiValueRow =>
  earlier.length + 1 >= FEWEST_POINTS && earlier.some(({ treated }) => treated.hidden)
    ? { ...row, judgement: null }
    : row;

/**
 * The rows with what they are compared with as it is published; a row whose earlier figure is
 * hidden, or is none of the rows, loses the comparison. The second
 * list says which did.
 */
export function publishedComparisons(rows: readonly Treated[]): {
  rows: KpiValueRow[];
  lost: KpiValueRow[];
} {
  const series = new Map<string, Point[]>();
  for (const treated of rows) {
    const { before } = treated;
    const key = JSON.stringify([
      before.indicator_id,
      before.area_code,
      before.for_area_code,
      before.frequency,
      before.breakdown,
      before.breakdown_value,
      before.service,
      before.method,
    ]);
    const points = series.get(key) ?? [];
    points.push({ end: before.period_end, value: before.value, treated });
    series.set(key, points);
  }
  const done = new Map<Treated, KpiValueRow>();
  const lost: KpiValueRow[] = [];
  for (const list of series.values()) {
    const points = list.sort((a, b) => a.end - b.end);
    points.forEach(({ treated }, i) => {
      const { before, after, hidden } = treated;
      if (hidden || before.previous === null) return;
      const bases = [previousPoint(points, i, before.frequency), lastYearPoint(points, i)].filter(
        (point) => point !== null,
      );
      const base = bases.find(({ value }) => value === before.previous);
      if (base && bases.every((point) => !point.treated.hidden))
        done.set(treated, asSeen(compared(treated, base), points.slice(0, i)));
      else {
        done.set(treated, withoutComparison(after));
        lost.push(before);
      }
    });
  }
  return { rows: rows.map((treated) => done.get(treated) ?? treated.after), lost };
}
