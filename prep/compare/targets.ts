import type { Day } from "../calendar/day";
import { datedTargets, type DatedTarget } from "../../src/kpi/dated-target";
import { readPolarity } from "../../src/kpi/read-polarity";
import { readTargets as readWords } from "../../src/kpi/read-target";
import { readTolerance } from "../../src/kpi/read-tolerance";

/**
 * A target of the configuration, as a council writes it: `target: "below national"`, `tolerance: "5
 * points"`, or milestones: `target: "70 by Mar 25, 80 by Mar 26"`.
 */
interface TargetSetting {
  readonly indicator: string;
  readonly target: string | number;
  readonly tolerance?: string | number;
  /** Which way the board wants it, where that differs from the indicator's own. */
  readonly polarity?: string;
  /** First day that it holds; from the beginning where not given. */
  readonly from?: Day;
}

/** A target, or one milestone of a trajectory, of one indicator. */
export interface IndicatorTarget extends DatedTarget {
  readonly indicator: string;
}

/** The targets that a setting sets, or all that is wrong with it in words. */
export function readTargetSetting({
  indicator,
  target,
  tolerance = "",
  polarity,
  from,
}: TargetSetting): IndicatorTarget[] | string {
  const allowed = readTolerance(String(tolerance));
  const wanted = polarity === undefined ? null : readPolarity(polarity);
  const words = String(target);
  const read = datedTargets(words, {
    tolerance: allowed ?? null,
    polarity: wanted,
    from: from !== undefined && Number.isFinite(from) ? from : null,
  });
  const isDated = readWords(words).some((one) => "by" in one && one.by !== null);
  const opposed = read?.find(({ asked }) => asked && wanted && asked !== wanted);
  const faults = [
    read === null &&
      `The target of ${indicator} is neither a number, TBC, a comparator such as "below national", nor milestones such as "70 by Mar 25, 80 by Mar 26".`,
    allowed === undefined &&
      `The tolerance of ${indicator} is not one of: 5, "5 points", "10% of target", "90 to 95".`,
    polarity !== undefined &&
      wanted === null &&
      `The polarity of ${indicator} is not higher, lower or neutral.`,
    isDated &&
      from !== undefined &&
      `The target of ${indicator} has a day in its words and in from.`,
    opposed && `The words of the target of ${indicator} want the opposite of its polarity.`,
  ].filter((fault) => typeof fault === "string");
  if (read === null || faults.length > 0) return faults.join(" ");
  return read.map((one) => ({ ...one, indicator }));
}

/**
 * The targets of sheets and of settings together: an indicator with one of the settings keeps of its
 * sheets only what has no day, which holds before.
 */
export function withSettings(
  ofSheets: readonly IndicatorTarget[],
  ofSettings: readonly IndicatorTarget[],
): IndicatorTarget[] {
  const set = new Set(ofSettings.map(({ indicator }) => indicator));
  const kept = ofSheets.filter(({ indicator, from }) => from === null || !set.has(indicator));
  return [...kept, ...ofSettings];
}

/** The targets of each indicator, in their order. */
export function targetsByIndicator(
  targets: readonly IndicatorTarget[],
): ReadonlyMap<string, readonly IndicatorTarget[]> {
  const found = new Map<string, IndicatorTarget[]>();
  for (const one of targets) {
    const list = found.get(one.indicator);
    if (list) list.push(one);
    else found.set(one.indicator, [one]);
  }
  return found;
}
