import { expect } from "chai";
import fc from "fast-check";
import type { Parts } from "../../../src/kpi/parts-limits";
import { specialCauses } from "../../../src/kpi/special-cause";
import {
  partsChart,
  spcChart,
  variationIcon,
  type AssuranceIcon,
  type SpcChart,
} from "../../../src/kpi/spc";
import type { Unit } from "../../../src/kpi/unit";
import { xmrLimits } from "../../../src/kpi/xmr";
import type { Polarity } from "../../../src/kpi/polarity";
import { fixture } from "../../fixture";

/**
 * The example of the NHS-R "Making Data Count" package's deviations vignette, with its published
 * limits.
 */
const VIGNETTE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

/** Whole where all points have the same. */
type ByPoint<T> = T | readonly T[];

/** A case and what the package makes of it. */
interface Case {
  readonly case: string;
  readonly y: ByPoint<number>;
  readonly better: "increase" | "decrease" | "neutral";
  readonly target: number | null;
  /** Number of the point, from 1. */
  readonly rebaseAt: number | null;
  readonly baseline: number | null;
  readonly screen: boolean;
  readonly mean: ByPoint<number>;
  readonly lower: ByPoint<number | null>;
  readonly upper: ByPoint<number | null>;
  readonly cause: ByPoint<string>;
  readonly variation: string;
  readonly assurance: string | null;
}

const POLARITY: Record<string, Polarity> = {
  increase: "higher",
  decrease: "lower",
  neutral: "neutral",
};
const ORACLE_CAUSE: Record<string, string> = {
  "Common Cause": "none",
  "Above UCL": "outside 1",
  "Below LCL": "outside -1",
  "7 Point Trend (Increasing)": "trend 1",
  "7 Point Trend (Decreasing)": "trend -1",
  "2 in 3 Above CL": "two_in_three 1",
  "2 in 3 Below CL": "two_in_three -1",
  "7 Points Above CL": "shift 1",
  "7 Points Below CL": "shift -1",
};

