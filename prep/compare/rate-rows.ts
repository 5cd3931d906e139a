import { baseOf, defaultBase, type SeriesPoint } from "../../src/kpi/direction-base";
import { directionOf } from "../../src/kpi/direction";
import { judgementOf } from "../../src/kpi/judge";
import type { Polarity } from "../../src/kpi/polarity";
import { polarityBeside, targetInForce, type DatedTarget } from "../../src/kpi/dated-target";
import { rateByTargets } from "../../src/kpi/rate-by-targets";
import { defaultProfile, type RatingProfile } from "../../src/kpi/rating-profile";
import type { ComparatorFigure, ComparatorKind } from "../../src/kpi/target";
import type { Unit } from "../../src/kpi/unit";
import { ratingColumns } from "../star/rating-columns";
import type { KpiValueRow } from "../star/kpi-value-row";
import type { ProfileOf } from "./profiles";
import { targetsByIndicator, type IndicatorTarget } from "./targets";

/** What rating needs to know of an indicator. */
export interface RatedIndicator {
  readonly unit: Unit;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly cumulative: boolean;
  /** Its parts are people or cases, each counted for itself; sessions of one pupil are not. */
  readonly countsCases?: boolean;
}

interface RateOptions {
  readonly indicators: ReadonlyMap<string, RatedIndicator>;
  readonly targets: readonly IndicatorTarget[];
  /** The rule of each indicator; the usual one where not given. */
  readonly profileOf?: ProfileOf;
  /**
   * Rows that targets may point at: England, region, neighbours' mean. The latest of not after the
   * period stands.
   */
  readonly comparators?: readonly KpiValueRow[];
  /** The series of the rows, where they are known. */
  readonly series?: readonly (readonly number[])[];
}

const COMPARATORS: Readonly<Partial<Record<KpiValueRow["area_role"], ComparatorKind>>> = {
  england: "england",
  region: "region",
  neighbour_average: "neighbours",
};

/** What the rows of a series share, as one text: no text holds the character between them. */
function seriesKey(row: KpiValueRow): string {
  const area = `${row.area_code}\0${row.for_area_code}\0${row.method}\0${row.origin}`;
  const group = `${row.breakdown}\0${row.breakdown_value}\0${row.service}`;
  return `${row.indicator_id}\0${row.frequency}\0${group}\0${area}`;
}

/** Comparators by their indicator: there may be a hundred thousand. */
function comparatorsByIndicator(
  rows: readonly KpiValueRow[],
): ReadonlyMap<string, readonly KpiValueRow[]> {
  const found = new Map<string, KpiValueRow[]>();
  for (const row of rows) {
    if (COMPARATORS[row.area_role] === undefined) continue;
    const list = found.get(row.indicator_id);
    if (list) list.push(row);
    else found.set(row.indicator_id, [row]);
  }
  return found;
}

/** The places of the rows of each series, which differ by their period only, in order of time. */
export function inSeries(rows: readonly KpiValueRow[]): number[][] {
  const series = new Map<string, number[]>();
  rows.forEach((row, i) => {
    const key = seriesKey(row);
    const list = series.get(key);
    if (list) list.push(i);
    else series.set(key, [i]);
  });
  return [...series.values()].map((list) =>
    list.sort((a, b) => rows[a].period_end - rows[b].period_end),
  );
}

/**
 * Own figures with their target, rating, gap and direction of travel. Targets are of the whole
 * authority: figures of a
 * breakdown get a direction and no rating. An indicator that is not known stays as it is. All
 * figures pass through
 * here, so that the series are made in a loop: on 188,000 rows `groupby` takes up to a quarter
 * longer.
 */
