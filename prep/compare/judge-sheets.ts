import { hasProcess, judgementOf } from "../../src/kpi/judge";
import { polarityBeside, targetInForce, type DatedTarget } from "../../src/kpi/dated-target";
import type { KpiRow } from "../sources/kpi-sheet/kpi-row";
import type { KpiValueRow } from "../star/kpi-value-row";
import { inSeries } from "./rate-rows";

/**
 * Own figures of KPI sheets, whose series lie in several sheets: with enough of them a movement is
 * judged as a process, as that of counted figures is.
 */
export function judgeSheets(
  values: readonly KpiValueRow[],
  rows: readonly KpiRow[],
  targetsOf: (indicator: string) => readonly DatedTarget[],
): readonly KpiValueRow[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  const judged = new Map<KpiValueRow, KpiValueRow>();
  for (const places of inSeries(values)) {
    const series = places.map((i) => values[i]);
    const [{ indicator_id, area_role, frequency }] = series;
    const kpi = known.get(indicator_id);
    if (!kpi || area_role !== "own") continue;
    const set = targetInForce(targetsOf(indicator_id), series[series.length - 1].period_end);
    const { polarity } = polarityBeside(set, kpi.polarity ?? "neutral");
    if (polarity === "neutral") continue;
    const about = { polarity, frequency, cumulative: kpi.cumulative };
    const figures = series.map(({ value }) => value);
    if (!hasProcess({ ...about, values: figures })) continue;
    series.forEach((row, place) =>
      judged.set(row, {
        ...row,
        judgement: judgementOf(row, { ...about, values: figures.slice(0, place + 1) }),
      }),
    );
  }
  return judged.size === 0 ? values : values.map((row) => judged.get(row) ?? row);
}
