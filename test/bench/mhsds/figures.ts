/**
 * A figure by measure, last day of the month, and group: `mhs30d 2025-01-31 RZZ`. All contestants
 * must find the same.
 */
export type Figures = Readonly<Record<string, number>>;

export interface Run {
  readonly seconds: number;
  /** Of all processors together: what another program on the machine changes little. */
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  readonly figures: Figures;
}

/** Keys whose figures are not the same, or that one of the two lacks. */
export const differing = (one: Figures, other: Figures): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (key) => one[key] !== other[key],
  );
