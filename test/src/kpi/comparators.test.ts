import { expect } from "chai";
import fc from "fast-check";
import { averageOf } from "../../../src/kpi/average";
import { quartileBand, quartileLimits } from "../../../src/kpi/quartile";
import { ranksOf } from "../../../src/kpi/rank";

describe("averages of areas", () => {
  const areas = [
    { area: "a", value: 50, numerator: 1, denominator: 2 },
    { area: "b", value: 10, numerator: 10, denominator: 100 },
    { area: "c", value: null, numerator: null, denominator: null },
    { area: "d", value: 30, numerator: 3, denominator: 10 },
  ];

  it("name their method, the areas used and the areas without a value", () => {
    expect(averageOf(areas, "mean")).to.deep.include({
      value: 30,
      areaCount: 3,
      listed: 4,
      missing: ["c"],
    });
    expect(averageOf(areas.slice(0, 3), "median")).to.deep.include({ value: 30, areaCount: 2 });
    expect(averageOf(areas, "median").value).to.equal(30);
    expect(averageOf(areas, "pooled")).to.deep.include({
      value: 12.5,
      numerator: 14,
      denominator: 112,
      areaCount: 3,
    });
  });

  it("are missing where no area has a value", () => {
    for (const method of ["mean", "median", "pooled"] as const)
      expect(averageOf([areas[2]], method)).to.include({ value: null, areaCount: 0, listed: 1 });
    expect(averageOf([{ area: "e", value: 5 }], "pooled")).to.deep.include({
      value: null,
      missing: ["e"],
    });
    expect(
      averageOf([{ area: "f", value: null, numerator: 0, denominator: 0 }], "pooled").value,
    ).to.equal(null);
  });

  it("lie between the smallest and the largest value", () => {
    const figure = fc.record({
      area: fc.string(),
      numerator: fc.integer({ min: 0, max: 100 }),
      denominator: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 1 }),
        fc.constantFrom("mean", "median", "pooled" as const),
        (rows, method) => {
          const figures = rows.map((row) => ({
            ...row,
            value: (100 * row.numerator) / row.denominator,
          }));
          const values = figures.map((row) => row.value);
          const { value } = averageOf(figures, method as "mean");
          expect(value).to.be.within(Math.min(...values) - 1e-9, Math.max(...values) + 1e-9);
        },
      ),
    );
  });
});

// The vectors of the official interactive tool's own tests.
describe("rank, quartile band and change", () => {
  it("rank 1 is the best, ties share a rank and missing values have none", () => {
    expect(ranksOf([10, 20, 20, 30, 40], "higher")).to.deep.equal([5, 3, 3, 2, 1]);
    expect(ranksOf([10, 20, 20, 30, 40], "lower")).to.deep.equal([1, 2, 2, 4, 5]);
    expect(ranksOf([10, null, 30, 20, null], "lower")).to.deep.equal([1, null, 3, 2, null]);
    expect(ranksOf([10, 20], "neutral")).to.deep.equal([null, null]);
  });

  it("a value on a limit belongs to the quarter of lower values", () => {
    const limits = [0, 25, 50, 75, 100] as const;
    expect(
      [10, 30, 60, 80, 0, 25, 50, 75, 100].map((value) => quartileBand(value, limits, "lower")),
    ).to.deep.equal([1, 2, 3, 4, 1, 1, 2, 3, 4]);
    expect(
      [10, 30, 60, 80, 0, 25, 50, 75, 100].map((value) => quartileBand(value, limits, "higher")),
    ).to.deep.equal([4, 3, 2, 1, 4, 4, 3, 2, 1]);
    expect([
      quartileBand(null, limits, "lower"),
      quartileBand(10, limits, "neutral"),
      quartileBand(10, null, "lower"),
      quartileBand(101, limits, "lower"),
    ]).to.deep.equal([null, null, null, null]);
  });

  it("limits interpolate between order statistics", () => {
    expect(quartileLimits([4, 1, null, 3, 2])).to.deep.equal([1, 1.75, 2.5, 3.25, 4]);
    expect(quartileLimits([7])).to.deep.equal([7, 7, 7, 7, 7]);
    expect(quartileLimits([null])).to.equal(null);
  });
});
