import { expect } from "chai";
import { byarInterval, wilsonInterval } from "../../../src/kpi/interval";
import { csvRows } from "../../csv-rows";
import { fixtureText } from "../../fixture";

const near = (got: ReturnType<typeof wilsonInterval>, lower: number, upper: number): void => {
  expect(got![0]).to.be.closeTo(lower, 1e-9 * Math.max(1, Math.abs(lower)));
  expect(got![1]).to.be.closeTo(upper, 1e-9 * Math.max(1, Math.abs(upper)));
};

describe("confidence intervals", () => {
  // Worked examples of the public health statistical methods package of the UK Health Security
  // Agency.
  it("agree with published worked examples", () => {
    near(wilsonInterval(1, 100, 1), 0.0017674320641406511, 0.054486196178705294);
    near(wilsonInterval(1, 100, 1, 99.8), 0.000873065697299977, 0.1045544528370582);
    near(byarInterval(65, 1, 1), 50.163187710459454, 82.84913854593984);
    near(byarInterval(1, 100, 100), 0.025317807984289897, 5.571643390938898);
    near(byarInterval(0, 100, 100), 0, 3.688879454113936);
  });

  it("are not made from parts that make no proportion or rate", () => {
    for (const interval of [
      wilsonInterval(1, 0),
      wilsonInterval(-1, 10),
      wilsonInterval(11, 10),
      byarInterval(1, 0, 100),
      byarInterval(-1, 10, 100),
      byarInterval(2.5, 10, 100),
    ])
      expect(interval).to.equal(null);
  });

  it("agree with every case of the package's own test data", () => {
    const rows = csvRows(fixtureText("intervals.csv"));
    for (const row of rows) {
      const [numerator, denominator, multiplier] = [
        row.numerator,
        row.denominator,
        row.multiplier,
      ].map(Number);
      const confidence = row.confidence === "99.8" ? 99.8 : 95;
      const interval =
        row.method === "wilson"
          ? wilsonInterval(numerator, denominator, multiplier, confidence)
          : row.denominator === ""
            ? byarInterval(numerator, 1, 1, confidence)
            : byarInterval(numerator, denominator, multiplier, confidence);
      near(interval, Number(row.lower), Number(row.upper));
    }
    expect(rows.length).to.equal(94);
  });
});
