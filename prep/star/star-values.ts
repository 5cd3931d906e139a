/**
 * The values of one star column: one of our column classes, a plain array or a typed array. Null,
 * undefined and NaN mean "no value".
 */
export interface StarValues {
  readonly length: number;
  at(row: number): string | number | boolean | null | undefined;
}
