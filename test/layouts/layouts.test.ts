import { expect } from "chai";
import { judgeLayout } from "./judge";

describe("tables of random shape", () => {
  it("give the latest figure, its status and its direction, or say that they are not sure", () => {
    const verdicts = Array.from({ length: 600 }, (_, seed) => judgeLayout(seed));
    expect(verdicts.flatMap(({ faults }) => faults).slice(0, 20)).to.deep.equal([]);
    // Most KPIs are in order: a visual that is never sure would be no use.
    const sum = (of: "unsure" | "shown"): number =>
      verdicts.reduce((total, verdict) => total + verdict[of], 0);
    expect(sum("unsure") / sum("shown")).to.be.within(0.2, 0.7);
  });
});
