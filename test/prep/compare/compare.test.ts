import { expect } from "chai";
import { dayOf, isoOf, type Day } from "../../../prep/calendar/day";
import { monthEnd, monthStart } from "../../../prep/calendar/periods";
import { readNeighbourModel } from "../../../prep/sources/neighbours/read-model";
import { publishedMappings } from "../../../prep/sources/published/mapping";
import { figuresOf, type IndicatorFigure } from "../../../prep/sources/published/published-figures";
import { readEes } from "../../../prep/sources/published/read-ees";
import { benchmarkRows, regionOf } from "../../../prep/compare/benchmark";
import type { Figure } from "../../../prep/indicators/figure";
import { needShares } from "../../../prep/collections/sen2/indicators/need-shares";
import { onePublishedFigure } from "../../../prep/compare/one-published-figure";
import { rateRows, type RatedIndicator } from "../../../prep/compare/rate-rows";
import { reconcile } from "../../../prep/compare/reconcile";
import { readTargetSetting, type IndicatorTarget } from "../../../prep/compare/targets";
import { kpiValueRow, type KpiValueRow } from "../../../prep/star/kpi-value-row";
import { csvTable, past } from "../../published-file";

/** What a row of `reconciliation.csv` holds, in alphabetical order. */
const COLUMNS = [
  "agrees",
  "area_code",
  "breakdown",
  "breakdown_value",
  "comparability",
  "counted_as",
  "difference",
  "frequency",
  "indicator_id",
  "note",
  "own_denominator",
  "own_numerator",
  "own_value",
  "period_label",
  "published_denominator",
  "published_numerator",
  "published_value",
  "release",
];

const HEAD =
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code," +
  "region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown," +
  "requests_received_in_year,requests_decided_not_to_assess,request_not_assess_pc";
const authority = (code: string, received: string, refused: string, share: string): string =>
  `2024,Calendar year,Local authority,E92000001,England,E12000009,South West,,${code},Name,All requests for EHC needs assessments,All requests for EHC needs assessments,${received},${refused},${share}`;

async function figures(release: string, ...lines: string[]): Promise<IndicatorFigure[]> {
  return figuresOf(
    readEes(await csvTable(`${HEAD}\n${lines.join("\n")}\n`), {
      file: "requests.csv",
      release,
      sourceKey: Number(release),
    }),
    publishedMappings,
  );
}

const { model } = readNeighbourModel({
  file: "own.csv",
  version: "own-1",
  name: "Own",
  rows: [
    ["la_code", "neighbour_code", "rank"],
    ["839", "822", 1],
    ["839", "882", 2],
    ["839", "886", 3],
  ],
});

