import { expect } from "chai";
import fc from "fast-check";
import { keepOne, rowIndex } from "../../../prep/columns/row-index";

const cell = fc.integer({ min: -3, max: 4 });
const row = fc.record({
  a: cell,
  b: cell,
  c: cell,
  rank: fc.integer({ min: 0, max: 3 }),
  isIn: fc.boolean(),
});
const settings = { seed: 20240401, numRuns: 400 };
const columnsOf = <K extends string>(
  rows: readonly Record<K, number>[],
  ...names: K[]
): Int32Array[] => names.map((name) => Int32Array.from(rows, (one) => one[name]));

describe("row indexes", () => {
  it("find the first row of the same keys, as looking through all does", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 200 }),
        fc.array(row, { maxLength: 50 }),
        (parents, children) => {
          const { find } = rowIndex(columnsOf(parents, "a", "b"));
          const keys = columnsOf(children, "a", "b");
          children.forEach((child, i) =>
            expect(find(keys, i)).to.equal(
              parents.findIndex(({ a, b }) => a === child.a && b === child.b),
            ),
          );
        },
      ),
      settings,
    );
  });

  it("find rows by codes that no two of them share just so", () => {
    const code = fc.nat(300);
    fc.assert(
      fc.property(
        fc.uniqueArray(code, { minLength: 1, maxLength: 150 }),
        fc.array(fc.tuple(cell, fc.integer({ min: -2, max: 400 })), { maxLength: 60 }),
        fc.array(cell, { minLength: 150, maxLength: 150 }),
        (codes, children, others) => {
          const { find } = rowIndex([
            Int32Array.from(codes, (_, i) => others[i]),
            Int32Array.from(codes),
          ]);
          const keys = [
            Int32Array.from(children, ([a]) => a),
            Int32Array.from(children, ([, b]) => b),
          ];
          children.forEach(([a, b], i) =>
            expect(find(keys, i)).to.equal(
              codes.findIndex((one, row) => one === b && others[row] === a),
            ),
          );
        },
      ),
      settings,
    );
  });

  it("leave the highest of the rows that share their keys, the first of equals, as sorting does", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 200 }), (rows) => {
        const groups = new Map<string, number[]>();
        rows.forEach(
          ({ a, b, c, isIn }, i) =>
            isIn && groups.set(`${a} ${b} ${c}`, [...(groups.get(`${a} ${b} ${c}`) ?? []), i]),
        );
        const kept = new Set(
          [...groups.values()].map(
            (group) => [...group].sort((i, j) => rows[j].rank - rows[i].rank || i - j)[0],
          ),
        );
        const gone: number[] = [];
        keepOne(rows.length, columnsOf(rows, "a", "b", "c"), {
          isIn: (i) => rows[i].isIn,
          drop: (i) => gone.push(i),
          compare: (i, j) => rows[i].rank - rows[j].rank,
        });
        expect(new Set(gone).size).to.equal(gone.length);
        expect(gone.sort((x, y) => x - y)).to.deep.equal(
          rows.flatMap(({ isIn }, i) => (isIn && !kept.has(i) ? [i] : [])),
        );
      }),
      settings,
    );
  });

  it("leave the first of repeats where nothing ranks them", () => {
    const gone: number[] = [];
    keepOne(5, [Int32Array.of(1, 2, 1, 2, 1)], { isIn: () => true, drop: (i) => gone.push(i) });
    expect(gone).to.deep.equal([2, 3, 4]);
  });
});
