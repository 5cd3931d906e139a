import { expect } from "chai";
import fc from "fast-check";
import { isoOf } from "../../../prep/calendar/day";
import type { Expression } from "../../../prep/columns/expression";
import { dialects } from "../../../prep/sql/dialect";
import { printExpression } from "../../../prep/sql/print-expression";
import { naive, type Value } from "../columns/naive-evaluate";
import {
  cells,
  codes,
  date,
  day,
  flag,
  number,
  text,
  valueIn,
  type Cells,
} from "../columns/random-expressions";
import { runDuckdb } from "./run-duckdb";

const dayText = (value: number | null): string =>
  value === null ? "NULL::DATE" : `DATE '${isoOf(value)}'`;
const word = (value: string | null): string => (value === null ? "NULL::VARCHAR" : `'${value}'`);
const plain = (value: number | boolean | null): string => String(value ?? "NULL");

const rowOf = (row: Cells, n: number): string =>
  `(${[
    String(n),
    dayText(row.received),
    dayText(row.decided),
    `${plain(row.days)}::INT`,
    `${plain(row.share)}::DOUBLE`,
    word(row.outcome === null ? null : codes[row.outcome]),
    word(row.name),
    `${plain(row.excepted)}::BOOLEAN`,
  ].join(", ")})`;

/** A value as the query gives it: days as dates, numbers without more than they need. */
const wordsOf = (value: Value, kind: string): string | null => {
  if (value === null) return null;
  return kind === "day" ? isoOf(Number(value)) : String(value);
};

describe("expressions printed as SQL", () => {
  it("mean in DuckDB what they mean row by row", async function () {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const draw = <T>(of: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(of, { seed, numRuns });
    const rows = draw(cells, 25);
    const [[limit], [on]] = [draw(fc.integer({ min: -2, max: 2 }), 1), draw(day, 1)];
    const expressions = [flag, number, date, text].flatMap((of) =>
      draw(of as fc.Arbitrary<Expression>, 25),
    );
    const printing = {
      dialect: dialects.duckdb,
      parameters: { limit: String(limit), on: dayText(on) },
    };
    const selected = expressions.map((expression) => {
      const printed = printExpression(expression, printing);
      return expression.kind === "number"
        ? `CAST(CAST(${printed} AS DOUBLE) AS VARCHAR)`
        : `CAST(${printed} AS VARCHAR)`;
    });
    const found = await runDuckdb(
      {},
      `CREATE TABLE t AS SELECT * FROM (VALUES ${rows.map(rowOf).join(", ")}) AS t(n, received, decided, days, share, outcome, name, excepted)`,
      `SELECT ${selected.join(", ")} FROM t ORDER BY n`,
    );
    rows.forEach((row, n) =>
      expressions.forEach((expression, i) => {
        const value = naive(expression, valueIn(row, limit, on));
        const expected = expression.kind === "flag" ? value === true : value;
        const cell = found[n][i] as string | null;
        const told = expression.kind === "number" && cell !== null ? String(Number(cell)) : cell;
        expect(told, `seed ${seed}: ${JSON.stringify(expression)}`).to.equal(
          wordsOf(expected, expression.kind),
        );
      }),
    );
  });
});