describe("published comparators", () => {
  it("never average counts, and take each figure from the latest release", async () => {
    const list = [
      ...(await figures(
        "2024",
        authority("839", "100", "20", "20.0"),
        authority("822", "10", "1", "10.0"),
      )),
      ...(await figures(
        "2025",
        authority("839", "110", "33", "30.0"),
        authority("882", "200", "80", "40.0"),
        authority("886", "x", "x", "x"),
      )),
    ];
    const rows = benchmarkRows(onePublishedFigure(list.map(past)).figures, {
      authority: "839",
      model,
      polarity: new Map(),
    });
    const of = (indicator: string): string[] =>
      rows
        .filter((row) => row.indicator_id === indicator)
        .map((row) => `${row.area_role} ${row.area_code} ${row.method} ${row.value}`);
    expect(of("ehc_requests_received")).to.deep.equal([
      "own 839 published 110",
      "neighbour 822 published 10",
      "neighbour 882 published 200",
      "neighbour 886 published null",
    ]);
    expect(of("ehc_requests_refused_pct")).to.deep.equal([
      "own 839 published 30",
      "neighbour 822 published 10",
      "neighbour 882 published 40",
      "neighbour 886 published null",
      "neighbour_average 839 mean 25",
      "neighbour_average 839 median 25",
      `neighbour_average 839 pooled ${(100 * 81) / 210}`,
    ]);
    const mean = rows.find((row) => row.method === "mean")!;
    expect(mean).to.include({
      area_count: 2,
      neighbour_model: "own-1",
      comparability: "caution",
      for_area_code: "839",
    });
    expect(mean.comparability_note).to.contain("2 of 3 neighbours, without 886");
    expect(rows[0]).to.include({ source_key: 2025, rank: null, quartile: null });
    const keys = rows.map((row) =>
      JSON.stringify([
        row.indicator_id,
        row.area_code,
        row.for_area_code,
        row.period_end,
        row.frequency,
        row.method,
        row.source_key,
      ]),
    );
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it("know the region of an authority", () => {
    expect(regionOf("839")).to.equal("E12000009");
    expect(regionOf("933")).to.equal("E12000009");
    expect(regionOf("998")).to.equal(null);
  });
});

describe("reconciliation", () => {
  const end = dayOf(2024, 12, 31);
  const own = (
    indicator: string,
    numerator: number,
    denominator: number | null,
    value: number,
  ): {
    indicator: string;
    frequency: string;
    end: Day;
    numerator: number;
    denominator: number | null;
    value: number;
  } => ({ indicator, frequency: "calendar_year", end, numerator, denominator, value });

  it("holds ours against the published figure of the same definition", async () => {
    const published = await figures(
      "2025",
      authority("839", "110", "33", "30.0"),
      authority("822", "1", "1", "100.0"),
    );
    const lines = reconcile(
      [
        own("ehc_requests_received", 108, null, 108),
        own("ehc_requests_refused_pct", 30, 90, (100 * 30) / 90),
        own("ehc_requests_refused_of_received_pct", 33, 110, 30),
      ],
      published,
      "839",
    );
    expect(
      lines.map((line) => [
        line.indicator_id,
        line.counted_as,
        line.own_value,
        line.published_value,
        line.difference,
        line.agrees,
        line.comparability,
      ]),
    ).to.deep.equal([
      ["ehc_requests_received", "ehc_requests_received", 108, 110, -2, false, "comparable"],
      [
        "ehc_requests_refused_pct",
        "ehc_requests_refused_of_received_pct",
        30,
        30,
        0,
        true,
        "comparable",
      ],
    ]);
    const ours = reconcile(
      [own("ehc_requests_refused_pct", 30, 90, (100 * 30) / 90)],
      published,
      "839",
    )[0];
    expect([ours.difference, ours.comparability, ours.note !== null]).to.deep.equal([
      3.3,
      "caution",
      true,
    ]);
    expect(Object.keys(ours).sort()).to.deep.equal(COLUMNS);
    expect(reconcile([], published, "839")).to.deep.equal([]);
  });
});

describe("shares of primary needs", () => {
  it("are of all plans at the same day, Down syndrome among other needs", () => {
    const end = dayOf(2025, 1, 16);
    const figure = (breakdown: string, breakdownValue: string, value: number | null): Figure => ({
      indicator: "ehc_plans_maintained",
      frequency: "census",
      start: end,
      end,
      label: "",
      breakdown,
      breakdownValue,
      numerator: value,
      denominator: null,
      value,
      status: "ok",
      statusText: null,
      caution: null,
      asAt: end,
    });
    const shares = needShares([
      figure("all", "all", 200),
      figure("primary_need", "ASD", 60),
      figure("primary_need", "OTH", 10),
      figure("primary_need", "DS", 5),
      figure("primary_need", "not_recorded", 3),
      figure("sex", "F", 70),
    ]);
    expect(
      shares.map(({ indicator, numerator, denominator, value }) => [
        indicator,
        numerator,
        denominator,
        value,
      ]),
    ).to.deep.equal([
      ["ehc_primary_need_asd_pct", 60, 200, 30],
      ["ehc_primary_need_oth_pct", 15, 200, 7.5],
    ]);
    expect(needShares([figure("primary_need", "ASD", 60), figure("all", "all", 0)])).to.deep.equal(
      [],
    );
  });
});

describe("targets and ratings of counted figures", () => {
  const row = (month: number, value: number | null, more: Partial<KpiValueRow> = {}): KpiValueRow =>
    kpiValueRow({
      indicator_id: "timely",
      area_code: "999",
      area_code_type: "authority",
      area_role: "own",
      for_area_code: "999",
      period_start: monthStart(2024 * 12 + month),
      period_end: monthEnd(2024 * 12 + month),
      period_label: "",
      frequency: "month",
      method: "counted",
      origin: "counted",
      source_key: 1,
      value,
      ...more,
    });
  const indicators = new Map<string, RatedIndicator>([
    ["timely", { unit: "percent", decimals: 1, polarity: "higher", cumulative: false }],
  ]);
  const target = (setting: Parameters<typeof readTargetSetting>[0]): IndicatorTarget =>
    (readTargetSetting(setting) as IndicatorTarget[])[0];

  it("step when the target changes", () => {
    const targets = [
      target({ indicator: "timely", target: 90, tolerance: "5 points", from: dayOf(2024, 3, 1) }),
      target({ indicator: "timely", target: "80%" }),
    ];
    const rated = rateRows([row(0, 82), row(1, 79), row(2, 86), row(3, null)], {
      indicators,
      targets,
    });
    expect(
      rated.map((one) => [one.target, one.rating, one.rating_reason, one.movement, one.lower]),
    ).to.deep.equal([
      [80, "met", null, null, 80],
      [80, "missed", null, "down", 80],
      [90, "near", null, "up", 85],
      [90, "not_rated", "no_value", null, null],
    ]);
  });

  it("follow a comparator of the latest period, and rate no breakdown", () => {
    const england = (month: number, value: number): KpiValueRow =>
      row(month, value, { area_role: "england", area_code: "E92000001", method: "published" });
    const targets = [target({ indicator: "timely", target: "Above national" })];
    const rows = [row(2, 60), row(2, 10, { breakdown: "sex", breakdown_value: "M" })];
    const rated = rateRows(rows, {
      indicators,
      targets,
      comparators: [
        england(0, 50),
        england(1, 55),
        england(5, 99),
        { ...england(2, 40), comparability: "not_comparable", indicator_id: "other" },
      ],
    });
    expect(rated.map((one) => [one.target, one.rating])).to.deep.equal([
      [55, "met"],
      [null, null],
    ]);
    expect(rateRows(rows, { indicators, targets })[0].rating_reason).to.equal("no_comparator");
    expect(rateRows(rows, { indicators: new Map(), targets })).to.deep.equal(rows);
  });

  it("say what is wrong with a setting", () => {
    expect(readTargetSetting({ indicator: "timely", target: "lots" })).to.match(/neither a number/);
    expect(readTargetSetting({ indicator: "timely", target: 5, tolerance: "a bit" })).to.match(
      /tolerance/,
    );
    expect(readTargetSetting({ indicator: "timely", target: 5, polarity: "sideways" })).to.match(
      /polarity/,
    );
    expect(
      target({ indicator: "timely", target: "TBC", polarity: "lower", from: dayOf(2024, 1, 1) }),
    ).to.deep.include({ polarity: "lower", target: { kind: "none", reason: "target_not_set" } });
    expect(
      isoOf(target({ indicator: "timely", target: 1, from: dayOf(2024, 1, 1) }).from!),
    ).to.equal("2024-01-01");
  });
});
