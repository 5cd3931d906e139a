import type { Unit } from "../kpi/unit";
import type { Columns } from "./columns";
import { readFormatString } from "./format-string";

/** The wells whose scale is looked at; each column is on one scale, whatever its KPI. */
const WELLS = "target,previous,baseline,lower,upper,england,region,neighbours".split(",");

/** Shares of 1 and percentages of 100 are further apart than figures that belong together. */
const RATIO = 3;
/** A figure off by the scale is a hundred times its neighbours, or a hundredth: more or less. */
const HUNDREDFOLD = [30, 330] as const;

/** Which of two sides is on the smaller scale. */
type Doubt = "held_small" | "value_small";

/** The figures of a KPI by which its scale is told. */
export interface ScaleOf {
  /** The value is printed as a percentage, by its unit or its format. */
  readonly unit: Unit;
  /** The largest value of the series, and the smallest that is not 0; both without their signs. */
  readonly most: number;
  readonly least: number;
  /** Up to here a figure may be a share of 1. */
  readonly one: number;
  /** Without a unit only a fraction is taken for a share. */
  readonly fractions: boolean;
}

/** What the values of a KPI say of its scale; null where it has none, or cannot be a percentage. */
export function scaleOf(
  columns: Columns,
  own: readonly number[],
  latest: number,
  { unit, named }: { readonly unit: Unit; readonly named: boolean },
): ScaleOf | null {
  if (unit !== "percent" && (named || unit !== "count")) return null;
  const value = columns.numbers("value");
  let [most, least] = [0, Infinity];
  for (const row of own) {
    const size = Math.abs(value(row) ?? 0);
    if (size > most) most = size;
    if (size > 0 && size < least) least = size;
  }
  if (most === 0) return null;
  const one = columns.scale("value", latest) === 100 ? 100 : 1;
  return { unit, most, least, one, fractions: unit !== "percent" };
}

/** Whether a figure stands on another scale than the values of its KPI. */
function doubtOf(figure: number, most: number, { one, fractions }: ScaleOf): Doubt | null {
  const size = Math.abs(figure);
  if (size === 0 || Math.max(size, most) / Math.min(size, most) <= RATIO) return null;
  const share = (value: number): boolean =>
    value <= one && (!fractions || !Number.isInteger(value));
  if (size <= one && most > one) return share(size) ? "held_small" : null;
  return most <= one && size > one && share(most) ? "value_small" : null;
}

/** Tells which figures are on no certain scale beside a value. */
export type Unclear = (
  well: string,
  figure: number | null,
  beside: { readonly scale: ScaleOf | null; readonly value: number | null },
) => boolean;

/** The rows that speak for a KPI, with the scale of its values. */
interface ScaledRows {
  readonly rows: readonly number[];
  readonly scale: ScaleOf | null;
}

/**
 * Wells whose figures above the values may be on another scale: the values may be shares without a
 * format, beside a column of percentages or with none of them above 1; or the well has no per cent
 * sign of its own and takes that of the values.
 */
function mixedWells(
  columns: Columns,
  wells: readonly string[],
  kpis: readonly ScaledRows[],
): ReadonlySet<string> {
  const shares = maybeShares(kpis.map(({ scale }) => scale));
  const mixed = new Set<string>();
  for (const { rows, scale } of kpis)
    for (const well of wells) {
      const format = columns.format(well, rows[0]);
      const own = format !== null && readFormatString(format).scalesToPercent;
      if (scale === null) continue;
      if ((shares && !scale.fractions) || own === (scale.one === 1))
        mixed.add(`${well} ${scale.one} ${scale.fractions}`);
    }
  return mixed;
}

/** Which columns are on another scale than the values, and which may be. */
export interface ScaleDoubts {
  readonly found: ReadonlySet<string>;
  readonly mixed: ReadonlySet<string>;
}

/** Looks at all KPIs together: one shows that a column is on another scale than the values. */
export function scaleDoubts(columns: Columns, kpis: readonly ScaledRows[]): ScaleDoubts {
  const found = new Set<string>();
  const wells = WELLS.filter((well) => columns.has(well));
  const mixed = mixedWells(columns, wells, kpis);
  for (const { rows, scale } of kpis) {
    if (scale === null) continue;
    for (const well of wells)
      for (const row of rows) {
        const figure = columns.number(well, row);
        const doubt = figure === null ? null : doubtOf(figure, scale.most, scale);
        if (doubt !== null) found.add(`${well} ${scale.one} ${doubt}`);
      }
  }
  return { found, mixed };
}

/** No figure of a column that is on another scale for one KPI is certain where it could be on either. */
export function unclearBy({ found, mixed }: ScaleDoubts): Unclear {
  const isOfDoubted = (well: string, figure: number, most: number, scale: ScaleOf): boolean => {
    const { one, fractions } = scale;
    return most <= one
      ? found.has(`${well} ${one} value_small`) && (!fractions || !Number.isInteger(most))
      : found.has(`${well} ${one} held_small`) && Math.abs(figure) <= one;
  };
  return (well, figure, { scale, value }) => {
    if (figure === null || figure === 0 || scale === null) return false;
    const size = value === null || value === 0 ? scale.most : Math.abs(value);
    const beyond =
      scale.most <= scale.one &&
      Math.abs(figure) > scale.one &&
      !(scale.fractions && Number.isInteger(scale.most));
    if (beyond && mixed.has(`${well} ${scale.one} ${scale.fractions}`)) return true;
    if (doubtOf(figure, scale.most, scale) !== null) return true;
    if (size !== scale.most && doubtOf(figure, size, scale) !== null) return true;
    return (
      found.size > 0 && [scale.most, size].some((most) => isOfDoubted(well, figure, most, scale))
    );
  };
}

/**
 * Whether at least half of the percentages of a table lie between 0 and 1, so that they may be
 * shares without the format of a percentage: a total among them may be above 1.
 */
export const maybeShares = (scales: readonly (ScaleOf | null)[]): boolean => {
  const percentages = scales.filter((scale) => scale && !scale.fractions && scale.one === 1);
  const small = percentages.filter((scale) => scale!.most <= 1);
  return small.length > 0 && 2 * small.length >= percentages.length;
};

/** Whether a series of a percentage has values on both sides of what a share may be. */
export const mayStray = ({ fractions, most, least, one }: ScaleOf): boolean =>
  !fractions && most > one && least <= one;

/** Whether a size is on the side of the scale that values stray to. */
export const isOdd = (size: number, { one }: ScaleOf): boolean =>
  size > 0 && (one === 1 ? size <= 1 : size > one);

/**
 * Values of a percentage that are a hundredth of others of their series, or a hundredfold where the
 * format multiplies: those may be on another scale.
 */
export function strayValues(values: readonly (number | null)[], scale: ScaleOf): boolean[] {
  const sizes = values.map((value) => Math.abs(value ?? 0));
  const [small, large] = [
    sizes.filter((size) => size > 0 && size <= scale.one),
    sizes.filter((size) => size > scale.one),
  ];
  const apart = (a: number, b: number): boolean => {
    const ratio = Math.max(a, b) / Math.min(a, b);
    return ratio >= HUNDREDFOLD[0] && ratio <= HUNDREDFOLD[1];
  };
  return sizes.map(
    (size) =>
      isOdd(size, scale) && (scale.one === 1 ? large : small).some((other) => apart(size, other)),
  );
}
