/**
 * Maps values to places along a line of pixels, to the tenth of one; one value maps to the middle.
 */
export function linear(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const span = high - low;
  return (value) =>
    Math.round((from + (span === 0 ? 0.5 : (value - low) / span) * (to - from)) * 10) / 10;
}

/**
 * Round numbers 1, 2 or 5 times a power of ten apart, about so many of them, from one at or below
 * the lowest value to one at or above the highest.
 */
export function roundTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((one) => one * power >= rough * 0.7) ?? 10);
  const [from, to] = [Math.floor(low / step), Math.ceil(high / step)];
  // Counted in whole steps, so that 0.3 is not 0.30000000000000004.
  return Array.from({ length: to - from + 1 }, (_, i) =>
    Number(((from + i) * step).toPrecision(12)),
  );
}

/**
 * Texts that would cover each other, moved apart: places in, places out, in the same order, none
 * above `top` or below `bottom` where that can be.
 */
export function spread(
  places: readonly number[],
  least: number,
  top: number,
  bottom: number,
): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let before = top - least;
  for (const item of order) before = item.place = Math.max(item.place, before + least);
  let after = bottom + least;
  for (const item of [...order].reverse()) after = item.place = Math.min(item.place, after - least);
  const result = new Array<number>(places.length);
  for (const { place, index } of order) result[index] = place;
  return result;
}
