import { betterSign, type Polarity } from "./polarity";

/**
 * The rank of each value, 1 the best by polarity; ties share the better rank and the next is
 * skipped (1, 2, 2, 4).
 * Null for a missing value, and for all where neither end is better.
 */
export function ranksOf(values: readonly (number | null)[], polarity: Polarity): (number | null)[] {
  const sign = betterSign(polarity);
  if (sign === 0) return values.map(() => null);
  const best = values
    .filter((value): value is number => value !== null)
    .sort((a, b) => sign * (b - a));
  const first = new Map<number, number>();
  best.forEach((value, index) => {
    if (!first.has(value)) first.set(value, index + 1);
  });
  return values.map((value) => (value === null ? null : first.get(value)!));
}
