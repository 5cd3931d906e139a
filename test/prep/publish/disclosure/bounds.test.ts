import { expect } from "chai";
import { boundsOf, narrowed, sumsOf } from "../../../../prep/publish/disclosure/bounds";
import { publishable } from "../../../../prep/publish/disclosure/gauss-suppression";
import { rangeOf, rounded, sharedRange } from "../../../../prep/publish/disclosure/rounding";
import {
  areParallel,
  eliminate,
  sparseRow,
  TooLarge,
} from "../../../../prep/publish/disclosure/sparse-row";

const row = (...factors: number[]) =>
  sparseRow(factors.map((factor, unknown) => [unknown, factor]));
const whole = (unknowns: number) => new Uint8Array(unknowns);

describe("rows of whole numbers", () => {
  it("lose an unknown exactly, and their common factor", () => {
    expect(eliminate(row(2, 3, 0), row(4, 0, 6), 0)).to.deep.equal(row(0, 1, -1));
    expect(eliminate(row(1, 1), row(1, 1), 0)).to.deep.equal({ at: [], by: [] });
  });

  it("refuse numbers that would not be exact", () => {
    expect(() => eliminate(row(2 ** 40 + 1, 1), row(2 ** 30 + 1, 2 ** 30 + 3), 0)).to.throw(
      TooLarge,
    );
  });

  it("are parallel whatever their sign", () => {
    expect(areParallel(row(1, -2), row(-1, 2))).to.equal(true);
    expect(areParallel(row(1, -2), row(1, 2))).to.equal(false);
  });
});

describe("what may be published", () => {
  it("is all but what completes a secret", () => {
    // A total of three parts, the first one secret: the total and one more part may be published,
    // not both.
    expect(
      publishable({
        known: [],
        secrets: [row(1, 0, 0)],
        candidates: [row(1, 1, 1), row(0, 1, 0), row(0, 0, 1)],
      }),
    ).to.deep.equal([true, true, false]);
    expect(
      publishable({
        known: [row(1, -1, -1)],
        secrets: [row(0, 0, 1)],
        candidates: [row(1, 0, 0), row(0, 1, 0)],
      }),
    ).to.deep.equal([true, false]);
  });

  it("does not give a secret up for what everybody knows", () => {
    expect(
      publishable({ known: [row(1)], secrets: [row(1)], candidates: [row(0, 1)] }),
    ).to.deep.equal([true]);
  });
});

describe("bounds of unknowns", () => {
  it("are narrowed by sums until nothing changes", () => {
    // a + b = 7, b + c = 9, c at least 8: b is 0 or 1, a is 6 or 7.
    const sums = sumsOf([row(1, 1, 0), row(0, 1, 1), row(0, 0, 1)], 3);
    const bounds = narrowed(
      sums,
      Float64Array.of(7, 9, 8),
      Float64Array.of(7, 9, Infinity),
      whole(3),
    );
    expect([[...bounds.low], [...bounds.high]]).to.deep.equal([
      [6, 0, 8],
      [7, 1, 9],
    ]);
    expect(boundsOf(sums, 0, bounds)).to.deep.equal([6, 8]);
  });

  it("are left where sums contradict each other", () => {
    const { low, high } = narrowed(
      sumsOf([row(1), row(1)], 1),
      Float64Array.of(3, 9),
      Float64Array.of(4, 9),
      whole(1),
    );
    expect([low[0], high[0]]).to.deep.equal([3, 4]);
  });
});

describe("rounded counts", () => {
  const rules = { roundTo: 5, threshold: 5, showZeros: false };

  it("go to the nearest five and tell of two either way, five of none below it", () => {
    expect([7, 8, 12, 13, 254].map((value) => rounded(value, 5))).to.deep.equal([
      5, 10, 10, 15, 255,
    ]);
    expect(rangeOf(20, rules)).to.deep.equal([18, 22]);
    expect(rangeOf(6, rules)).to.deep.equal([5, 7]);
    for (let value = 5; value < 200; value++)
      for (const roundTo of [2, 5, 10])
        expect(rangeOf(value, { ...rules, roundTo })).to.satisfy(
          ([low, high]: [number, number]) => low <= value && value <= high,
        );
  });

  it("are told apart by the whole percentage beside them", () => {
    // 5 of 20 published with 25%: only 5 of 20, of all that round to them.
    expect(sharedRange([5, 7], [18, 22], 25)).to.deep.equal([
      [5, 5],
      [20, 20],
    ]);
    expect(sharedRange([5, 7], [18, 22], 30)).to.deep.equal([
      [6, 6],
      [20, 20],
    ]);
  });
});
