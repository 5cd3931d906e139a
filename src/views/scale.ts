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
