import type { Polarity } from "../kpi/polarity";
import { partsChart, rareEventChart, spcChart, type SpcChart } from "../kpi/spc";
import type { Unit } from "../kpi/unit";
import { FEWEST_POINTS } from "../kpi/xmr";
import type { Point } from "./kpi";

interface ProcessOptions {
  /** Its figures are numbers between rare events. */
  readonly between: boolean;
  readonly baselinePoints: number | null;
  readonly polarity: Polarity;
  readonly target: number | null;
  readonly unit: Unit;
}

/**
 * The process chart of a series, worked out when it is first asked for, for only some KPIs are in
 * sight; null where it is too short. `byParts` asks for the p or u chart where numerators and
 * denominators make one, or the g chart where the unit says that figures are numbers between
 * events; else it is an XmR chart, by which improving and worsening are judged.
 */
export function processChart(
  kpi: { readonly series: readonly Point[] },
  { polarity, target, unit, between, baselinePoints }: ProcessOptions,
): (byParts?: boolean) => SpcChart | null {
  const known = new Map<boolean, SpcChart | null>();
  const work = (byParts: boolean): SpcChart | null => {
    const { series } = kpi;
    const counted = series.map(countedIn);
    const values = counted.map(({ value }) => value);
    if (values.filter((value) => value !== null).length < FEWEST_POINTS) return null;
    const rebaseAt = series.flatMap(({ mark }, index) => (mark.step ? index : []));
    const options = { polarity, target, rebaseAt, baselinePoints };
    const asked = !byParts
      ? null
      : between
        ? rareEventChart(values, options)
        : partsChart(counted, unit, options);
    return asked ?? spcChart(values, options);
  };
  return (byParts = false) => {
    if (!known.has(byParts)) known.set(byParts, work(byParts));
    return known.get(byParts) ?? null;
  };
}

/** A figure that is left out of its process has no value there. */
const countedIn = ({ value, numerator, denominator, mark }: Point) => ({
  value: mark.ghost ? null : value,
  numerator,
  denominator,
});

/** Whether the words of a unit are those of numbers between events, as "days between incidents". */
export const isBetween = (unit: string | null): boolean =>
  unit !== null && /\b(between|since)\b|\brhwng\b|\bers\b/i.test(unit);
