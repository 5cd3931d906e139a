/**
 * Rounds half away from zero, as published percentages and the official interactive tool are: a
 * hair (the square root of
 * machine precision, in units of the last place) is added first so that 0.285 goes to 0.29 although
 * its binary form is below it.
 */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const rounded =
    (Math.sign(value) * Math.trunc(Math.abs(value) * scale + 0.5 + 1.4901161193847656e-8)) / scale;
  return rounded === 0 ? 0 : rounded;
}
