import { expect } from "chai";
import { DistinctCounter } from "../../../../../prep/collections/mhsds/indicators/count-months";

describe("counting different units by group", () => {
  it("gives what sets give, whatever the order", () => {
    let state = 7;
    const next = (below: number): number =>
      (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % below;
    const counter = new DistinctCounter(50);
    for (let pass = 0; pass < 200; pass++) {
      const groups = 1 + next(5);
      const sets = Array.from({ length: groups }, () => new Set<number>());
      counter.begin(groups);
      for (let i = next(120); i > 0; i--) {
        const [unit, group] = [1 + next(49), next(groups)];
        sets[group].add(unit);
        counter.add(unit, group);
      }
      expect([...counter.counts]).to.deep.equal(sets.map(({ size }) => size));
    }
  });
});
