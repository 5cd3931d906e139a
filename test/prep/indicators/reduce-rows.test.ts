import { expect } from "chai";
import fc from "fast-check";
import { MISSING } from "../../../prep/columns/column";
import { reduceRows } from "../../../prep/indicators/reduce-rows";
import type { UnitReduction } from "../../../prep/indicators/reduction";

const UNITS = 4;

/** Rows of a unit (0 is none), a day or none, and two flags. */
const rows = fc.array(
  fc.record({
    unit: fc.integer({ min: 0, max: UNITS - 1 }),
    day: fc.option(fc.integer({ min: -3, max: 5 })),
    a: fc.boolean(),
    b: fc.boolean(),
  }),
  { maxLength: 30 },
);
type Row = typeof rows extends fc.Arbitrary<readonly (infer R)[]> ? R : never;

/** What is found of the rows of one unit, in the plainest words. */
function plainly(reduction: UnitReduction, own: readonly Row[]): number {
  const days = (of: readonly Row[]): number[] =>
    of.flatMap(({ day }) => (day === null ? [] : [day])).sort((x, y) => x - y);
  switch (reduction.find) {
    case "any":
      return Number(own.some(({ a }) => a));
    case "most": {
      const some = own.filter(({ a }) => a);
      return Number(some.filter(({ b }) => b).length > some.length / 2);
    }
    case "first":
      return days(own.filter(({ a }) => a))[0] ?? MISSING;
    case "second":
      return days(own.filter(({ a }) => a))[1] ?? MISSING;
    case "last_of_all":
      return own.some(({ day }) => day === null) ? MISSING : (days(own).at(-1) ?? MISSING);
    case "row":
      throw new Error("found below");
  }
}

const reductions: readonly UnitReduction[] = [
  { by: "u", find: "any", where: "a" },
  { by: "u", find: "most", of: "a", where: "b" },
  { by: "u", find: "first", day: "day", where: "a" },
  { by: "u", find: "second", day: "day", where: "a" },
  { by: "u", find: "last_of_all", day: "day" },
];

const found = (reduction: UnitReduction, all: readonly Row[]): number[] => [
  ...reduceRows(
    reduction,
    { of: Int32Array.from(all, ({ unit }) => unit), count: UNITS, none: 0 },
    {
      flags: (name) => Uint8Array.from(all, (row) => Number(row[name as "a"])),
      days: () => Int32Array.from(all, ({ day }) => day ?? MISSING),
    },
  ),
];

describe("what is found of the rows of a unit", () => {
  for (const reduction of reductions)
    it(`is what plain words say: ${reduction.find}`, () => {
      fc.assert(
        fc.property(rows, (all) => {
          const values = found(reduction, all);
          for (let unit = 1; unit < UNITS; unit++)
            expect(values[unit]).to.equal(
              plainly(
                reduction,
                all.filter((row) => row.unit === unit),
              ),
            );
        }),
      );
    });

  it("is the first row with the first flag, else with the second", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const values = found({ by: "u", find: "row", prefer: ["a", "b"] }, all);
        for (let unit = 1; unit < UNITS; unit++) {
          const has = (flag: "a" | "b"): number =>
            all.findIndex((row) => row.unit === unit && row[flag]);
          expect(values[unit]).to.equal(has("a") >= 0 ? has("a") : has("b"));
        }
      }),
    );
  });
});
