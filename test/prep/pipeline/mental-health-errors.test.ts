import { expect } from "chai";
import { kpiValue } from "../../../prep/star/kpi-value";
import { makeSample } from "../../../prep/sample/make-sample";
import { makeMhsds } from "../../../prep/sample/mhsds/mhsds";
import { writeMhsds } from "../../../prep/sample/mhsds/write-mhsds";
import { build, rowsOf } from "./run";

describe("mistakes planted in mental health data", function () {
  const { history } = makeSample({ people: 40, years: 1, seed: 3 });
  const health = makeMhsds(history, {
    seed: 3,
    people: 60,
    first: 2024 * 12 + 1,
    last: 2024 * 12 + 7,
  });
  /** Each of 12 mistakes twice. */
  const errors = 24;
  const built = (count: number) => {
    const { files, planted } = writeMhsds(health.submissions, health.first, { errors: count });
    return build(files, { authority: "999", mhsds: { icb: "QKS" } }).then((result) => ({
      ...result,
      planted,
    }));
  };

  it("are found, each by its rule and as often as they are there, and change no figure", async () => {
    const [clean, spoilt] = [await built(0), await built(errors)];
    const found = ({ summary }: typeof clean, rule: string): number =>
      summary.filter((one) => one.rule === rule).reduce((sum, { count }) => sum + count, 0);
    expect(
      clean.summary.filter(({ rule, severity }) => rule.startsWith("MH") && severity === "error"),
    ).to.deep.equal([]);
    expect(spoilt.planted).to.have.length(errors);
    for (const rule of new Set(spoilt.planted.map(({ rule: id }) => id)))
      expect(found(spoilt, rule) - found(clean, rule), rule).to.equal(
        spoilt.planted.filter((one) => one.rule === rule).length,
      );
    const figures = ({ star }: typeof clean): Map<string, unknown> =>
      new Map(
        rowsOf(star, "kpi_value").map((row) => [
          kpiValue.key.map((name) => row[name]).join(" "),
          row.value,
        ]),
      );
    const right = figures(clean);
    // The errors make some figures a caution or not available; none becomes another number.
    for (const [key, value] of figures(spoilt))
      if (value !== null && value !== undefined) expect(value, key).to.equal(right.get(key));
    expect(right.size).to.be.greaterThan(1000);
  });
});
