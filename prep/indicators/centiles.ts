/**
 * Median (mean of the two middle values when their number is even), nearest-rank 90th centile, or
 * longest, of
 * sorted values; there is at least one.
 */
export function ofSorted(
  statistic: "median" | "p90" | "longest",
  sorted: ArrayLike<number>,
): number {
  const n = sorted.length;
  if (statistic === "longest") return sorted[n - 1];
  if (statistic === "p90") return sorted[Math.ceil(0.9 * n) - 1];
  return (sorted[(n - 1) >> 1] + sorted[n >> 1]) / 2;
}
