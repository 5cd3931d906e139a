import { expect } from "chai";
import { shareFound } from "./read-random-boards";

describe("10,000 boards made by chance", () => {
  it("never show a figure under another KPI, period, unit, area or target than its own", () => {
    expect(shareFound(10_000)).to.be.greaterThan(0.98);
  }).timeout(600_000);
});
