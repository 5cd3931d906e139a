import { expect } from "chai";
import fc from "fast-check";
import { ofSorted } from "../../../prep/indicators/centiles";
import { countValues, distinctValues, ofCounted } from "../../../prep/indicators/value-counts";

describe("counted values", () => {
  it("give the statistics of the same values sorted, over any months of a group", () => {
    const row = fc.record({ value: fc.oneof(fc.integer({ min: -3, max: 40 }), fc.constant(NaN), fc.constant(2.5)), counted: fc.integer({ min: 0, max: 1 }), group: fc.integer({ min: 0, max: 2 }), month: fc.integer({ min: -1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.constantFrom("median", "p90", "longest" as const), (rows, statistic) => {
        const of = statistic as "median" | "p90" | "longest";
        const distinct = distinctValues(rows.map(({ counted }) => counted), rows.map(({ value }) => value));
        const counts = countValues(distinct, rows.map(({ group }) => group), 3, Int32Array.from(rows, ({ month }) => month), 4);
        for (let group = 0; group < 3; group++)
          for (const [from, to] of [[0, 0], [1, 3], [0, 3]]) {
            const sorted = rows.filter((one) => one.counted === 1 && !Number.isNaN(one.value) && one.group === group && one.month >= from && one.month <= to).map(({ value }) => value).sort((a, b) => a - b);
            expect(ofCounted(of, distinct.values, counts.slice(group * 4 + from, group * 4 + to + 1))).to.deep.equal({ count: sorted.length, value: sorted.length === 0 ? null : ofSorted(of, sorted) });
          }
      }),
    );
  });
});
