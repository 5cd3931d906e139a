import { expect } from "chai";
import fc from "fast-check";
import { defaultProfile } from "../../../src/kpi/rating-profile";
import { buildScorecard } from "../support/build-scorecard";
import {
  absenceText,
  gapText,
  previousText,
  rankText,
  secondaryText,
  statusText,
  targetText,
  valueText,
} from "../../../src/model/display";
import type { Kpi } from "../../../src/model/kpi";
import { dayNumber } from "../../../src/kpi/day-number";
import type { ModelRules } from "../../../src/model/rules";
import { wordsFrom } from "../../../src/host/words";
import { boardPaper } from "../support/board-paper";
import { dataViewOf, type DataViewOptions, type Row } from "../../../page/visual/data-view";
import { englishWords } from "../support/test-host";

const rules: ModelRules = {
  profile: defaultProfile,
  tolerance: null,
  polarity: "neutral",
  base: null,
  ownWords: {},
  judgedBy: "automatic",
  baselinePoints: null,
  steps: [],
  averageMethod: "mean",
  years: null,
  firstMonth: 4,
  today: dayNumber(2024, 4, 20),
};
const words = wordsFrom({ getDisplayName: (key) => englishWords[key] ?? key });
const kpisOf = (
  rows: readonly Row[],
  options?: DataViewOptions,
  changed: Partial<ModelRules> = {},
): readonly Kpi[] => buildScorecard(dataViewOf(rows, options), { ...rules, ...changed }).kpis;
const only = (row: Row, options?: DataViewOptions, changed?: Partial<ModelRules>): Kpi =>
  kpisOf([{ indicator: "A", ...row }], options, changed)[0];