describe("process charts", () => {
  it("have the published limits with and without screening of jumps", () => {
    const screened = xmrLimits(VIGNETTE);
    expect(
      [screened.upper!, screened.mean!, screened.lower!].map((value) => value.toFixed(2)),
    ).to.deep.equal(["4.60", "1.94", "-0.72"]);
    const plain = xmrLimits(VIGNETTE, false);
    expect(
      [plain.upper!, plain.mean!, plain.lower!].map((value) => value.toFixed(2)),
    ).to.deep.equal(["6.95", "1.94", "-3.06"]);
  });

  it("flag a trend and a shift of seven, not of six", () => {
    const rules = (values: number[]): string =>
      specialCauses(values, {
        ...xmrLimits(values),
        lower: -100,
        upper: 100,
        nearLower: -99,
        nearUpper: 99,
      })
        .map((cause) => (cause ? `${cause.rule[0]}${cause.sign > 0 ? "+" : "-"}` : "."))
        .join(" ");
    expect(rules([5, 1, 2, 3, 4, 5, 6, 7])).to.equal(". t+ t+ t+ t+ t+ t+ t+");
    expect(rules([5, 1, 2, 3, 4, 5, 6, 6])).to.equal(". . . . . . . .");
    expect(rules([1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1])).to.equal(
      "t+ t+ t+ t+ t+ t+ t+ t- t- t- t- t- t- t-",
    );
    expect(rules([0, 0, 0, 0, 0, 0, 0, 9, 8, 9, 8, 9, 8, 9])).to.equal(
      "s- s- s- s- s- s- s- s+ s+ s+ s+ s+ s+ s+",
    );
    expect(rules([0, 0, 0, 0, 0, 0, 9, 8, 9, 8, 9, 8])).to.equal(Array(12).fill(".").join(" "));
  });

  it("have no limits where nothing moves, and no icons' ground below 12 points", () => {
    const flat = spcChart(Array(13).fill(12), { polarity: "higher", target: 20 });
    expect(flat).to.include({ variation: "common_cause", assurance: null, enoughPoints: true });
    expect(flat.points[0].limits).to.include({ mean: 12, lower: null, upper: null });
    expect(spcChart(VIGNETTE.slice(0, 11), { polarity: "higher" }).enoughPoints).to.equal(false);
    expect(
      spcChart([...VIGNETTE.slice(0, 11), null], { polarity: "higher" }).enoughPoints,
    ).to.equal(false);
    expect(spcChart(VIGNETTE.slice(0, 12), { polarity: "higher" }).enoughPoints).to.equal(true);
    expect(spcChart(VIGNETTE, { polarity: "higher", rebaseAt: [12] }).enoughPoints).to.equal(false);
    expect(spcChart([], { polarity: "higher" })).to.deep.equal({
      kind: "xmr",
      points: [],
      variation: "common_cause",
      assurance: null,
      enoughPoints: false,
    });
  });

  it("give the icons of the NHS by polarity", () => {
    const high = { rule: "outside", sign: 1 } as const;
    expect([
      variationIcon(high, "higher"),
      variationIcon(high, "lower"),
      variationIcon(high, "neutral"),
      variationIcon(null, "higher"),
    ]).to.deep.equal(["improvement_high", "concern_high", "neutral_high", "common_cause"]);
    // Limits at 2 - 5.32 and 2 + 5.32, and none.
    const swinging = Array.from({ length: 12 }, (_, i) => 1 + 2 * (i % 2));
    const steady = swinging.map(() => 2);
    const icon = (values: number[], target: number, polarity: Polarity): AssuranceIcon | null =>
      spcChart(values, { polarity, target }).assurance;
    expect([7.4, -3.4, 7.3, -3.3].map((target) => icon(swinging, target, "higher"))).to.deep.equal([
      "fail",
      "pass",
      "hit_and_miss",
      "hit_and_miss",
    ]);
    expect([7.4, -3.4, 2].map((target) => icon(swinging, target, "lower"))).to.deep.equal([
      "pass",
      "fail",
      "hit_and_miss",
    ]);
    const [{ limits }] = spcChart(swinging, { polarity: "higher" }).points;
    expect(
      [limits.lower!, limits.upper!].map((target) => icon(swinging, target, "higher")),
    ).to.deep.equal(["hit_and_miss", "hit_and_miss"]);
    expect(icon(steady, 2, "higher")).to.equal(null);
    expect(icon(swinging, 8, "neutral")).to.equal(null);
  });

  it("agree with the NHS-R package in every executed case", () => {
    const cases = fixture<Case[]>("process-charts.json");
    const list = <T>(value: ByPoint<T>): readonly T[] =>
      Array.isArray(value) ? value : [value as T];
    const at = <T>(value: ByPoint<T>, i: number): T =>
      Array.isArray(value) ? value[i] : (value as T);
    for (const known of cases) {
      const chart = spcChart([...list(known.y)], {
        polarity: POLARITY[known.better],
        target: known.target,
        rebaseAt: known.rebaseAt === null ? [] : [known.rebaseAt - 1],
        baselinePoints: known.baseline,
        screenOutliers: known.screen,
      });
      chart.points.forEach((point, i) => {
        const where = `${known.case} point ${i + 1}`;
        expect(point.limits.mean, where).to.be.closeTo(at(known.mean, i), 1e-9);
        for (const [got, wanted] of [
          [point.limits.lower, at(known.lower, i)],
          [point.limits.upper, at(known.upper, i)],
        ] as const) {
          if (wanted === null) expect(got, where).to.equal(null);
          else expect(got, where).to.be.closeTo(wanted, 1e-9);
        }
        expect(point.cause ? `${point.cause.rule} ${point.cause.sign}` : "none", where).to.equal(
          ORACLE_CAUSE[at(known.cause, i)],
        );
      });
      const variation = chart.variation.startsWith("common")
        ? "common_cause"
        : `special_cause_${chart.variation.replace(/_(high|low)$/, (end) => (chart.variation.startsWith("neutral") ? end : ""))}`;
      expect(variation, known.case).to.equal(known.variation);
      const assurance = {
        pass: "consistent_pass",
        fail: "consistent_fail",
        hit_and_miss: "inconsistent",
      };
      expect(chart.assurance === null ? null : assurance[chart.assurance], known.case).to.equal(
        known.assurance,
      );
    }
    expect(cases.length).to.equal(37);
  });
});

