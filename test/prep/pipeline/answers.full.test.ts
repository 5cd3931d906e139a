import { expect } from "chai";
import { differences, wordsOf, type World } from "./known-answers";

const worlds: readonly World[] = [
  { people: 1000, years: 2, seed: 1 },
  { people: 500, years: 1, seed: 4, postcodes: false },
  { people: 300, years: 3, seed: 8, asAt: "2025-06-17" },
  { people: 400, years: 3, seed: 10, asAt: "2024-03-31", register: false },
  { people: 400, years: 2, seed: 11, asAt: "2026-01-08" },
  { people: 300, years: 1, seed: 12, asAt: "2025-02-28" },
];

describe("the figures of further builds", () => {
  for (const world of worlds)
    it(`are the sample's own answers to the last unit: ${wordsOf(world)}`, async () => {
      const { compared, wrong } = await differences(world);
      expect(compared).to.be.greaterThan(1000);
      expect(wrong.slice(0, 20)).to.deep.equal([]);
    });
});
