import { expect } from "chai";
import { loadSolver } from "../../../../prep/publish/disclosure/linear-program";
import type { Cell } from "../../../../prep/publish/disclosure/cell";
import { protect } from "../../../../prep/publish/disclosure/protect";
import { randomTable } from "./random-table";
import { solver, type Equation } from "./recover";
import { maximise } from "./simplex";

const THRESHOLD = 5;
const highs = await loadSolver();

/**
 * Hidden cells that a reader of a table can work out: by sums of what is published, a published
 * zero being a sum of zeros.
 */
function recovered(cells: readonly Cell[], hidden: Uint8Array): number[] {
  const zero = new Set(
    cells.flatMap(({ row, value }, i) => (!hidden[i] && value === 0 ? row.at : [])),
  );
  const equation = ({ row }: Cell): Equation =>
    new Map(row.at.filter((unknown) => !zero.has(unknown)).map((unknown) => [unknown, 1]));
  const known = solver(cells.flatMap((cell, i) => (hidden[i] ? [] : [equation(cell)])));
  return cells.flatMap((cell, i) => (hidden[i] && known(equation(cell)) ? [i] : []));
}

/** Hidden inner cells that must all be 1, for a published sum leaves just as many as there are. */
function mustBeOne(cells: readonly Cell[], hidden: Uint8Array): number[] {
  const inner = new Map(
    cells.flatMap(({ row }, i): [number, number][] =>
      row.at.length === 1 ? [[row.at[0], i]] : [],
    ),
  );
  return cells.flatMap(({ row, value }, i) => {
    if (hidden[i] || row.at.length === 1) return [];
    const parts = row.at.map((unknown) => inner.get(unknown)!);
    const unpublished = parts.filter((part) => hidden[part]);
    const left = parts.reduce((sum, part) => sum - (hidden[part] ? 0 : cells[part].value), value);
    return unpublished.length > 0 && left === unpublished.length ? unpublished : [];
  });
}

/** Hidden cells with fewer possible values than the threshold, by a solver of the test's own. */
function narrow(cells: readonly Cell[], unknowns: number, hidden: Uint8Array): number[] {
  const most = maximise(
    unknowns,
    cells.map(({ row, value }, i) => ({
      at: row.at,
      value: hidden[i] ? 1 : value,
      isLeast: hidden[i] === 1,
    })),
  );
  return cells.flatMap(({ row }, i) => {
    if (!hidden[i]) return [];
    const [high, low] = [most(row.at, 1), most(row.at, -1)];
    if (high === null || low === null) throw new Error("The published table contradicts itself.");
    return Math.floor(high + 1e-6) - Math.ceil(low - 1e-6) + 1 < THRESHOLD ? [i] : [];
  });
}

function attack(seed: number): { published: number; hidden: number; shape: string } {
  const { shape, tables } = randomTable(seed, THRESHOLD);
  const { hidden } = protect(tables, { showZeros: true, exact: true, values: THRESHOLD }, highs);
  const found = [...recovered(tables.cells, hidden), ...mustBeOne(tables.cells, hidden)];
  expect(found, `seed ${seed} (${shape}): hidden cells that can be worked out`).to.deep.equal([]);
  tables.cells.forEach(
    ({ sensitive }, i) =>
      sensitive && expect(hidden[i], `seed ${seed}: a small count is hidden`).to.equal(1),
  );
  return {
    shape,
    published: hidden.filter((one) => one === 0).length,
    hidden: hidden.filter((one) => one === 1).length,
  };
}

describe("the attack on what is published", function () {
  it("is strong enough to recover cells where only small ones are hidden", () => {
    let fallen = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const {
        tables: { cells },
      } = randomTable(seed, THRESHOLD);
      if (
        recovered(
          cells,
          Uint8Array.from(cells, ({ sensitive }) => Number(sensitive)),
        ).length > 0
      )
        fallen++;
    }
    expect(fallen).to.be.greaterThan(100);
  });

  it("recovers no hidden cell of 10,000 random tables", () => {
    const sums = new Map<string, { published: number; hidden: number }>();
    for (let seed = 1; seed <= 10_000; seed++) {
      const { shape, published, hidden } = attack(seed);
      const sum = sums.get(shape) ?? { published: 0, hidden: 0 };
      sums.set(shape, { published: sum.published + published, hidden: sum.hidden + hidden });
    }
    expect([...sums.keys()].sort()).to.deep.equal([
      "hierarchy",
      "overlapping periods",
      "three dimensions",
      "two dimensions",
    ]);
    for (const { published, hidden } of sums.values()) {
      expect(published).to.be.greaterThan(hidden / 4);
      expect(hidden).to.be.greaterThan(1000);
    }
  });

  it("finds no hidden count of 300 tables with fewer possible values than the threshold", () => {
    let [hiddenCounts, narrowByPropagation] = [0, 0];
    for (let seed = 30_001; seed <= 30_300; seed++) {
      const { tables } = randomTable(seed, THRESHOLD);
      const { hidden } = protect(
        tables,
        { showZeros: true, exact: true, values: THRESHOLD },
        highs,
      );
      const onlySmall = Uint8Array.from(tables.cells, ({ sensitive }) => Number(sensitive));
      narrowByPropagation += narrow(tables.cells, tables.unknowns, onlySmall).length > 0 ? 1 : 0;
      hiddenCounts += hidden.reduce((sum, one) => sum + one, 0);
      expect(narrow(tables.cells, tables.unknowns, hidden), `seed ${seed}`).to.deep.equal([]);
    }
    expect(hiddenCounts).to.be.greaterThan(2000);
    expect(
      narrowByPropagation,
      "tables that hiding small counts alone gives away",
    ).to.be.greaterThan(100);
  });

  it("recovers none of further tables, with SEND_TEST_SEED=new of such as no run has seen before", () => {
    const first = process.env.SEND_TEST_SEED === "new" ? Math.floor(Math.random() * 1e9) : 20_001;
    for (let seed = first; seed < first + 100; seed++) attack(seed);
  });
});
