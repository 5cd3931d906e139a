import { expect } from "chai";
import { shareFound } from "./read-random-boards";

describe("300 boards made by chance", () => {
  it("never show a figure under another KPI, period, unit, area or target than its own", () => {
    expect(shareFound(300)).to.be.greaterThan(0.98);
  }).timeout(300_000);
});
