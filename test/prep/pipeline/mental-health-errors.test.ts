import { expect } from "chai";
import { makeSample } from "../../../prep/sample/make-sample";
import { makeMhsds } from "../../../prep/sample/mhsds/mhsds";
import { HEALTH_ERROR_KINDS } from "../../../prep/sample/mhsds/planted-errors";
import { writeMhsds } from "../../../prep/sample/mhsds/write-mhsds";
import { build, rowsOf } from "./run";

describe("mistakes planted in mental health data", function () {
  this.timeout(120_000);
  const { history } = makeSample({ people: 40, years: 1, seed: 3 });
  const health = makeMhsds(history, {
    seed: 3,
    people: 60,
    first: 2024 * 12 + 1,
    last: 2024 * 12 + 7,
  });
  const errors = 2 * HEALTH_ERROR_KINDS.length;
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
    for (const rule of new Set(HEALTH_ERROR_KINDS.map((kind) => kind.rule)))
      expect(found(spoilt, rule) - found(clean, rule), rule).to.equal(
        spoilt.planted.filter((one) => one.rule === rule).length,
      );
    const figures = ({ star }: typeof clean): string[] =>
      rowsOf(star, "kpi_value").map((row) => JSON.stringify(row));
    expect(figures(spoilt)).to.deep.equal(figures(clean));
  });
});
