import { expect } from "chai";
import { readMark } from "../../../src/kpi/chart-mark";
import { judgementOf } from "../../../src/kpi/judge";
import { rareEventLimits } from "../../../src/kpi/rare-event-limits";
import { partsChart, rareEventChart, spcChart } from "../../../src/kpi/spc";

describe("marks of a chart", () => {
  it("are a step, a ghost or a note, by their first word", () => {
    expect(readMark("Step: new team")).to.deep.equal({
      step: true,
      ghost: false,
      note: "new team",
    });
    expect(readMark("recalculate")).to.deep.equal({ step: true, ghost: false, note: "" });
    expect(readMark("ghost")).to.deep.equal({ step: false, ghost: true, note: "" });
    expect(readMark("Excluded: strike")).to.deep.equal({
      step: false,
      ghost: true,
      note: "strike",
    });
    expect(readMark("cam - tîm newydd")).to.deep.equal({
      step: true,
      ghost: false,
      note: "tîm newydd",
    });
    for (const note of ["Steps taken by the board", "Ghostwriter", "New data source"])
      expect(readMark(note)).to.deep.equal({
        step: false,
        ghost: note === "Ghostwriter",
        note: note === "Ghostwriter" ? "" : note,
      });
    expect(readMark(null).note).to.equal("");
  });
});

describe("the g chart of rare events", () => {
  it("has the limits of the geometric distribution around the median", () => {
    // Mean 4, standard deviation the root of 20.
    const limits = rareEventLimits([0, 2, 3, 5, 10])!;
    expect(limits.mean).to.equal(3);
    expect(limits.upper).to.be.closeTo(4 + 3 * Math.sqrt(20), 1e-9);
    expect(limits.nearUpper).to.be.closeTo(4 + 2 * Math.sqrt(20), 1e-9);
    expect(limits.lower).to.equal(0);
  });

  it("is none of numbers that are not whole, or below 0", () => {
    expect(rareEventLimits([1, 2.5])).to.equal(null);
    expect(rareEventLimits([1, -1])).to.equal(null);
    expect(rareEventChart([1, 2.5], { polarity: "higher" })).to.equal(null);
  });

  it("finds a long time without an event", () => {
    const values = [3, 1, 4, 2, 0, 5, 3, 2, 1, 4, 2, 3, 40];
    const chart = rareEventChart(values, { polarity: "higher" })!;
    expect(chart.kind).to.equal("g");
    expect(chart.variation).to.equal("improvement_high");
  });
});

describe("limits that are worked out anew", () => {
  const before = [10, 12, 11, 13, 10, 12, 11, 13, 10, 12, 11, 13];
  const after = before.map((value) => value + 30);

  it("are those of the figures from the step on, in the chart and in the judgement", () => {
    const values = [...before, ...after];
    const whole = spcChart(values, { polarity: "higher" });
    const stepped = spcChart(values, { polarity: "higher", rebaseAt: [12] });
    expect(whole.variation).to.equal("improvement_high");
    expect(stepped.variation).to.equal("common_cause");
    expect(stepped.points[0].limits.mean).to.equal(11.5);
    expect(stepped.points[23].limits.mean).to.equal(41.5);
    const series = { polarity: "higher", frequency: "month", cumulative: false } as const;
    const moved = { movement: "up", judgement: "improving" } as const;
    expect(judgementOf(moved, { ...series, values })).to.equal("improving");
    expect(judgementOf(moved, { ...series, values: after })).to.equal("steady");
  });

  it("come from the points of a baseline, where one is asked for", () => {
    const values = [...before, ...after];
    const chart = spcChart(values, { polarity: "higher", baselinePoints: 12 });
    expect(chart.points[23].limits.mean).to.equal(11.5);
    const figures = values.map((value) => ({ value, numerator: value, denominator: 100 }));
    const parts = partsChart(figures, "percent", { polarity: "higher", baselinePoints: 12 })!;
    expect(parts.points[23].limits.mean).to.be.closeTo(11.5, 1e-9);
    const stepped = partsChart(figures, "percent", { polarity: "higher", rebaseAt: [12] })!;
    expect(stepped.points[23].limits.mean).to.be.closeTo(41.5, 1e-9);
  });
});
