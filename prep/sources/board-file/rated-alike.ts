import type { PlacedKpi } from "./placed";

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether two boards would rate the figures of a KPI alike. */
export const isRatedAlike = (one: PlacedKpi, other: PlacedKpi): boolean =>
  same(
    one.targets.map(({ target, from }) => [target, from]),
    other.targets.map(({ target, from }) => [target, from]),
  ) &&
  same(one.tolerance, other.tolerance) &&
  same(one.polarity, other.polarity) &&
  one.cumulative === other.cumulative &&
  one.ratingRule === other.ratingRule;
