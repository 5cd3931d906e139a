import { expect } from "chai";
import { wordsFrom } from "../../../src/host/words";
import { dayNumber } from "../../../src/kpi/day-number";
import { datedTargets } from "../../../src/kpi/dated-target";
import { rateByTargets } from "../../../src/kpi/rate-by-targets";
import { defaultProfile, profileNamed } from "../../../src/kpi/rating-profile";
import { readTolerance } from "../../../src/kpi/read-tolerance";
import { buildScorecard } from "../support/build-scorecard";
import {
  comparatorInFull,
  comparatorPeriod,
  endText,
  statusText,
  targetText,
} from "../../../src/model/display";
import type { Kpi } from "../../../src/model/kpi";
import type { ModelRules } from "../../../src/model/rules";
import { tooltipItems } from "../../../src/model/tooltip-items";
import { dataViewOf, type Row } from "../../../page/visual/data-view";
import { englishWords } from "../support/test-host";

const rules: ModelRules = {
  profile: null,
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
  today: dayNumber(2025, 10, 20),
};
const words = wordsFrom({ getDisplayName: (key) => englishWords[key] ?? key });
const drawn = (rows: readonly Row[], changed: Partial<ModelRules> = {}): Kpi =>
  buildScorecard(
    dataViewOf(rows.map((row) => ({ indicator: "A", polarity: "higher", unit: "%", ...row }))),
    { ...rules, ...changed },
  ).kpis[0];

describe("the rating that the data gives", () => {
  const given = (row: Row, changed?: Partial<ModelRules>): string =>
    statusText(drawn([{ period: "Sep 2025", value: 74, target: 80, ...row }], changed), words);

  it("stands unless the pane chooses a rule", () => {
    expect(given({})).to.equal("Missed");
    expect(given({ rating: "near" })).to.equal("Near");
    expect(given({ rating: "Met" })).to.equal("Met");
    expect(given({ rating: "near" }, { profile: profileNamed("none") })).to.equal("Missed");
    expect(given({ ratingProfile: "percent_10" })).to.equal("Near");
    expect(given({ ratingProfile: "percent_10" }, { profile: profileNamed("none") })).to.equal(
      "Missed",
    );
  });

  it("may be none, for the reason that it names", () => {
    expect(given({ rating: "no_last_year" })).to.equal(
      "Not rated: no value for the same period last year",
    );
    expect(given({ rating: "not rated" })).to.equal("Not rated: by the data");
  });

  it("leaves unrated what it says in other words, and a figure that is not there", () => {
    expect(given({ rating: "quite good" })).to.equal("Not rated: rating not understood");
    expect(given({ ratingProfile: "as we like it" })).to.equal("Not rated: rating not understood");
    expect(given({ rating: "met", value: null, statusWords: "awaiting" })).to.equal("Not rated");
  });

  it("is named with its rule, and with how it stands to the end", () => {
    const kpi = drawn([
      {
        period: "Sep 2025",
        value: 74,
        target: 80,
        rating: "near",
        ratingProfile: "percent_10",
        endStatus: "Missed: 95 by 31 Mar 2026",
      },
    ]);
    const told = tooltipItems(kpi, words).map(
      ({ displayName, value }) => `${displayName}: ${value}`,
    );
    expect(told).to.include.members([
      "Rating rule: Near within 10 per cent of the target",
      "Against the end: Missed: 95 by 31 Mar 2026",
    ]);
  });
});

describe("a target that is typed as a trajectory", () => {
  const rows = (target: string): Row[] =>
    ["Feb 2025", "Mar 2025", "Sep 2025"].map((period) => ({ period, value: 72, target }));

  it("is the milestone in force in each period", () => {
    const kpi = drawn(rows("70 by Mar 25, 80 by Mar 26"));
    expect(kpi.series.map(({ target, rating }) => [target, rating.reason ?? rating.rating])).to.eql(
      [
        [null, "target_not_due"],
        [70, "met"],
        [70, "met"],
      ],
    );
    expect(targetText(kpi, words)).to.include("70");
  });
});

