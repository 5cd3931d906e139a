import { expect } from "chai";
import { datedTargets, targetAtEnd, targetInForce } from "../../../src/kpi/dated-target";
import { dayNumber } from "../../../src/kpi/day-number";
import { rateByTargets } from "../../../src/kpi/rate-by-targets";
import { defaultProfile, profileNamed, ratingProfiles } from "../../../src/kpi/rating-profile";

type TargetedFigure = Parameters<typeof rateByTargets>[0];

const figure = (value: number | null, more: Partial<TargetedFigure> = {}): TargetedFigure => ({
  value,
  day: dayNumber(2025, 9, 30),
  polarity: "higher",
  unit: "percent",
  comparators: {},
  lastYear: null,
  previous: null,
  ...more,
});

describe("targets with days", () => {
  it("are read as people type them, in order of their days", () => {
    const days = (text: string): unknown =>
      datedTargets(text)?.map(({ target, from }) => [
        target.kind === "number" ? target.value : target.kind,
        from,
      ]) ?? null;
    expect(days("95%")).to.deep.equal([[95, null]]);
    expect(days("95 by Mar 25")).to.deep.equal([[95, dayNumber(2025, 3, 31)]]);
    expect(days("95 from Apr 25")).to.deep.equal([[95, dayNumber(2025, 4, 1)]]);
    expect(days("below national by March 2026")).to.deep.equal([
      ["comparator", dayNumber(2026, 3, 31)],
    ]);
    const trajectory = [
      [70, dayNumber(2025, 3, 31)],
      [80, dayNumber(2026, 3, 31)],
    ];
    for (const text of [
      "70 by Mar 25, 80 by Mar 26",
      "80% by Mar 26; 70% by Mar 25",
      "70 by Mar 25 and 80 by Mar 26",
      "70 by 31/03/2025 then 80 by 31/03/2026",
      "70 by Mar 25\n80 by Mar 26",
    ])
      expect(days(text), text).to.deep.equal(trajectory);
    expect(days("TBC")).to.deep.equal([["none", null]]);
    for (const text of ["70, 80", "70 by Mar 25, 80", "70 by then", "lots"])
      expect(days(text), text).to.equal(null);
  });

  it("hold from their day on, the last of two of one day", () => {
    const targets = datedTargets("70 by Mar 25, 80 by Mar 26")!;
    const on = (year: number, month: number): number | null => {
      const held = targetInForce(targets, dayNumber(year, month, 31));
      return held?.target.kind === "number" ? held.target.value : null;
    };
    expect([on(2025, 1), on(2025, 3), on(2026, 1), on(2026, 3)]).to.deep.equal([null, 70, 70, 80]);
    expect(targetAtEnd(targets)!.from).to.equal(dayNumber(2026, 3, 31));
    expect(targetAtEnd(datedTargets("95")!)).to.equal(null);
  });
});

describe("a figure with targets", () => {
  const trajectory = datedTargets("70 by Mar 25, 80 by Mar 26", {
    tolerance: { kind: "percentage_points", amount: 5 },
    polarity: null,
    from: null,
  })!;
  const rated = (one: TargetedFigure): unknown[] => {
    const { target, rating, reason, gap, end } = rateByTargets(one, trajectory, defaultProfile);
    return [target, rating, reason, gap, end?.target, end?.rating];
  };

  it("stands against the milestone in force and against the end", () => {
    expect(rated(figure(76))).to.deep.equal([70, "met", null, 6, 80, "near"]);
    expect(rated(figure(66))).to.deep.equal([70, "near", null, -4, 80, "missed"]);
    const late = { day: dayNumber(2026, 4, 30) };
    expect(rated(figure(81, late))).to.deep.equal([80, "met", null, 1, 80, "met"]);
  });

  it("is not rated before its first milestone, and told where it stands to the end", () => {
    const early = { day: dayNumber(2025, 2, 28) };
    expect(rated(figure(60, early))).to.deep.equal([
      null,
      "not_rated",
      "target_not_due",
      null,
      80,
      "missed",
    ]);
  });

  it("does not meet a target that leaves the figure itself out", () => {
    const at = (words: string): string =>
      rateByTargets(
        {
          value: 5,
          unit: "count",
          lastYear: null,
          previous: null,
          day: dayNumber(2024, 3, 31),
          polarity: "lower",
          comparators: {},
        },
        datedTargets(words)!,
        defaultProfile,
      ).rating;
    expect(["<5", "below 5", "<5 by Mar 23"].map(at)).to.deep.equal(["missed", "missed", "missed"]);
    expect(["5", "≤5", "at most 5"].map(at)).to.deep.equal(["met", "met", "met"]);
  });

  it("is not rated by words that want the opposite, or by a target of another unit", () => {
    const by = (text: string, more: Partial<TargetedFigure>): unknown => {
      const { rating, reason } = rateByTargets(
        figure(10, more),
        datedTargets(text)!,
        defaultProfile,
      );
      return reason ?? rating;
    };
    expect(by("below 12", {})).to.equal("polarity_not_understood");
    expect(by("below 12", { polarity: "lower" })).to.equal("met");
    expect(by("below 12", { polarity: "neutral" })).to.equal("met");
    expect(by("12", { polarity: "neutral" })).to.equal("no_polarity");
    expect(by("9%", { unit: "count" })).to.equal("target_not_understood");
    expect(by("9 weeks", {})).to.equal("target_not_understood");
    expect(by("9", { unit: "count" })).to.equal("met");
  });

  it("is rated by the profile of the name, in any spelling", () => {
    expect(profileNamed("Percent 10")!.id).to.equal("percent_10");
    expect(profileNamed("as I like it")).to.equal(null);
    const found = ratingProfiles.map((profile) => {
      const one = figure(73, { lastYear: 70, previous: 71 });
      return rateByTargets(one, datedTargets("80")!, profile).rating;
    });
    expect(found).to.deep.equal(["missed", "missed", "missed", "missed", "near", "met"]);
  });
});