describe("p and u charts", () => {
  const parts = (
    counted: readonly (readonly [number, number])[],
    multiplier: number,
  ): { value: number; numerator: number; denominator: number }[] =>
    counted.map(([numerator, denominator]) => ({
      value: (multiplier * numerator) / denominator,
      numerator,
      denominator,
    }));
  const times = (count: number, numerator: number, denominator: number): [number, number][] =>
    Array.from({ length: count }, () => [numerator, denominator]);

  it("have the limits of the textbook: 347 of 30 samples of 50 cans", () => {
    const chart = partsChart(parts([...times(17, 12, 50), ...times(13, 11, 50)], 100), "percent", {
      polarity: "lower",
    })!;
    expect(chart.kind).to.equal("p");
    const { mean, lower, upper } = chart.points[0].limits;
    expect(mean).to.be.closeTo(23.13, 0.005);
    expect(lower).to.be.closeTo(5.24, 0.01);
    expect(upper).to.be.closeTo(41.02, 0.01);
  });

  it("have the limits of the textbook: 153 faults in 107.5 units of cloth", () => {
    const figures = parts([...times(9, 14, 10), [27, 17.5]], 100);
    const chart = partsChart(figures, "per_100", { polarity: "lower" })!;
    expect(chart.kind).to.equal("u");
    expect(chart.points[0].limits.upper).to.be.closeTo(255.5, 0.1);
    expect(chart.points[0].limits.lower).to.be.closeTo(29.2, 0.1);
    expect(chart.points[9].limits.upper).to.be.lessThan(chart.points[0].limits.upper!);
  });

  it("keep proportions within 0 and 100 and rates above 0, whatever is counted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 })), {
          minLength: 12,
          maxLength: 30,
        }),
        fc.boolean(),
        (pairs, isProportion) => {
          const counted = pairs.map(
            ([some, of]) => [isProportion ? Math.min(some, of) : some, of] as const,
          );
          const chart = partsChart(
            parts(counted, isProportion ? 100 : 1000),
            isProportion ? "percent" : "per_1000",
            { polarity: "higher", target: 50 },
          );
          for (const { limits } of chart?.points ?? []) {
            expect(limits.lower).to.be.at.least(0);
            expect(limits.lower).to.be.at.most(limits.mean!);
            expect(limits.upper).to.be.at.least(limits.mean!);
            if (isProportion) expect(limits.upper).to.be.at.most(100);
          }
        },
      ),
    );
  });

  it("are drawn from no parts that do not make the figure, lack, or do not vary", () => {
    const good = parts([...times(6, 3, 10), ...times(6, 4, 10)], 100);
    const chart = (figures: readonly Parts[], unit: Unit = "percent"): SpcChart | null =>
      partsChart(figures, unit, { polarity: "higher" });
    expect(chart(good)).to.not.equal(null);
    expect(chart(good, "days")).to.equal(null);
    expect(chart(good.map((figure) => ({ ...figure, value: figure.value + 2 })))).to.equal(null);
    expect(chart([{ ...good[0], denominator: null }, ...good])).to.equal(null);
    expect(chart([{ ...good[0], denominator: 0 }, ...good])).to.equal(null);
    expect(chart(parts(times(12, 11, 10), 100))).to.equal(null);
    expect(chart(parts(times(12, 10, 10), 100))).to.equal(null);
    expect(chart([{ value: null, numerator: null, denominator: null }, ...good])).to.not.equal(
      null,
    );
  });
});
