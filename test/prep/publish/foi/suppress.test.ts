import { expect } from "chai";
import fc from "fast-check";
import { loadSolver } from "../../../../prep/publish/disclosure/linear-program";
import { spansBetween } from "../../../../prep/calendar/spans";
import { eventTable } from "../../../../prep/publish/foi/event-table";
import { foiMeasures, impliedMeasures } from "../../../../prep/collections/sen2/lists/foi-measures";
import { foiRules } from "../../../../prep/publish/foi/foi-rules";
import { suppress, type CountCell } from "../../../../prep/publish/foi/suppress";

/**
 * A prime: what holds for whole numbers holds modulo it, and the other way round but for a chance
 * of one in two thousand million.
 */
const PRIME = 2_147_483_647n;
const mod = (value: bigint): bigint => ((value % PRIME) + PRIME) % PRIME;

function power(base: bigint, exponent: bigint): bigint {
  let [result, square, left] = [1n, base, exponent];
  for (; left > 0n; left >>= 1n, square = mod(square * square))
    if (left & 1n) result = mod(result * square);
  return result;
}

type Counts = ReturnType<typeof suppress>["counts"];
type Vector = Map<string, bigint>;

/**
 * What is left of a vector when multiples of the rows of a basis (by their pivot) are taken from
 * it.
 */
function reduce(vector: Vector, basis: ReadonlyMap<string, Vector>): Vector {
  const rest = new Map(vector);
  for (;;) {
    const pivot = [...rest.keys()].find((name) => basis.has(name));
    if (pivot === undefined) return rest;
    const factor = rest.get(pivot)!;
    for (const [name, value] of basis.get(pivot)!) {
      const left = mod((rest.get(name) ?? 0n) - factor * value);
      if (left === 0n) rest.delete(name);
      else rest.set(name, left);
    }
  }
}

/** The rows that everybody has, each with 1 at a pivot that no other row has. */
function basisOf(rows: readonly Vector[]): Map<string, Vector> {
  const basis = new Map<string, Vector>();
  for (const row of rows) {
    const rest = reduce(row, basis);
    const [pivot] = rest.keys();
    if (pivot === undefined) continue;
    const inverse = power(rest.get(pivot)!, PRIME - 2n);
    const unit = new Map([...rest].map(([name, value]) => [name, mod(value * inverse)]));
    for (const [other, vector] of basis) {
      const factor = vector.get(pivot) ?? 0n;
      if (factor !== 0n)
        basis.set(
          other,
          new Map(
            [...new Set([...vector.keys(), ...unit.keys()])]
              .map((name): [string, bigint] => [
                name,
                mod((vector.get(name) ?? 0n) - factor * (unit.get(name) ?? 0n)),
              ])
              .filter(([, value]) => value !== 0n),
          ),
        );
    }
    basis.set(pivot, unit);
  }
  return basis;
}

const vectorOf = ({ of }: CountCell): Vector => new Map(of.map((group) => [group, 1n]));
const difference = (whole: CountCell, part: CountCell): Vector =>
  new Map(whole.of.filter((group) => !part.of.includes(group)).map((group) => [group, 1n]));

/**
 * Small numbers that linear arithmetic recovers from what is published, with the knowledge that
 * what makes up a zero is zero.
 */
function recovered(table: ReturnType<typeof eventTable>, published: Counts): number[] {
  const cells = table.rows.flatMap((row) => Object.values(row.cells).flatMap((cell) => cell ?? []));
  const shown = cells.filter((cell) => published.get(cell) !== null);
  const zeroRemainders = table.remainders.filter(
    ({ whole, part, value }) =>
      value === 0 && published.get(whole) !== null && published.get(part) !== null,
  );
  const nothing = [
    ...shown.filter(({ value }) => value === 0).flatMap(({ of }) => of),
    ...zeroRemainders.flatMap(({ whole, part }) => [...difference(whole, part).keys()]),
  ];
  const basis = basisOf([
    ...shown.map(vectorOf),
    ...nothing.map((group): Vector => new Map([[group, 1n]])),
  ]);
  const secrets = [
    ...cells
      .filter(({ value }) => value > 0 && value < 5)
      .map((cell) => ({ value: cell.value, vector: vectorOf(cell) })),
    ...table.remainders
      .filter(({ value }) => value > 0 && value < 5)
      .map(({ value, whole, part }) => ({ value, vector: difference(whole, part) })),
  ];
  return secrets.filter(({ vector }) => reduce(vector, basis).size === 0).map(({ value }) => value);
}

