/** Maps values to places along a line of pixels; one value maps to the middle. */
export function linear([low, high]: readonly [number, number], [from, to]: readonly [number, number]): (value: number) => number {
  const span = high - low;
  return (value) => Math.round((span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from)) * 10) / 10;
}

/** A range widened to the ends of its ticks. */
export function nice([low, high]: readonly [number, number], ticks: readonly number[]): readonly [number, number] {
  const step = ticks.length > 1 ? ticks[1] - ticks[0] : 0;
  return step === 0 ? [low, high] : [Math.floor(low / step) * step, Math.ceil(high / step) * step];
}

/** Texts that would cover each other, moved apart: places in, places out, in the same order, none above `top` or below `bottom` where that can be. */
export function spread(places: readonly number[], least: number, top: number, bottom: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let before = top - least;
  for (const item of order) before = item.place = Math.max(item.place, before + least);
  let after = bottom + least;
  for (const item of [...order].reverse()) after = item.place = Math.min(item.place, after - least);
  const result = new Array<number>(places.length);
  for (const { place, index } of order) result[index] = place;
  return result;
}

/** Round numbers, about `count` of them, that lie in a range: steps of 1, 2 or 5 times a power of ten. */
export function ticksOf([low, high]: readonly [number, number], count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((times) => rough <= times * power) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
