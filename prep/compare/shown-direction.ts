import { baseOf, defaultBase } from "../../src/kpi/direction-base";
import { directionOf } from "../../src/kpi/direction";
import { polarityBeside, targetInForce } from "../../src/kpi/dated-target";
import { judgementOf } from "../../src/kpi/judge";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { RatedIndicator } from "./rate-rows";
import type { IndicatorTarget } from "./targets";

/** What a direction over several origins is worked out by. */
interface DirectionRules {
  readonly indicators: ReadonlyMap<string, RatedIndicator>;
  readonly targetsOf: (indicator: string) => readonly IndicatorTarget[];
}

const seriesOf = (row: KpiValueRow): string =>
  [row.indicator_id, row.area_code, row.service, row.frequency].join("\0");

/**
 * Figures that a board shows, with their direction of travel where the figure before is of another
 * origin: a printed figure after a counted one. A direction that is there stays.
 */
export function withShownDirection(
  rows: readonly KpiValueRow[],
  { indicators, targetsOf }: DirectionRules,
): KpiValueRow[] {
  const series = new Map<string, number[]>();
  rows.forEach((row, i) => {
    if (row.is_shown !== 1 || row.breakdown !== "all" || !indicators.has(row.indicator_id)) return;
    const key = seriesOf(row);
    const known = series.get(key);
    if (known) known.push(i);
    else series.set(key, [i]);
  });
  const moved = [...rows];
  for (const places of series.values()) {
    if (places.every((i) => rows[i].origin === rows[places[0]].origin)) continue;
    places.sort((a, b) => rows[a].period_end - rows[b].period_end);
    const points = places.map((i) => ({ end: rows[i].period_end, value: rows[i].value }));
    places.forEach((i, place) => {
      const row = rows[i];
      if (row.previous !== null || row.value === null) return;
      const { cumulative, decimals, polarity: own } = indicators.get(row.indicator_id)!;
      const base = defaultBase(row.frequency, cumulative);
      const previous = baseOf(points, place, base, { frequency: row.frequency });
      if (previous === null) return;
      const set = targetInForce(targetsOf(row.indicator_id), row.period_end);
      const { polarity } = polarityBeside(set, own);
      const direction = directionOf({ value: row.value, base: previous, polarity, decimals });
      const values = points.slice(0, place + 1).map(({ value }) => value);
      const judgement = judgementOf(direction, {
        values,
        polarity,
        frequency: row.frequency,
        cumulative,
      });
      moved[i] = { ...row, previous, movement: direction.movement, judgement };
    });
  }
  return moved;
}
