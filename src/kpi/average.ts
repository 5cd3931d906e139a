/** How an average over areas is made; every printed average names its method. */
export type AverageMethod = "mean" | "median" | "pooled";

/** The published figure of one area. */
interface AreaFigure {
  readonly area: string;
  readonly value: number | null;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
}

interface Average {
  readonly method: AverageMethod;
  readonly value: number | null;
  /** Sums of the areas used; for `pooled` only. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Areas that had a value, and areas asked for. */
  readonly areaCount: number;
  readonly listed: number;
  /** Areas without a value. */
  readonly missing: readonly string[];
}

/**
 * The average of a set of areas. `mean` and `median` are of the areas' own values, unweighted
 * (`mean` is what the Department for
 * Education's interactive tool prints for statistical neighbours); `pooled` is the sum of
 * numerators over the sum of denominators,
 * times `multiplier` (100 for percentages), as published England and region figures are made. Null
 * where no area has a value.
 */
export function averageOf(
  figures: readonly AreaFigure[],
  method: AverageMethod,
  multiplier = 100,
): Average {
  const used = figures.filter(method === "pooled" ? hasParts : (figure) => figure.value !== null);
  const missing = figures.filter((figure) => !used.includes(figure)).map((figure) => figure.area);
  const counts = { method, areaCount: used.length, listed: figures.length, missing };
  if (method === "pooled") {
    const numerator = sum(used.map((figure) => figure.numerator!));
    const denominator = sum(used.map((figure) => figure.denominator!));
    return {
      ...counts,
      numerator,
      denominator,
      value: denominator > 0 ? (multiplier * numerator) / denominator : null,
    };
  }
  const values = used.map((figure) => figure.value!);
  const value =
    values.length === 0 ? null : method === "mean" ? sum(values) / values.length : medianOf(values);
  return { ...counts, numerator: null, denominator: null, value };
}

const hasParts = ({ numerator, denominator }: AreaFigure): boolean =>
  numerator !== null &&
  numerator !== undefined &&
  denominator !== null &&
  denominator !== undefined &&
  denominator > 0;

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
