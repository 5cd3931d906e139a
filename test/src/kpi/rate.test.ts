import { expect } from "chai";
import fc from "fast-check";
import { adverseDistance } from "../../../src/kpi/adverse-distance";
import type { Polarity } from "../../../src/kpi/polarity";
import { rate } from "../../../src/kpi/rate";
import { ratingProfiles, type RatingProfile } from "../../../src/kpi/rating-profile";
import { resolveTarget } from "../../../src/kpi/target";
import type { Tolerance } from "../../../src/kpi/tolerance";
import type { Unit } from "../../../src/kpi/unit";

const profile = (id: string): RatingProfile => ratingProfiles.find((one) => one.id === id)!;

/**
 * A board paper's 17 rows with both a value and a target: value, target, polarity, unit, the same
 * month last year; and its rating by five rules, worked by hand.
 */
const PAPER: readonly (readonly [string, number, number, Polarity, Unit, number, string])[] = [
  ["A11", 96, 100, "higher", "percent", 27, "missed near near near met"],
  ["A12", 67, 95, "higher", "percent", 0, "missed missed missed missed near"],
  ["A13", 91, 95, "higher", "percent", 88, "missed near near near met"],
  ["A14", 92, 100, "higher", "percent", 0, "missed missed missed near met"],
  ["A15", 47, 100, "higher", "percent", 12, "missed missed missed missed near"],
  [
    "A16",
    110,
    0,
    "lower",
    "count",
    333,
    "missed tolerance_needs_percent tolerance_on_zero_target tolerance_on_zero_target tolerance_on_zero_target",
  ],
  ["A20", 68, 95, "higher", "percent", 85, "missed missed missed missed missed"],
  ["A22", 93, 95, "higher", "percent", 8.3, "missed near near near met"],
  ["A23", 100, 95, "higher", "percent", 97, "met met met met met"],
  ["A26", 66, 90, "higher", "percent", 80.8, "missed missed missed missed missed"],
  ["A29", 100, 95, "higher", "percent", 88.9, "met met met met met"],
  [
    "A34",
    1030,
    0,
    "lower",
    "count",
    2012,
    "missed tolerance_needs_percent tolerance_on_zero_target tolerance_on_zero_target tolerance_on_zero_target",
  ],
  [
    "A35",
    42,
    0,
    "lower",
    "count",
    364,
    "missed tolerance_needs_percent tolerance_on_zero_target tolerance_on_zero_target tolerance_on_zero_target",
  ],
  ["A38", 11, 5, "lower", "percent", 12, "missed missed missed missed near"],
  ["A43", 41.6, 90, "higher", "percent", 0, "missed missed missed missed near"],
  [
    "A45",
    18,
    0,
    "lower",
    "percent",
    4.6,
    "missed missed tolerance_on_zero_target tolerance_on_zero_target tolerance_on_zero_target",
  ],
  ["B27", 3.4, 5.4, "lower", "percent", 3.4, "met met met met met"],
];

