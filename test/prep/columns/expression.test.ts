import { expect } from "chai";
import fc from "fast-check";
import { dayFromIso } from "../../../prep/calendar/day";
import { labels } from "../../../prep/columns/build";
import { MISSING } from "../../../prep/columns/column";
import type { ColumnSource } from "../../../prep/columns/column-source";
import {
  evaluateDays,
  evaluateFlags,
  evaluateNumbers,
  evaluateTexts,
} from "../../../prep/columns/evaluate";
import {
  and,
  atLeast,
  below,
  coalesce,
  columnsUsedBy,
  differ,
  equal,
  isGiven,
  isMissing,
  not,
  or,
  recode,
  type Expression,
} from "../../../prep/columns/expression";
import { naive, type Value } from "./naive-evaluate";
import {
  cells,
  date,
  day,
  flag,
  number,
  p,
  q,
  sourceOf,
  text,
  valueIn,
} from "./random-expressions";

describe("expressions over columns", () => {
  const runs = { numRuns: 150 };
  const rows = fc.array(cells, { minLength: 1, maxLength: 12 });

  /**
   * Holds evaluation by column against the plain one, row by row, and again after the expression
   * was written down as JSON.
   */
  function holds<K extends "flag" | "number" | "day" | "text">(
    expressions: fc.Arbitrary<Expression<K>>,
    evaluate: (expression: Expression<K>, source: ColumnSource) => readonly Value[],
  ): void {
    fc.assert(
      fc.property(
        expressions,
        rows,
        fc.integer({ min: -2, max: 2 }),
        day,
        (expression, all, limit, on) => {
          const source = sourceOf(all, limit, on);
          const expected = all.map((row) => {
            const value = naive(expression, valueIn(row, limit, on));
            // A flag is two-valued: a missing one does not hold.
            return expression.kind === "flag" ? value === true : value;
          });
          expect(evaluate(expression, source)).to.deep.equal(expected);
          const copy = JSON.parse(JSON.stringify(expression)) as Expression<K>;
          expect(evaluate(copy, source)).to.deep.equal(expected);
        },
      ),
      runs,
    );
  }

  it("give the flags, numbers, days and texts that a row-by-row evaluator gives", () => {
    holds(flag, (expression, source) =>
      Array.from(evaluateFlags(expression, source), (value) => value === 1),
    );
    holds(number, (expression, source) =>
      Array.from(evaluateNumbers(expression, source), (value) =>
        Number.isNaN(value) ? null : value,
      ),
    );
    holds(date, (expression, source) =>
      Array.from(evaluateDays(expression, source), (value) => (value === MISSING ? null : value)),
    );
    holds(text, (expression, source) => {
      const { values, groups } = evaluateTexts(expression, source)!;
      return Array.from(groups, (group) => values[group] ?? null);
    });
  });

  it("goes over more rows than a batch holds", () => {
    const count = 10_000;
    const source: ColumnSource = {
      count,
      columns: { days: Int32Array.from({ length: count }, (_, row) => row) },
    };
    const odd = evaluateFlags(atLeast(q.days, 4096), source);
    expect(odd.reduce((sum, value) => sum + value, 0)).to.equal(count - 4096);
    expect(odd[4095]).to.equal(0);
    expect(odd[count - 1]).to.equal(1);
  });

  it("takes a comparison with something missing for false, and a column that is not known for missing", () => {
    const on = dayFromIso("2025-01-16")!;
    const source: ColumnSource = {
      count: 1,
      columns: { received: Int32Array.of(MISSING), decided: Int32Array.of(on), outcome: null },
      parameters: { on },
    };
    const holdsOf = (expression: Expression<"flag">): number =>
      evaluateFlags(expression, source)[0];
    expect(holdsOf(below(q.received, q.decided))).to.equal(0);
    expect(holdsOf(atLeast(q.received, q.decided))).to.equal(0);
    expect(holdsOf(not(below(q.received, q.decided)))).to.equal(1);
    expect(holdsOf(differ(q.outcome, "Y"))).to.equal(0);
    expect(holdsOf(isMissing(q.outcome))).to.equal(1);
    expect(holdsOf(equal(q.decided, p.on))).to.equal(1);
    expect(evaluateTexts(q.outcome, source)).to.equal(null);
  });

  it("puts codes in groups in the order of their table, and texts with a stand-in in the alphabet's", () => {
    const source: ColumnSource = {
      count: 4,
      columns: { name: labels([1, 0, -1, 2], ["Y", "N", "Z"]), outcome: null },
    };
    const told = (expression: Expression<"text">) => {
      const { values, groups } = evaluateTexts(expression, source)!;
      return [values, Array.from(groups, (group) => values[group])];
    };
    const table = [
      ["Y", "yes"],
      ["A", "appealed"],
      ["N", "no"],
    ] as const;
    expect(told(recode(q.name, table, "none"))).to.deep.equal([
      ["yes", "no", "none"],
      ["no", "yes", "none", "none"],
    ]);
    // All groups of a column that declares its codes, those that are there of another one.
    expect(told(recode(q.outcome, table, "none"))[0]).to.deep.equal([
      "yes",
      "appealed",
      "no",
      "none",
    ]);
    expect(told(recode(q.outcome, table, "none"))[1]).to.deep.equal(Array(4).fill("none"));
    expect(told(coalesce(q.name, "none"))).to.deep.equal([
      ["N", "Y", "Z", "none"],
      ["N", "Y", "none", "Z"],
    ]);
    // @ts-expect-error Z is no code of the column
    recode(q.outcome, [["Z", "zed"]], "none");
  });

  it("names the column that was not given", () => {
    expect(() => evaluateFlags(isGiven(q.days), { count: 1, columns: {} })).to.throw("days");
    expect(
      columnsUsedBy(or(isGiven(q.days), below(q.received, q.decided), isGiven(q.days))),
    ).to.deep.equal(["days", "received", "decided"]);
  });

  it("does not compile with a misspelt column or code, or a day compared with a text", () => {
    // @ts-expect-error there is no such column
    expect(q.recieved).to.equal(undefined);
    // @ts-expect-error Z is no code of the column
    equal(q.outcome, "Z");
    // @ts-expect-error a day is no text
    equal(q.received, q.outcome);
    // @ts-expect-error a day is no number
    below(q.received, 3);
    // @ts-expect-error texts have no order
    below(q.outcome, q.outcome);
    // @ts-expect-error a number is no flag
    and(q.days);
  });
});
