/**
 * Whether two figures are equal but for the noise of binary fractions (94.99999999999999 and 95).
 * Anything that a person could print stays different.
 */
export const sameNumber = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