describe("rating", () => {
  for (const [row, value, target, polarity, unit, lastYear, expected] of PAPER) {
    it(`rates row ${row} of a board paper by five councils' rules`, () => {
      const got = ["none", "points_5", "percent_5", "percent_10", "within_10_or_improved"].map(
        (id) => {
          const { rating, reason } = rate({ value, target, polarity, unit, lastYear }, profile(id));
          return reason ?? rating;
        },
      );
      expect(got.join(" ")).to.equal(expected);
    });
  }

  it("says why a figure is not rated, and keeps the gap where there is one", () => {
    const base: Parameters<typeof rate>[0] = {
      value: 60,
      target: 50,
      polarity: "higher",
      unit: "percent",
    };
    expect(rate({ ...base, value: null }).reason).to.equal("no_value");
    expect(rate({ ...base, target: null }).reason).to.equal("no_target");
    expect(rate({ ...base, target: null, targetReason: "target_not_set" }).reason).to.equal(
      "target_not_set",
    );
    expect(rate({ ...base, polarity: "neutral" })).to.include({
      rating: "not_rated",
      reason: "no_polarity",
      gap: null,
    });
    expect(
      rate({ ...base, value: 0, target: 0, tolerance: { kind: "percent_of_target", percent: 5 } }),
    ).to.include({ rating: "not_rated", reason: "tolerance_on_zero_target", gap: 0 });
    expect(
      rate({ ...base, unit: "count", tolerance: { kind: "percentage_points", amount: 5 } }).reason,
    ).to.equal("tolerance_needs_percent");
    const percent = { kind: "percent", amount: 5 } as const;
    expect(rate({ ...base, value: 45, tolerance: percent })).to.include({
      rating: "near",
      tolerance: 5,
    });
    expect(rate({ ...base, value: 45, unit: "count", tolerance: percent })).to.include({
      rating: "missed",
      tolerance: 2.5,
    });
    expect(rate({ ...base, tolerance: { kind: "absolute", amount: -1 } }).reason).to.equal(
      "tolerance_negative",
    );
    expect(
      rate({ ...base, tolerance: { kind: "bounds", lower: null, upper: 70 } }).reason,
    ).to.equal("bounds_missing");
    expect(
      rate({ ...base, tolerance: { kind: "bounds", lower: 55, upper: null } }).reason,
    ).to.equal("bounds_beyond_target");
    expect(
      rate(
        { value: 10, target: 95, polarity: "higher", unit: "percent" },
        profile("within_10_or_improved"),
      ).reason,
    ).to.equal("no_last_year");
  });

  it("takes absolute tolerances and bounds, with the edge of the band inside it", () => {
    const at = (value: number, tolerance: Tolerance, polarity: Polarity = "higher"): string =>
      rate({ value, target: 95, polarity, unit: "percent", tolerance }).rating;
    expect(at(94.9, { kind: "absolute", amount: 0.1 })).to.equal("near");
    expect(at(94.89, { kind: "absolute", amount: 0.1 })).to.equal("missed");
    expect(at(90, { kind: "bounds", lower: 90, upper: null })).to.equal("near");
    expect(at(89.9, { kind: "bounds", lower: 90, upper: null })).to.equal("missed");
    expect(at(100, { kind: "bounds", lower: null, upper: 100 }, "lower")).to.equal("near");
    const { lower, upper, gap, tolerance } = rate({
      value: 97,
      target: 95,
      polarity: "lower",
      unit: "percent",
      tolerance: { kind: "absolute", amount: 5 },
    });
    expect({ lower, upper, gap, tolerance }).to.deep.equal({
      lower: 95,
      upper: 100,
      gap: -2,
      tolerance: 5,
    });
  });

  it("does not take the target itself where its words leave it out", () => {
    const at = (value: number, target: number, polarity: Polarity, amount = 0): string =>
      rate({
        value,
        target,
        polarity,
        unit: "count",
        strict: true,
        tolerance: { kind: "absolute", amount },
      }).rating;
    expect([at(5, 5, "lower"), at(4, 5, "lower"), at(6, 5, "lower")]).to.deep.equal([
      "missed",
      "met",
      "missed",
    ]);
    expect([at(95, 95, "higher"), at(95.1, 95, "higher")]).to.deep.equal(["missed", "met"]);
    expect([at(5, 5, "lower", 1), at(6, 5, "lower", 1), at(6.1, 5, "lower", 1)]).to.deep.equal([
      "near",
      "near",
      "missed",
    ]);
  });

  it("rates unrounded values", () => {
    expect(rate({ value: 94.96, target: 95, polarity: "higher", unit: "percent" }).rating).to.equal(
      "missed",
    );
    expect(
      rate({ value: (100 * 19) / 20, target: 95, polarity: "higher", unit: "percent" }).rating,
    ).to.equal("met");
    expect(
      rate({ value: 100 * 0.145 * 2, target: 29, polarity: "higher", unit: "percent" }).rating,
    ).to.equal("met");
  });

  it("points targets at comparators", () => {
    const england = { value: 5.4, comparability: "comparable" } as const;
    expect(resolveTarget({ kind: "comparator", comparator: "england" }, { england })).to.deep.equal(
      { value: 5.4, reason: null },
    );
    expect(
      resolveTarget({ kind: "comparator", comparator: "region" }, { england }).reason,
    ).to.equal("no_comparator");
    expect(
      resolveTarget(
        { kind: "comparator", comparator: "england" },
        { england: { ...england, value: null } },
      ).reason,
    ).to.equal("no_comparator");
    expect(
      resolveTarget(
        { kind: "comparator", comparator: "england" },
        { england: { ...england, comparability: "not_comparable" } },
      ).reason,
    ).to.equal("not_comparable");
    expect(resolveTarget({ kind: "none", reason: "target_not_set" })).to.deep.equal({
      value: null,
      reason: "target_not_set",
    });
    expect(resolveTarget({ kind: "number", value: 0 }).value).to.equal(0);
  });

  it("measures the adverse distance in tolerances", () => {
    const of = (value: number, target: number, tolerance?: Tolerance): number | null =>
      adverseDistance(
        rate({ value, target, polarity: "higher", unit: "percent", tolerance }),
        target,
      );
    expect(of(85, 95, { kind: "absolute", amount: 5 })).to.equal(2);
    expect(of(40, 80)).to.equal(5);
    expect(of(100, 95, { kind: "absolute", amount: 5 })).to.equal(-1);
    expect(of(1, 0)).to.equal(null);
  });

  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const tolerance: fc.Arbitrary<Tolerance> = fc.oneof(
    number.map((amount) => ({ kind: "absolute" as const, amount })),
    number.map((amount) => ({ kind: "percentage_points" as const, amount })),
    number.map((percent) => ({ kind: "percent_of_target" as const, percent })),
    fc.record({
      kind: fc.constant("bounds" as const),
      lower: fc.option(number),
      upper: fc.option(number),
    }),
  );
  const input = fc.record({
    value: fc.option(number),
    target: fc.option(number),
    polarity: fc.constantFrom<Polarity>("higher", "lower", "neutral"),
    unit: fc.constantFrom<Unit>("percent", "count", "weeks"),
    tolerance: fc.option(tolerance),
    lastYear: fc.option(number),
  });
  const anyProfile = fc.constantFrom(...ratingProfiles);

  it("never calls a figure met without a value, a target and a polarity", () => {
    fc.assert(
      fc.property(input, anyProfile, (given, by) => {
        const { rating, reason } = rate(given, by);
        expect(rating === "not_rated").to.equal(reason !== null);
        if (given.value === null || given.target === null || given.polarity === "neutral")
          expect(rating).to.equal("not_rated");
      }),
    );
  });

  it("mirrors when the polarity flips and every number changes its sign", () => {
    const minus = (value: number | null): number | null => (value === null ? null : -value);
    fc.assert(
      fc.property(input, anyProfile, (given, by) => {
        const flipped: Parameters<typeof rate>[0] = {
          ...given,
          value: minus(given.value),
          target: minus(given.target),
          lastYear: minus(given.lastYear),
          polarity:
            given.polarity === "higher"
              ? "lower"
              : given.polarity === "lower"
                ? "higher"
                : "neutral",
          tolerance:
            given.tolerance?.kind === "bounds"
              ? {
                  kind: "bounds",
                  lower: minus(given.tolerance.upper),
                  upper: minus(given.tolerance.lower),
                }
              : given.tolerance,
        };
        const [a, b] = [rate(given, by), rate(flipped, by)];
        expect([b.rating, b.reason, b.gap]).to.deep.equal([a.rating, a.reason, a.gap]);
      }),
    );
  });

  it("never gets worse as the value gets better", () => {
    const order = { not_rated: -1, missed: 0, near: 1, met: 2 };
    fc.assert(
      fc.property(
        input,
        anyProfile,
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        (given, by, gain) => {
          if (given.value === null || given.polarity === "neutral") return;
          const better = rate(
            { ...given, value: given.value + (given.polarity === "higher" ? gain : -gain) },
            by,
          );
          const before = rate(given, by);
          if (before.rating !== "not_rated")
            expect(order[better.rating]).to.be.at.least(order[before.rating]);
        },
      ),
    );
  });
});
