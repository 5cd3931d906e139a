import { expect } from "chai";
import { dayOf } from "../../../prep/calendar/day";
import { secondRows } from "../../../prep/indicators/second-rows";

/** Rows of a unit, each with its day, what orders rows of one day, and whether it is such a first. */
type Row = readonly [unit: number, day: number, order: number, isSuch: boolean];

const found = (rows: readonly Row[], some = rows.map((_, i) => i)): number[] => [
  ...secondRows(
    { of: Int32Array.from(rows, ([unit]) => unit), count: 5, none: 0 },
    {
      where: rows.map(() => 1),
      first: rows.map(([, , , isSuch]) => Number(isSuch)),
      day: Int32Array.from(rows, ([, day]) => day),
      then: [rows.map(([, , order]) => order)],
    },
    Int32Array.from(some),
  ),
];

describe("the second row of a unit", () => {
  const [march, april, may, june] = [3, 4, 5, 6].map((month) => dayOf(2025, month, 10));

  it("is the second by day, whatever the order of the rows", () => {
    expect(
      found([
        [1, may, 0, true],
        [1, april, 0, true],
        [2, may, 0, true],
        [2, june, 0, true],
        [3, june, 0, true],
      ]),
    ).to.have.members([0, 0, 3, 3]);
  });

  it("is looked for ever and in each financial year from April", () => {
    // March and April lie in two years: second ever in April, second of its year in May.
    expect(
      found([
        [1, march, 0, true],
        [1, april, 0, true],
        [1, may, 0, true],
      ]),
    ).to.deep.equal([1, 2]);
  });

  it("counts where the first of all, or of the year, is such a one", () => {
    expect(
      found([
        [1, april, 0, false],
        [1, may, 0, true],
        [1, june, 0, true],
      ]),
    ).to.deep.equal([]);
  });

  it("takes of one day the one of the smaller order as the first; no value is the smallest", () => {
    expect(
      found([
        [1, may, 17, false],
        [1, may, 16, true],
      ]),
    ).to.deep.equal([0, 0]);
    expect(
      found([
        [1, may, 0, false],
        [1, may, NaN, true],
      ]),
    ).to.deep.equal([0, 0]);
  });

  it("leaves out rows of no unit and those that are not looked at", () => {
    expect(
      found([
        [0, april, 0, true],
        [0, may, 0, true],
      ]),
    ).to.deep.equal([]);
    expect(
      found(
        [
          [1, april, 0, true],
          [1, may, 0, true],
          [1, june, 0, true],
        ],
        [0, 2],
      ),
    ).to.deep.equal([2, 2]);
  });
});
