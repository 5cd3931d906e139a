import { expect } from "chai";
import { confidenceOf, differenceFrom } from "../../../src/kpi/confidence";

const figure = (value: number | null, numerator: number | null, denominator: number | null) => ({
  value,
  numerator,
  denominator,
});

describe("the confidence interval of a figure", () => {
  it("is Wilson's of a share and Byar's of a rate, in the unit of the figure", () => {
    const share = confidenceOf({ ...figure(65, 65, 100), unit: "percent" })!;
    expect(share.method).to.equal("wilson");
    expect([share.lower, share.upper].map((end) => end.toFixed(4))).to.deep.equal([
      "55.2544",
      "73.6358",
    ]);
    const rate = confidenceOf({ ...figure(6.5, 65, 10_000), unit: "per_1000" })!;
    expect(rate.method).to.equal("byar");
    expect([rate.lower, rate.upper].map((end) => end.toFixed(4))).to.deep.equal([
      "5.0163",
      "8.2849",
    ]);
  });

  it("is of whole numbers alone, which make the figure, and of no other unit", () => {
    const none = [
      { ...figure(50, 1.5, 3), unit: "percent" },
      { ...figure(50, 60, 100), unit: "percent" },
      { ...figure(120, 12, 10), unit: "percent" },
      { ...figure(null, null, 0), unit: "percent" },
      { ...figure(50, 50, null), unit: "percent" },
      { ...figure(5, 50, 10), unit: "weeks" },
      { ...figure(50, 50, 1), unit: "count" },
    ] as const;
    for (const one of none) expect(confidenceOf(one), JSON.stringify(one)).to.equal(null);
    expect(confidenceOf({ ...figure(33.3, 1, 3), unit: "percent" })).not.to.equal(null);
  });

  it("says whether a figure differs from another, better or worse by what is wanted", () => {
    const interval = { lower: 40, upper: 60 };
    expect(differenceFrom(40, interval, "higher")).to.equal("not_different");
    expect(differenceFrom(60, interval, "lower")).to.equal("not_different");
    expect(differenceFrom(39, interval, "higher")).to.equal("better");
    expect(differenceFrom(39, interval, "lower")).to.equal("worse");
    expect(differenceFrom(61, interval, "higher")).to.equal("worse");
    expect(differenceFrom(61, interval, "neutral")).to.equal("lower");
    expect(differenceFrom(39, interval, "neutral")).to.equal("higher");
  });
});
