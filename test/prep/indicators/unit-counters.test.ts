import { expect } from "chai";
import { DistinctCounter, WindowCounter } from "../../../prep/indicators/unit-counters";

/** Whole numbers below others, the same in each run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % below;
}

describe("counting different units by group", () => {
  it("gives what sets give, whatever the order", () => {
    const next = numbers(7);
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

  it("gives what sets of each window give", () => {
    const next = numbers(11);
    for (let pass = 0; pass < 100; pass++) {
      const [months, length, groups] = [1 + next(20), 1 + next(13), 1 + next(4)];
      const rows = Array.from({ length: next(150) }, () => ({
        unit: next(12),
        group: next(groups),
        month: next(months),
      })).sort((a, b) => a.month - b.month);
      const counter = new WindowCounter(months, length, groups);
      for (const { unit, group, month } of rows) counter.add(unit, group, month);
      const expected = Array.from({ length: months }, (_, end) =>
        Array.from(
          { length: groups },
          (_each, group) =>
            new Set(
              rows
                .filter(
                  (row) => row.group === group && row.month <= end && row.month > end - length,
                )
                .map(({ unit }) => unit),
            ).size,
        ),
      );
      expect(counter.counts.map((counts) => [...counts])).to.deep.equal(expected);
    }
  });
});
