import { expect } from "chai";
import { differences, wordsOf, type World } from "./known-answers";

const worlds: readonly World[] = [
  { people: 400, years: 4, seed: 2, register: false },
  { people: 300, years: 3, seed: 6, errors: 60, register: false, postcodes: false },
  { people: 400, years: 3, seed: 7, asAt: "2025-06-30" },
  { people: 300, years: 3, seed: 9, asAt: "2025-01-10" },
];

describe("the figures of a build", () => {
  for (const world of worlds)
    it(`are the sample's own answers to the last unit: ${wordsOf(world)}`, async () => {
      const { compared, wrong } = await differences(world);
      expect(compared).to.be.greaterThan(1000);
      expect(wrong.slice(0, 20)).to.deep.equal([]);
    });
});