describe("a trajectory of a table", () => {
  const from = (year: number, month: number): number => dayNumber(year, month + 1, 0);

  it("that is typed in words rates as the tables of a build do, now and against its end", () => {
    for (const [value, first, last, polarity] of [
      [72, 70, 80, "higher"],
      [66, 70, 80, "higher"],
      [85, 70, 80, "higher"],
      [12, 15, 10, "lower"],
      [9, 15, 10, "lower"],
    ] as const)
      for (const tolerance of [null, "5", "10% of target"]) {
        const target = `${first} by Mar 25, ${last} by Mar 26`;
        const kpi = drawn([{ period: "Jun 2025", value, target, tolerance, polarity, unit: "%" }]);
        const allowed = tolerance === null ? null : readTolerance(tolerance)!;
        const rated = rateByTargets(
          {
            value,
            unit: "percent",
            polarity,
            day: from(2025, 6),
            comparators: {},
          },
          datedTargets(target, { tolerance: allowed, polarity: null, from: null })!,
          defaultProfile,
        );
        expect([kpi.latest.target, kpi.latest.rating.rating]).to.deep.equal([
          rated.target,
          rated.rating,
        ]);
        const { words: printed, ...end } = rated.end!;
        expect(printed).to.equal(`${last}%`);
        expect(kpi.end, `${value} ${target} ${tolerance}`).to.deep.equal(end);
      }
    const text = endText(
      drawn([
        { period: "Jun 2025", value: 72, target: "70 by Mar 25, 80 by Mar 26", polarity: "higher" },
      ]),
      words,
    );
    expect(text).to.match(/^Missed: 80(?:\.0)?% by 31 Mar(?:ch)? 2026$/);
  });

  it("prints the sign of an end that itself does not do, or that follows a comparator", () => {
    const end = (target: string, polarity: string, more: Row = {}): string | null =>
      endText(
        drawn([{ period: "Jun 2025", value: 72, target, polarity, unit: "%", ...more }]),
        words,
      );
    expect(end("70 by Mar 25, >80 by Mar 26", "higher")).to.match(/^Missed: > 80%? by 31 Mar/);
    expect(end("70 by Mar 25, more than 72 by Mar 26", "higher")).to.match(/^Missed: > 72%? by/);
    expect(end("80 by Mar 25, <72 by Mar 26", "lower")).to.match(/^Missed: < 72%? by/);
    expect(end("80 by Mar 25, \u226472 by Mar 26", "lower")).to.match(/^Met: 72%? by/);
    expect(end("70 by Mar 25, >80 by Mar 26", "")).to.match(/^Missed: > 80%? by/);
    expect(end("70 by Mar 25, above national by Mar 26", "higher", { england: 75 })).to.match(
      /^Missed: \u2265 75%? by/,
    );
  });

  it("that goes on over periods to come has their last target as its end", () => {
    const rows = ["Mar 2025", "Jun 2025", "Sep 2025"].map((period, i) => ({
      period,
      value: i === 0 ? 60 : null,
      target: 55 + 5 * i,
      polarity: "higher",
    }));
    const { end, latest } = drawn(rows);
    expect(latest.rating.rating).to.equal("met");
    expect(end).to.deep.equal({ target: 65, by: from(2025, 9), rating: "missed" });
    expect(drawn([{ period: "Mar 2025", value: 60, target: 55 }]).end).to.equal(null);
  });
});

describe("a comparator beside a figure", () => {
  const row: Row = {
    period: "Sep 2025",
    value: 74,
    england: 50.4,
    englandPeriod: "2023, published",
    neighbours: 61,
    neighboursMethod: "published",
    neighboursPeriod: "Sep 2025, as the board's sheet prints it",
  };

  it("says of which period it is where that is another, and where it is from", () => {
    const kpi = drawn([row]);
    expect(comparatorPeriod(kpi.england!, kpi, words)).to.equal("2023");
    expect(comparatorInFull(kpi.england, kpi, words)).to.equal("50.4% (2023, published)");
    expect(comparatorPeriod(kpi.average!, kpi, words)).to.equal("");
    expect(kpi.average!.method).to.equal("published");
  });

  it("has a line in the trend where it is of the periods of the figures", () => {
    const years = [2020, 2021, 2022].map((year) => ({
      period: `${year}`,
      value: 60 + year - 2020,
      neighbours: year - 1970,
      neighboursPeriod: `${year}, published`,
    }));
    const carried = { period: "2023", value: 64, neighbours: 52, neighboursPeriod: "2022" };
    const kpi = drawn([...years, carried]);
    expect(kpi.history.neighbours.map(({ period, value }) => [period.label, value])).to.deep.equal([
      ["2020", 50],
      ["2021", 51],
      ["2022", 52],
    ]);
  });

  it("has a figure of a period of its own, which is none of the KPI", () => {
    const alone = [2018, 2019, 2023].map((year) => ({
      period: `${year}`,
      neighbours: year - 1970,
      neighboursPeriod: `${year}, published`,
    }));
    const own = [2020, 2021].map((year) => ({
      period: `${year}`,
      value: 60 + year - 2020,
      neighbours: year - 1970,
      neighboursPeriod: `${year}, published`,
    }));
    const kpi = drawn([...alone, ...own]);
    expect(kpi.history.neighbours.map(({ period }) => period.label)).to.deep.equal([
      "2018",
      "2019",
      "2020",
      "2021",
      "2023",
    ]);
    expect(kpi.series.map(({ period }) => period.label)).to.deep.equal(["2020", "2021"]);
    expect([kpi.latest.value, kpi.latest.period.label, kpi.rows.length]).to.deep.equal([
      61,
      "2021",
      2,
    ]);
    expect(kpi.average!.value).to.equal(51);
  });

  it("has its own period beside figures of shorter ones, and none where that is not clear", () => {
    const month = (period: string, england: number, englandPeriod: string): Row => ({
      period,
      value: 60,
      england,
      englandPeriod,
    });
    const kpi = drawn([
      month("Nov 2023", 49.2, "2022, published"),
      month("Dec 2023", 49.2, "2022, published"),
      month("Jan 2024", 50.4, "2023, published"),
      month("Feb 2024", 50.3, "2021/22"),
      month("Mar 2024", 51.3, "2021/22"),
      month("Apr 2024", 7, "the year before"),
    ]);
    expect(
      kpi.history.england.map(({ period, value }) => [period.label, period.frequency, value]),
    ).to.deep.equal([
      ["2022", "calendar_year", 49.2],
      ["2023", "calendar_year", 50.4],
    ]);
  });
});