export function rateRows(
  rows: readonly KpiValueRow[],
  { indicators, targets, profileOf = () => defaultProfile, comparators = [], series }: RateOptions,
): KpiValueRow[] {
  const rated = [...rows];
  const byIndicator = targetsByIndicator(targets);
  const beside = comparatorsByIndicator(comparators);
  for (const places of series ?? inSeries(rows)) {
    const { indicator_id: id } = rows[places[0]];
    const indicator = indicators.get(id);
    if (!indicator) continue;
    const points = places.map((i) => ({ end: rows[i].period_end, value: rows[i].value }));
    const values = points.map(({ value }) => value);
    const of: RatedSeries = {
      points,
      values,
      indicator,
      targets: byIndicator.get(id) ?? [],
      profile: profileOf(id),
      comparators: beside.get(id) ?? [],
    };
    places.forEach((i, place) => (rated[i] = rateRow(rows[i], place, of)));
  }
  return rated;
}

/** A series of figures, with what they are rated by. */
interface RatedSeries {
  readonly targets: readonly DatedTarget[];
  readonly profile: RatingProfile;
  readonly comparators: readonly KpiValueRow[];
  readonly points: readonly SeriesPoint[];
  /** Their values. */
  readonly values: readonly (number | null)[];
  readonly indicator: RatedIndicator;
}

/** A row at its place among the points of its series, rated. */
function rateRow(
  row: KpiValueRow,
  place: number,
  { points, values, indicator, targets, profile, comparators }: RatedSeries,
): KpiValueRow {
  const base = defaultBase(row.frequency, indicator.cumulative);
  const previous = baseOf(points, place, base, { frequency: row.frequency });
  const whole = row.breakdown === "all" && row.area_role === "own";
  const setting = whole ? targetInForce(targets, row.period_end) : null;
  const { polarity } = polarityBeside(setting, indicator.polarity);
  const direction = directionOf({
    value: row.value,
    base: previous,
    polarity,
    decimals: indicator.decimals,
  });
  const judgement = judgementOf(direction, {
    values: direction.movement === null || polarity === "neutral" ? [] : values.slice(0, place + 1),
    polarity,
    frequency: row.frequency,
    cumulative: indicator.cumulative,
  });
  const moved = { ...row, previous, movement: direction.movement, judgement };
  if (!whole) return moved;
  const figure = {
    value: row.value,
    day: row.period_end,
    unit: indicator.unit,
    polarity: indicator.polarity,
    comparators: comparatorsOn(row, comparators),
    lastYear: baseOf(points, place, "same_period_last_year", { frequency: row.frequency }),
    previous,
  };
  return { ...moved, ...ratingColumns(rateByTargets(figure, targets, profile), profile) };
}

/**
 * What adds up over the terms of a year is no yardstick for one of them, nor a term for a year:
 * such figures are held
 * against their own kind only.
 */
const TERMLY: ReadonlySet<string> = new Set(["term", "half_term", "year_to_date"]);
const isAlike = (one: string, other: string): boolean =>
  one === other || !(TERMLY.has(one) || TERMLY.has(other));

/**
 * The comparators of a figure: of the same indicator, of the latest period that ends not after its
 * own; the neighbours
 * by their mean, or as a sheet prints their average.
 */
export function comparatorsOn(
  row: KpiValueRow,
  comparators: readonly KpiValueRow[],
): Partial<Record<ComparatorKind, ComparatorFigure>> {
  const found: Partial<Record<ComparatorKind, ComparatorFigure>> = {};
  const ends: Partial<Record<ComparatorKind, number>> = {};
  for (const one of comparators) {
    const kind = COMPARATORS[one.area_role];
    if (
      !kind ||
      one.indicator_id !== row.indicator_id ||
      one.for_area_code !== row.for_area_code ||
      one.breakdown !== row.breakdown ||
      one.period_end > row.period_end ||
      one.value === null
    )
      continue;
    if (!isAlike(one.frequency, row.frequency)) continue;
    if (kind === "neighbours" && one.method !== "mean" && one.origin !== "sheet") continue;
    if ((ends[kind] ?? -Infinity) > one.period_end) continue;
    ends[kind] = one.period_end;
    found[kind] = { value: one.value, comparability: one.comparability ?? "comparable" };
  }
  return found;
}
