import { expect } from "chai";
import { judgeLayout } from "./judge";

describe("ten thousand tables of random shape", function () {
  this.timeout(600_000);

  it("give no wrong latest figure, status or direction", () => {
    const faults: string[] = [];
    for (let seed = 1_000; seed < 11_000; seed++) faults.push(...judgeLayout(seed).faults);
    expect(faults.slice(0, 20)).to.deep.equal([]);
  });
});