describe("the scorecard's model", () => {
  it("keeps every KPI of a board paper, in order", () => {
    const names = [...new Set(boardPaper().map(({ indicator }) => indicator))];
    expect(kpisOf(boardPaper()).map(({ name }) => name)).to.deep.equal(names);
  });

  it("draws a council whose figure is awaited, where others have one and England has its own", () => {
    const england = { indicator: "A", period: "2023", england: 52, englandPeriod: "2023" };
    const kpis = kpisOf([
      { ...england, area: "Eastshire", value: 61 },
      { ...england, area: "Westshire" },
    ]);
    expect(kpis.map(({ area, latest }) => [area, latest.value])).to.deep.equal([
      ["Eastshire", 61],
      ["Westshire", null],
    ]);
    expect(kpis[1].latest.rating.rating).to.equal("not_rated");
  });

  it("draws a KPI that has only words", () => {
    const kpi = kpisOf([
      { indicator: "A", statusWords: "awaiting" },
      { indicator: "B", statusWords: "Ready in May" },
    ]);
    expect(kpi.map((row) => absenceText(row, words))).to.deep.equal([
      "awaiting data",
      "Ready in May",
    ]);
    expect(kpi.map(({ latest }) => latest.rating.rating)).to.deep.equal(["not_rated", "not_rated"]);
  });

  it("takes text that stands where the value should as its words", () => {
    expect(absenceText(only({ value: "awaiting data", previous: 61, unit: "%" }), words)).to.equal(
      "awaiting data, last 61%",
    );
  });

  it("says the last known value with its period", () => {
    const kpi = kpisOf([
      { indicator: "A", unit: "%", period: "Feb 24", value: 61 },
      { indicator: "A", unit: "%", period: "Mar 24", statusWords: "awaiting", value: null },
    ])[0];
    expect(absenceText(kpi, words)).to.equal("awaiting data, last 61% in Feb 24");
    expect(kpi.direction.movement).to.equal(null);
  });

  it("takes a blank for no value and 0 for 0", () => {
    expect(
      only({ value: null, target: 0, polarity: "lower", statusWords: "missing" }).latest.rating
        .rating,
    ).to.equal("not_rated");
    expect(only({ value: 0, target: 0, polarity: "lower" }).latest.rating.rating).to.equal("met");
  });

  it("rates by the row's tolerance, in points for percentages and of the target of other units", () => {
    const rated = (tolerance: unknown, value = 91): string =>
      only({ value, target: 95, unit: "%", polarity: "higher", tolerance }).latest.rating.rating;
    const words = [5, "5 points", "3", "4%", "within 4%", "3.9%", "4% of target"];
    expect(words.map((tolerance) => rated(tolerance))).to.deep.equal(
      "near near missed near near missed missed".split(" "),
    );
    const counted = (tolerance: unknown): string =>
      only({ value: 38, target: 40, unit: "number", polarity: "higher", tolerance }).latest.rating
        .rating;
    expect(["5%", "4%", "±5%", 2].map(counted)).to.deep.equal(["near", "missed", "near", "near"]);
    expect(
      only({ value: 91, lower: 90, target: 95, unit: "%", polarity: "higher" }).latest.rating
        .rating,
    ).to.equal("near");
    expect(
      only({ value: 91, target: 95, unit: "%", polarity: "higher" }, undefined, {
        tolerance: { kind: "percentage_points", amount: 5 },
      }).latest.rating.rating,
    ).to.equal("near");
  });

  it("does not take a target that leaves its number out as reached by that number", () => {
    const said = (row: Row): string[] => {
      const kpi = only({ value: 5, polarity: "lower", ...row });
      return [kpi.latest.rating.rating, targetText(kpi, words)];
    };
    expect(said({ targetRule: "<5" })).to.deep.equal(["missed", "< 5"]);
    expect(said({ target: 5, targetRule: "below 5" })).to.deep.equal(["missed", "< 5"]);
    expect(said({ target: 5, targetRule: "at most 5" })).to.deep.equal(["met", "5"]);
    expect(said({ targetRule: "at most 5" })).to.deep.equal(["met", "≤ 5"]);
    expect(said({ target: 5 })).to.deep.equal(["met", "5"]);
  });

  it("follows a target that points at a comparator, and says what a target in words is", () => {
    const below = only({
      value: 3.4,
      targetRule: "Below national",
      polarity: "lower",
      unit: "%",
      england: 5.4,
    });
    expect([below.latest.rating.rating, targetText(below, words)]).to.deep.equal(["met", "≤ 5.4%"]);
    const none = only({ value: 3, targetRule: "TBC", polarity: "lower" });
    expect([statusText(none, words), targetText(none, words)]).to.deep.equal([
      "Not rated: target not set yet",
      "TBC",
    ]);
    expect(only({ value: 3, targetRule: "n/a", polarity: "lower" }).latest.rating.reason).to.equal(
      "target_not_applicable",
    );
  });

  it("prints a value with more decimals where rounding would show its target as reached", () => {
    const kpi = only({ value: 94.96, target: 95, unit: "0.0%", polarity: "higher" });
    expect([valueText(kpi), gapText(kpi)]).to.deep.equal(["94.96%", "−0.04 pp"]);
  });

  it("multiplies values whose format is a share of 1, and their targets by their own format", () => {
    const kpi = only(
      { value: 0.67, target: 0.95, previous: 53, polarity: "higher" },
      { formats: { value: "0%", target: "0.0%", previous: '0"%"' } },
    );
    expect([
      valueText(kpi),
      targetText(kpi, words),
      previousText(kpi),
      kpi.latest.rating.gap,
    ]).to.deep.equal(["67%", "95%", "53%", -28]);
  });

  it("shows a second figure, or the parts of a percentage", () => {
    expect(secondaryText(only({ value: 7, secondary: 0.03 }), words)).to.equal("(0.03)");
    expect(
      secondaryText(only({ value: 66.7, unit: "%", numerator: 28, denominator: 42 }), words),
    ).to.equal("(28 of 42)");
    expect(
      secondaryText(only({ value: 27.4, unit: "weeks", numerator: 301, denominator: 11 }), words),
    ).to.equal("");
    expect(
      [valueText, previousText].map((text) =>
        text(only({ value: 27.4, previous: 31.3, unit: "weeks" })),
      ),
    ).to.deep.equal(["27.4 weeks", "31.3"]);
  });

  it("gives no arrow without two values, over a gap, or for a figure that was carried over", () => {
    const series = (...points: [string, number | null][]): Kpi =>
      kpisOf(
        points.map(([period, value]) => ({
          indicator: "A",
          period,
          value,
          polarity: "higher",
          statusWords: value === null ? "missing" : undefined,
        })),
      )[0];
    expect(series(["Mar 24", 5]).direction.movement).to.equal(null);
    expect(series(["Jan 24", 4], ["Mar 24", 5]).direction.movement).to.equal(null);
    expect(series(["Feb 24", null], ["Mar 24", 5]).direction.movement).to.equal(null);
    expect(series(["Mar 24", 5], ["Feb 24", 4]).direction).to.include({
      movement: "up",
      judgement: "improving",
    });
    expect(
      only({ value: 4.4, previous: 4.4, period: "Mar 24", frequency: "termly" }).direction.reason,
    ).to.equal("not_updated");
  });

  it("compares a cumulative KPI with the same point last year", () => {
    const rows = [
      ["Mar 23", 7],
      ["Feb 24", 199],
      ["Mar 24", 240],
    ].map(([period, value]) => ({
      indicator: "A",
      period,
      value,
      polarity: "lower",
      cumulative: "yes",
    }));
    expect(kpisOf(rows)[0].direction.change).to.equal(233);
    expect(kpisOf(rows, undefined, { base: "previous_period" })[0].direction.change).to.equal(41);
  });

  it("ranks own authority among its neighbours and averages those with a value", () => {
    const area = (name: string, value: number | null, extra: Row = {}): Row => ({
      indicator: "A",
      unit: "%",
      polarity: "higher",
      period: "2024",
      areaRole: "neighbour",
      area: name,
      value,
      numerator: value,
      denominator: 100,
      ...extra,
    });
    const rows = [
      area("Us", 50, { areaRole: "own" }),
      area("B", 60),
      area("C", 40),
      area("D", null, { statusWords: "not_available" }),
      area("C", 90, { period: "2023" }),
    ];
    const kpi = kpisOf(rows)[0];
    expect(kpi.average).to.include({ value: 50, method: "mean", areaCount: 2, listed: 3 });
    expect(rankText(kpi, words)).to.equal("2nd of 3");
    expect(kpi.neighbours?.areas.map(({ name, value }) => [name, value])).to.deep.equal([
      ["C", 40],
      ["B", 60],
      ["D", null],
    ]);
    expect(kpisOf(rows, undefined, { averageMethod: "pooled" })[0].average).to.include({
      value: 50,
      method: "pooled",
    });
  });

  it("averages no plain counts over areas", () => {
    const rows = [
      { indicator: "A", unit: "number", value: 5, areaRole: "own" },
      { indicator: "A", unit: "number", value: 9, areaRole: "neighbour", area: "B" },
    ];
    expect(kpisOf(rows)[0].average).to.equal(null);
  });

  it("gives the neighbour average that the data holds before one of its own", () => {
    expect(
      only({ value: 67, neighbours: 36.4, method: "pooled", areaCount: 10 }).average,
    ).to.include({ value: 36.4, method: "pooled", areaCount: 10 });
  });

  it("makes a row for each own area, with the comparators that are for it", () => {
    const rows = [
      { indicator: "A", area: "North", forArea: "North", areaRole: "own", value: 1 },
      { indicator: "A", area: "South", forArea: "South", areaRole: "own", value: 2 },
      { indicator: "A", area: "Region 1", forArea: "North", areaRole: "region", value: 3 },
    ];
    const [north, south] = kpisOf(rows);
    expect([north.name, south.name, north.region?.value, south.region]).to.deep.equal([
      "A (North)",
      "A (South)",
      3,
      null,
    ]);
  });

  it("counts rows that give a period a second figure, and says when more rows exist", () => {
    const doubled = buildScorecard(
      dataViewOf(
        [
          { indicator: "A", period: "Mar 24", value: 1 },
          { indicator: "A", period: "Mar 24", value: 2 },
        ],
        { segment: true },
      ),
      rules,
    );
    expect(doubled.warnings).to.deep.equal([
      { key: "warning_more_rows", count: 2 },
      { key: "warning_doubled_periods", count: 1 },
      { key: "warning_doubts", count: 1 },
    ]);
    expect(doubled.kpis[0].latest).to.include({ value: null });
    expect(doubled.kpis[0].latest.rating.reason).to.equal("figures_differ");
  });

  it("mixes months, terms and years, and labels that name no time", () => {
    const kpis = kpisOf([
      { indicator: "month", period: "Mar 24", value: 1 },
      { indicator: "month", period: "Feb 24", value: 2 },
      { indicator: "year", period: "2023/24", value: 1 },
      { indicator: "wave", period: "Wave two", value: 5 },
      { indicator: "wave", period: "Wave three", value: 6 },
    ]);
    expect(kpis.map(({ latest }) => latest.period.label)).to.deep.equal(["Mar 24", "2023/24", ""]);
    expect(kpis[2].latest.rating.reason).to.equal("no_order");
    expect(absenceText(kpis[2], words)).to.contain("“Wave two”");
    expect(kpis.map(({ frequency }) => frequency)).to.deep.equal([
      "month",
      "academic_year",
      "month",
    ]);
  });

  it("draws periods of the KPI's own frequency where it has several", () => {
    const rows = [
      ["Feb 24", 1],
      ["Mar 24", 2],
      ["2023-24", 20],
      ["Q4 2023-24", 6],
    ].map(([period, value]) => ({ indicator: "A", frequency: "quarter", period, value }));
    expect(kpisOf(rows)[0].series.map(({ value }) => value)).to.deep.equal([6]);
    expect(
      kpisOf(rows.map((row) => ({ ...row, frequency: "half_term" })))[0].series,
    ).to.have.length(0);
  });

  it("places a period that names no end by the day its figure speaks of", () => {
    const kpi = kpisOf(
      [
        { indicator: "A", period: "2025/26 to date", asAt: "2026-01-15", value: 2 },
        { indicator: "A", period: "2024/25", value: 1 },
      ],
      undefined,
      { today: dayNumber(2026, 2, 1) },
    )[0];
    expect(kpi.latest.period).to.include({ label: "2025/26 to date", end: dayNumber(2026, 1, 15) });
  });

  it("marks a figure past due as stale", () => {
    expect(only({ value: 1, nextDue: "2024-04-01" }).stale).to.equal(true);
    expect(only({ value: 1, nextDue: "2024-06-01" }).stale).to.equal(false);
    expect(only({ value: 1 }).stale).to.equal(false);
  });

  it("says why a view without the indicator field is empty", () => {
    expect(buildScorecard(dataViewOf([{ target: 1 }]), rules).warnings[0].key).to.equal(
      "warning_no_indicator",
    );
    expect(buildScorecard(undefined, rules).kpis).to.deep.equal([]);
  });

  it("rates no figure as met without a value and a target, whatever the data holds", () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.double(),
      fc.integer({ min: -100, max: 100 }),
      fc.constantFrom("awaiting data", "TBC", "", "12%"),
      fc.boolean(),
      fc.date(),
    );
    const row = fc.record({
      indicator: fc.constantFrom("A", "B", "C"),
      value: cell,
      target: cell,
      period: cell,
      polarity: fc.constantFrom("higher", "lower", "neutral", null, "sideways"),
      tolerance: cell,
      previous: cell,
      lower: cell,
      secondary: cell,
      areaRole: fc.constantFrom("own", "neighbour", "england", null, "moon"),
      numerator: cell,
      denominator: cell,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const kpis = kpisOf(rows);
        expect(kpis.length).to.equal(new Set(rows.map(({ indicator }) => indicator)).size);
        for (const { latest } of kpis)
          if (latest.rating.rating !== "not_rated")
            expect(latest.value !== null && latest.target !== null).to.equal(true);
      }),
      { numRuns: 300 },
    );
  });
});
