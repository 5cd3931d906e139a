import fc from "fast-check";
import { labels } from "../../../prep/columns/build";
import { MISSING } from "../../../prep/columns/column";
import type { ColumnSource } from "../../../prep/columns/column-source";
import {
  above,
  and,
  atLeast,
  atMost,
  below,
  between,
  coalesce,
  columns,
  daysBetween,
  differ,
  equal,
  isGiven,
  isIn,
  matches,
  minus,
  not,
  or,
  parameters,
  plus,
  recode,
  when,
  type Expression,
} from "../../../prep/columns/expression";
import type { Value } from "./naive-evaluate";

export const codes = ["Y", "N", "A"] as const;
/** The columns and parameters that the expressions are of. */
export const q = columns({
  received: "day",
  decided: "day",
  days: "number",
  share: "number",
  outcome: codes,
  name: "text",
  excepted: "flag",
});
export const p = parameters({ limit: "number", on: "day" });

/** Cells of one row, null where there is no value. */
export interface Cells {
  readonly received: number | null;
  readonly decided: number | null;
  readonly days: number | null;
  readonly share: number | null;
  readonly outcome: number | null;
  readonly name: string | null;
  readonly excepted: boolean | null;
}

const names = ["Y", "ward", "N"] as const;

/** Rows as columns. */
export function sourceOf(rows: readonly Cells[], limit: number, on: number): ColumnSource {
  const whole = (read: (row: Cells) => number | null): Int32Array =>
    Int32Array.from(rows, (row) => read(row) ?? MISSING);
  return {
    count: rows.length,
    columns: {
      received: whole((row) => row.received),
      decided: whole((row) => row.decided),
      days: whole((row) => row.days),
      share: Float64Array.from(rows, (row) => row.share ?? NaN),
      outcome: { values: codes, groups: Int8Array.from(rows, (row) => row.outcome ?? -1) },
      name: labels(
        rows.map((row) => (row.name === null ? -1 : names.indexOf(row.name as "Y"))),
        names,
      ),
      excepted: Int8Array.from(rows, ({ excepted }) => (excepted === null ? -1 : Number(excepted))),
    },
    parameters: { limit, on },
  };
}

export const day = fc.integer({ min: 19000, max: 19800 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3 });
export const cells: fc.Arbitrary<Cells> = fc.record({
  received: maybe(day),
  decided: maybe(day),
  days: maybe(fc.integer({ min: -3, max: 3 })),
  share: maybe(fc.constantFrom(-1.5, 0, 1, 2.25)),
  outcome: maybe(fc.nat({ max: 2 })),
  name: maybe(fc.constantFrom(...names)),
  excepted: maybe(fc.boolean()),
});

/** Random expressions of each kind over the columns. */
export const { flag, number, date, text } = fc.letrec<{
  flag: Expression<"flag">;
  number: Expression<"number">;
  date: Expression<"day">;
  text: Expression<"text">;
}>((tie) => {
  const depth = { maxDepth: 4, depthSize: "small" } as const;
  const [flags, numbers, dates, words] = [tie("flag"), tie("number"), tie("date"), tie("text")];
  const order = fc.constantFrom(below, atMost, above, atLeast);
  return {
    flag: fc.oneof(
      depth,
      fc.constant<Expression<"flag">>(q.excepted),
      fc.constant(isIn(q.outcome, ["Y", "A"])),
      fc.tuple(order, numbers, numbers).map(([by, a, b]) => by(a, b)),
      fc.tuple(order, dates, dates).map(([by, a, b]) => by(a, b)),
      fc.tuple(words, words).map(([a, b]) => equal(a, b)),
      fc.tuple(words, words).map(([a, b]) => differ(a, b)),
      fc.tuple(numbers, numbers).map(([a, b]) => differ(a, b)),
      fc.tuple(numbers, numbers, numbers).map(([a, b, c]) => between(a, b, c)),
      numbers.map((a) => isIn(a, [0, 1])),
      fc.oneof(numbers, dates, words).map(isGiven),
      fc.constant(isGiven(q.excepted)),
      fc.tuple(words, fc.constantFrom("Y", "[NA]", "w.*", "war")).map(([a, b]) => matches(a, b)),
      fc.array(flags, { minLength: 1, maxLength: 3 }).map((of) => and(...of)),
      fc.array(flags, { minLength: 1, maxLength: 3 }).map((of) => or(...of)),
      flags.map(not),
      fc.tuple(flags, flags).map(([a, b]) => when([[a, b]], true)),
      fc.constant(coalesce(q.excepted, true)),
    ) as fc.Arbitrary<Expression<"flag">>,
    number: fc.oneof(
      depth,
      fc.constantFrom<Expression<"number">>(q.days, q.share, p.limit),
      fc.tuple(dates, dates).map(([a, b]) => daysBetween(a, b)),
      fc.tuple(numbers, numbers).map(([a, b]) => plus(a, b)),
      fc.tuple(numbers, numbers).map(([a, b]) => coalesce(a, b)),
      fc.tuple(flags, numbers, numbers).map(([is, a, b]) => when([[is, a]], b)),
    ) as fc.Arbitrary<Expression<"number">>,
    date: fc.oneof(
      depth,
      fc.constantFrom<Expression<"day">>(q.received, q.decided, p.on),
      fc.tuple(dates, fc.integer({ min: -5, max: 5 })).map(([a, days]) => minus(a, days)),
      fc.tuple(dates, dates).map(([a, b]) => coalesce(a, b)),
    ) as fc.Arbitrary<Expression<"day">>,
    text: fc.oneof(
      depth,
      fc.constantFrom<Expression<"text">>(q.outcome, q.name),
      fc.tuple(words, words).map(([a, b]) => coalesce(a, b)),
      fc.tuple(flags, words, words).map(([is, a, b]) => when([[is, a]], b)),
      words.map((a) =>
        recode(
          a,
          [
            ["Y", "ward"],
            ["N", "other"],
          ],
          "none",
        ),
      ),
      fc.tuple(flags, flags).map(([a, b]) =>
        when([
          [a, "ward"],
          [b, "Y"],
        ]),
      ),
    ) as fc.Arbitrary<Expression<"text">>,
  };
});

/** The value of a column or parameter in a row. */
export const valueIn =
  (row: Cells, limit: number, on: number) =>
  (name: string): Value => {
    if (name === "limit") return limit;
    if (name === "on") return on;
    const value = row[name as keyof Cells];
    return name === "outcome" && value !== null ? codes[Number(value)] : value;
  };
