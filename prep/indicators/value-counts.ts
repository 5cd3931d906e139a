/** The distinct values of a measure, sorted, and the place of each row's value among them; -1 for rows that are not counted. */
export interface DistinctValues {
  readonly values: Float64Array;
  readonly places: Int32Array;
}

/** Finds the distinct values of the rows whose flag is above 0; a measure that is NaN is no value. Waits in days have a few hundred however many rows there are, so that centiles need no sorting of rows. */
export function distinctValues(counted: ArrayLike<number>, measure: ArrayLike<number>): DistinctValues {
  const isCounted = (row: number): boolean => counted[row] > 0 && !Number.isNaN(measure[row]);
  const distinct = new Set<number>();
  for (let row = 0; row < measure.length; row++) if (isCounted(row)) distinct.add(measure[row]);
  const values = Float64Array.from(distinct).sort();
  const placeOf = new Map(Array.from(values, (value, place) => [value, place]));
  const places = new Int32Array(measure.length);
  for (let row = 0; row < measure.length; row++) places[row] = isCounted(row) ? placeOf.get(measure[row])! : -1;
  return { values, places };
}

/** How often each value is there, by group and month (`counts[group * months + month]`); null where none is. */
export function countValues({ values, places }: DistinctValues, groups: ArrayLike<number>, groupCount: number, months: Int32Array, monthCount: number): readonly (Int32Array | null)[] {
  const counts = new Array<Int32Array | null>(groupCount * monthCount).fill(null);
  for (let row = 0; row < months.length; row++) {
    if (months[row] < 0 || places[row] < 0) continue;
    const at = groups[row] * monthCount + months[row];
    (counts[at] ??= new Int32Array(values.length))[places[row]]++;
  }
  return counts;
}

/** Median (mean of the two middle values when their number is even), nearest-rank 90th centile, or longest, of values that are there so many times; null where there is none. */
export function ofCounted(statistic: "median" | "p90" | "longest", values: Float64Array, counts: readonly (Int32Array | null)[]): { readonly count: number; readonly value: number | null } {
  const parts = counts.filter((part) => part !== null);
  let count = 0;
  const together = new Int32Array(values.length);
  for (const part of parts)
    for (let place = 0; place < part.length; place++) {
      together[place] += part[place];
      count += part[place];
    }
  if (count === 0) return { count, value: null };
  /** The value of a rank from 0. */
  const ofRank = (rank: number): number => {
    let place = -1;
    for (let before = 0; before <= rank; before += together[place]) place++;
    return values[place];
  };
  if (statistic === "longest") return { count, value: ofRank(count - 1) };
  if (statistic === "p90") return { count, value: ofRank(Math.ceil(0.9 * count) - 1) };
  return { count, value: (ofRank((count - 1) >> 1) + ofRank(count >> 1)) / 2 };
}
