import { roundHalfUp } from "../../../src/kpi/round";
import { UNIT_MULTIPLIERS, type Unit } from "../../../src/kpi/unit";
import { populationRates } from "../../reference/population-rates";
import { readOnce } from "../../reference/read-reference";
import { sameNumber } from "../../../src/kpi/same-number";
import { noFigure, type KpiValueRow } from "../../star/kpi-value-row";
import type { DisclosureRules } from "./profile";
import { rounded } from "./rounding";

/** A row without its figure and everything that comes of it. */
export const suppressedRow = (row: KpiValueRow): KpiValueRow => ({
  ...row,
  ...noFigure,
  status: "suppressed",
});

/** Decimals of percentages, and of rates and weeks, that are published beside rounded counts. */
const [PERCENT_DECIMALS, OTHER_DECIMALS] = [0, 1];

const decimalsOf = (unit: string): number =>
  unit === "percent" ? PERCENT_DECIMALS : OTHER_DECIMALS;

/** A value as it is published beside rounded counts; as it is where counts are not rounded. */
function publishedValue(
  value: number,
  unit: string,
  isCount: boolean,
  { roundTo }: DisclosureRules,
): number {
  if (roundTo === 1) return value;
  return isCount ? rounded(value, roundTo) : roundHalfUp(value, decimalsOf(unit));
}

/**
 * The distance to the target from the published value. Where the figure could be the target itself,
 * for all that is published, there is none: a gap of nothing would say that it is.
 */
function publishedGap(
  { value, target, gap }: KpiValueRow,
  now: number,
  step: number,
): number | null {
  if (gap === null || value === null || target === null) return gap;
  if (sameNumber(now, target)) return 0;
  if (Math.abs(now - target) < step) return null;
  return sameNumber(gap, value - target) ? now - target : target - now;
}

const rates = readOnce(() => new Set(populationRates().rows.map(({ id }) => id)));

/** What a rate of a counted figure over a population is multiplied by; null for any other figure. */
const populationMultiplier = (row: KpiValueRow, unit: string): number | null =>
  row.origin === "counted" &&
  rates().has(row.indicator_id) &&
  row.numerator !== null &&
  row.denominator !== null
    ? (UNIT_MULTIPLIERS[unit as Unit] ?? null)
    : null;

/**
 * A row with its counts rounded and its percentage from the unrounded counts. Averages lose their
 * sum, which is no count.
 */
export function publishedRow(
  row: KpiValueRow,
  unit: string,
  isCount: boolean,
  rules: DisclosureRules,
): KpiValueRow {
  const { roundTo } = rules;
  if (roundTo === 1 || row.value === null) return row;
  const count = (value: number | null): number | null =>
    value === null ? null : Number.isInteger(value) ? rounded(value, roundTo) : null;
  const multiplier = populationMultiplier(row, unit);
  // Everybody knows the population: a rate of the unrounded count would give the count away.
  const ofRounded =
    multiplier === null
      ? row.value
      : (multiplier * rounded(row.numerator!, roundTo)) / row.denominator!;
  const value = publishedValue(ofRounded, unit, isCount, rules);
  return {
    ...row,
    numerator: count(row.numerator),
    denominator: multiplier === null ? count(row.denominator) : row.denominator,
    value,
    secondary_value: count(row.secondary_value),
    interval_lower: null,
    interval_upper: null,
    interval_method: null,
    england_difference: null,
    gap: publishedGap(row, value, isCount ? roundTo : 10 ** -decimalsOf(unit)),
  };
}
