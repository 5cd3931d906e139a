import { expect } from "chai";
import fc from "fast-check";
import { baseOf, defaultBase, lastYearPoint, previousPoint } from "../../../src/kpi/direction-base";
import { directionOf } from "../../../src/kpi/direction";
import type { Polarity } from "../../../src/kpi/polarity";
import { isStale } from "../../../src/kpi/stale";
import { isUpdated } from "../../../src/kpi/updated";

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const series = (
  ...points: (readonly [string, number | null])[]
): { end: number; value: number | null }[] =>
  points.map(([end, value]) => ({ end: day(end), value }));

describe("direction of travel", () => {
  it("separates what moved from whether that is good", () => {
    expect(directionOf({ value: 67, base: 53, polarity: "higher" })).to.deep.equal({
      movement: "up",
      judgement: "improving",
      change: 14,
      reason: null,
    });
    expect(directionOf({ value: 110, base: 139, polarity: "lower" })).to.include({
      movement: "down",
      judgement: "improving",
    });
    expect(directionOf({ value: 98, base: 102, polarity: "neutral" })).to.include({
      movement: "down",
      judgement: null,
    });
    expect(directionOf({ value: 22, base: 22, polarity: "lower" })).to.include({
      movement: "same",
      judgement: "steady",
    });
  });

  it("gives no arrow without two values, or for a figure carried over", () => {
    expect(directionOf({ value: null, base: 61, polarity: "higher" })).to.deep.equal({
      movement: null,
      judgement: null,
      change: null,
      reason: "no_value",
    });
    expect(directionOf({ value: 61, base: null, polarity: "higher" }).reason).to.equal("no_base");
    expect(
      directionOf({ value: 4.4, base: 4.4, polarity: "higher", updated: false }).reason,
    ).to.equal("not_updated");
    expect(
      isUpdated({ value: 4.4, previous: 4.4, frequency: "term", columnFrequency: "month" }),
    ).to.equal(false);
    expect(
      isUpdated({ value: 4.4, previous: 4.4, frequency: "month", columnFrequency: "month" }),
    ).to.equal(true);
    expect(
      isUpdated({ value: 4.5, previous: 4.4, frequency: "term", columnFrequency: "month" }),
    ).to.equal(true);
    expect(
      isUpdated({
        value: 4.5,
        previous: 4.4,
        asAt: 10,
        previousAsAt: 10,
        frequency: "month",
        columnFrequency: "month",
      }),
    ).to.equal(false);
    expect(
      isUpdated({
        value: 4.4,
        previous: 4.4,
        asAt: 11,
        previousAsAt: 10,
        frequency: "term",
        columnFrequency: "month",
      }),
    ).to.equal(true);
  });

  it("calls figures that print alike the same", () => {
    expect(
      directionOf({ value: 66.94, base: 66.92, polarity: "higher", decimals: 1 }).movement,
    ).to.equal("same");
    expect(
      directionOf({ value: 66.96, base: 66.94, polarity: "higher", decimals: 1 }).movement,
    ).to.equal("up");
    expect(directionOf({ value: 66.94, base: 66.92, polarity: "higher" }).movement).to.equal("up");
  });

  it("compares a monthly figure with the month before and stops at a gap", () => {
    const monthly = series(
      ["2024-01-31", 1],
      ["2024-02-29", 2],
      ["2024-03-31", 3],
      ["2024-05-31", 5],
    );
    expect(baseOf(monthly, 2, "previous_period", { frequency: "month" })).to.equal(2);
    expect(previousPoint(monthly, 3, "month")).to.equal(null);
    expect(previousPoint(monthly, 0, "month")).to.equal(null);
    expect(
      baseOf(
        series(["2024-01-31", 1], ["2024-02-29", null], ["2024-03-31", 3]),
        2,
        "previous_period",
        { frequency: "month" },
      ),
    ).to.equal(null);
    expect(
      baseOf(series(["2023-07-21", 7], ["2023-12-20", 8]), 1, "previous_period", {
        frequency: "term",
      }),
    ).to.equal(7);
    expect(baseOf(monthly, 2, "baseline", { frequency: "month", baseline: 40 })).to.equal(40);
  });

  it("compares a cumulative figure with the same point last year", () => {
    const mediations = series(
      ["2023-02-28", 5],
      ["2023-03-31", 7],
      ["2023-04-30", 9],
      ["2024-02-29", 199],
      ["2024-03-31", 240],
    );
    expect(defaultBase("month", true)).to.equal("same_period_last_year");
    expect(defaultBase("year_to_date", false)).to.equal("same_period_last_year");
    expect(defaultBase("month", false)).to.equal("previous_period");
    expect(baseOf(mediations, 4, "same_period_last_year", { frequency: "month" })).to.equal(7);
    expect(baseOf(mediations, 3, "same_period_last_year", { frequency: "month" })).to.equal(5);
    expect(lastYearPoint(mediations, 1)).to.equal(null);
    // The spring term ended on 31 March in 2023 and on 28 March in 2024.
    expect(
      baseOf(series(["2023-03-31", 3], ["2024-03-28", 4]), 1, "same_period_last_year", {
        frequency: "term",
      }),
    ).to.equal(3);
  });

  it("marks a figure stale after its due date", () => {
    expect([isStale(10, 11), isStale(11, 11), isStale(null, 11)]).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it("mirrors with the polarity", () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const opposite: Record<string, string> = {
      improving: "worsening",
      worsening: "improving",
      steady: "steady",
    };
    fc.assert(
      fc.property(value, value, fc.option(fc.integer({ min: 0, max: 3 })), (a, b, decimals) => {
        const of = (polarity: Polarity): string =>
          directionOf({ value: a, base: b, polarity, decimals }).judgement!;
        expect(of("lower")).to.equal(opposite[of("higher")]);
      }),
    );
  });
});