const groups = [...new Set(foiMeasures.flatMap((measure) => measure.groups))];

/** Counts of some weeks from how many cases fall into each group. */
function tableOf(weeks: readonly (readonly number[])[]): ReturnType<typeof eventTable> {
  const counts = weeks.map((week) =>
    Object.fromEntries(
      foiMeasures.map(({ id, groups: own }) => [
        id,
        own.reduce((sum, group) => sum + week[groups.indexOf(group)], 0),
      ]),
    ),
  );
  return eventTable(
    spansBetween(19_800, 19_800 + 7 * weeks.length - 1, "week").slice(0, weeks.length),
    { columns: foiMeasures, implied: impliedMeasures },
    counts,
    "999 ",
  );
}

const solver = await loadSolver();
const beside = {
  rows: [],
  relations: { parts: [], selections: [], restsOn: {} },
  known: [],
};
const settings = {
  public: { threshold: 5, roundTo: 1, showZeros: true, centilePeople: 10, showUnchecked: false },
  nhs: { threshold: 5, roundTo: 5, showZeros: false, centilePeople: 10, showUnchecked: false },
};
const safe = (table: ReturnType<typeof eventTable>, profile: "public" | "nhs"): Counts =>
  suppress(
    [...table.rows]
      .reverse()
      .flatMap(({ cells }) => Object.values(cells).flatMap((cell) => cell ?? [])),
    table.remainders,
    { rules: foiRules(profile, settings).rules, beside, solver },
  ).counts;

describe("hidden numbers of a pack", () => {
  const number = fc.oneof(
    { weight: 3, arbitrary: fc.nat(6) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat(60) },
  );
  const weeks = fc.integer({ min: 1, max: 9 }).chain((length) =>
    fc.array(fc.array(number, { minLength: groups.length, maxLength: groups.length }), {
      minLength: length,
      maxLength: length,
    }),
  );

  it("cannot be worked out from totals, other columns or other weeks", () => {
    fc.assert(
      fc.property(weeks, (cases) => {
        const table = tableOf(cases);
        expect(recovered(table, safe(table, "public"))).to.deep.equal([]);
      }),
      { numRuns: 500 },
    );
  });

  it("cannot be worked out from two equal totals: no week has anybody whom they differ by", () => {
    // No plan without an exception was late in all the weeks, so that in the last week as many of
    // them were in time as there were: what all plans in time have beyond them is not to be told.
    const weekOf = (inTime: number, excepted: number, lateExcepted: number): number[] => {
      const counts: Readonly<Record<string, number>> = {
        "plan in time, no exception": inTime,
        "plan in time, exception": excepted,
        "plan late, exception": lateExcepted,
      };
      return groups.map((group) => counts[group] ?? 0);
    };
    const nobody = weekOf(0, 0, 0);
    const table = tableOf([nobody, nobody, weekOf(2, 4, 0), weekOf(4, 0, 1), weekOf(5, 2, 1)]);
    expect(recovered(table, safe(table, "public"))).to.deep.equal([]);
  });

  it("would be worked out if only the small ones were hidden: the attack is one", () => {
    const cases = [[3, ...groups.slice(1).map(() => 20)], groups.map(() => 20)];
    const table = tableOf(cases);
    const onlySmall = new Map(
      table.rows.flatMap(({ cells }) =>
        Object.values(cells).flatMap((cell) =>
          cell ? [[cell, cell.value > 0 && cell.value < 5 ? null : cell.value] as const] : [],
        ),
      ),
    );
    expect(recovered(table, onlySmall)).to.include(3);
    expect(recovered(table, safe(table, "public"))).to.deep.equal([]);
  });

  it("are only those that must be: where nothing is small, nothing is hidden", () => {
    const table = tableOf([groups.map(() => 20), groups.map(() => 30)]);
    expect([...safe(table, "public").values()].every((value) => value !== null)).to.equal(true);
  });

  it("are rounded for the NHS, none below the threshold", () => {
    fc.assert(
      fc.property(weeks, (cases) => {
        for (const [{ value }, shown] of safe(tableOf(cases), "nhs")) {
          if (shown !== null)
            expect([
              shown % 5,
              Math.abs(shown - value) <= 2,
              value === 0 || value >= 5,
            ]).to.deep.equal([0, true, true]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
