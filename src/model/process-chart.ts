import type { Polarity } from "../kpi/polarity";
import { partsChart, spcChart, type SpcChart } from "../kpi/spc";
import type { Unit } from "../kpi/unit";
import { FEWEST_POINTS } from "../kpi/xmr";
import type { Point } from "./kpi";

interface ProcessOptions {
  readonly polarity: Polarity;
  readonly target: number | null;
  readonly unit: Unit;
}

/**
 * The process chart of a series, worked out when it is first asked for, for only some KPIs are in
 * sight; null where it is too short. `byParts` asks for the p or u chart where numerators and
 * denominators make one, else it is an XmR chart, by which improving and worsening are judged.
 */
export function processChart(
  kpi: { readonly series: readonly Point[] },
  { polarity, target, unit }: ProcessOptions,
): (byParts?: boolean) => SpcChart | null {
  const known = new Map<boolean, SpcChart | null>();
  const work = (byParts: boolean): SpcChart | null => {
    const { series } = kpi;
    const values = series.map(({ value }) => value);
    if (values.filter((value) => value !== null).length < FEWEST_POINTS) return null;
    const options = { polarity, target };
    return (byParts ? partsChart(series, unit, options) : null) ?? spcChart(values, options);
  };
  return (byParts = false) => {
    if (!known.has(byParts)) known.set(byParts, work(byParts));
    return known.get(byParts) ?? null;
  };
}
