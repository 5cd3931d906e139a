import { between, isGiven, when, type Expression } from "../columns/expression";

/** Bands that the published release has, in completed years (docs/counting.md). */
const published = [
  [0, 4, "0-4"],
  [5, 10, "5-10"],
  [11, 15, "11-15"],
  [16, 19, "16-19"],
  [20, 25, "20-25"],
] as const;

/** Those, then ages outside them and birth dates that are not known. */
export const ageBands = [
  ...published.map(([, , band]) => band),
  "other_age",
  "not_recorded",
] as const;

/** The band of an age in completed years, one of `ageBands` in their order. */
export const ageBandOf = (
  age: Expression<"number">,
): Expression<"text", (typeof ageBands)[number]> =>
  when<(typeof ageBands)[number]>(
    [
      ...published.map(([from, to, band]) => [between(age, from, to), band] as const),
      [isGiven(age), "other_age"],
    ],
    "not_recorded",
  );
