import { expect } from "chai";
import { benchmarkRows } from "../../../prep/compare/benchmark";
import { figuresOf, type IndicatorFigure } from "../../../prep/sources/published/published-figures";
import { publishedMappings } from "../../../prep/sources/published/mapping";
import { neighbourModels } from "../../../prep/sources/neighbours/neighbour-models";
import type { KpiValueRow } from "../../../prep/star/kpi-value-row";
import { past, publishedFile } from "../../published-file";

const ID = "ehc_plans_within_20_weeks_pct";

describe("the neighbour figures of a real authority", () => {
  let figures: readonly IndicatorFigure[] = [];
  before(async () => {
    figures = figuresOf(await publishedFile("timeliness_20_week"), publishedMappings);
  });

  const rows = (version: string, year: number): KpiValueRow[] =>
    benchmarkRows(figures.map(past), {
      authority: "839",
      model: neighbourModels().find((model) => model.version === version)!,
      polarity: new Map([[ID, "higher"]]),
    }).filter((row) => row.indicator_id === ID && row.period_label === String(year));
  const one = (list: KpiValueRow[], role: string, method = "published"): KpiValueRow =>
    list.find((row) => row.area_role === role && row.method === method)!;
  const printed = (row: KpiValueRow, decimals = 2): string => row.value!.toFixed(decimals);

  it("has England 47.7, the South West 34.7 and the authority 6.7 in 2022", () => {
    const list = rows("2021-04", 2022);
    expect(
      [one(list, "england"), one(list, "region"), one(list, "own")].map((row) => printed(row, 1)),
    ).to.deep.equal(["47.7", "34.7", "6.7"]);
    expect(one(list, "england")).to.include({
      numerator: 31226,
      denominator: 65512,
      area_code: "E92000001",
    });
    expect(one(list, "region")).to.include({
      numerator: 2337,
      denominator: 6731,
      area_code: "E12000009",
    });
    expect(one(list, "own")).to.include({ numerator: 26, denominator: 386, for_area_code: "839" });
  });

  it("has neighbours at 36.37 pooled and 44.11 by the mean in 2022, by the 2021 model", () => {
    const list = rows("2021-04", 2022);
    expect(printed(one(list, "neighbour_average", "pooled"))).to.equal("36.37");
    expect(printed(one(list, "neighbour_average", "mean"))).to.equal("44.11");
    expect(one(list, "neighbour_average", "mean")).to.include({
      area_count: 10,
      neighbour_model: "2021-04",
    });
    expect(one(list, "neighbour_average", "mean").comparability_note).to.match(
      /Simple mean of the published, rounded figures; 10 of 10 neighbours/,
    );
    const counted = list.filter((row) => row.area_role === "neighbour").map((row) => row.value!);
    expect(
      (counted.reduce((a, b) => a + b) / counted.length).toFixed(2),
      "from the counts",
    ).to.equal("44.13");
  });

  it("has 38.15 and 53.80 by the 2025 model, one neighbour missing", () => {
    const list = rows("2025-05", 2022);
    expect(printed(one(list, "neighbour_average", "pooled"))).to.equal("38.15");
    expect(printed(one(list, "neighbour_average", "mean"))).to.equal("53.80");
    expect(one(list, "neighbour_average", "mean")).to.include({
      area_count: 9,
      neighbour_model: "2025-05",
    });
    expect(one(list, "neighbour_average", "mean").comparability_note).to.contain(
      "9 of 10 neighbours, without 926",
    );
    const norfolk = list.find((row) => row.area_code === "926")!;
    expect(norfolk).to.include({ value: null, status: "not_available" });
  });

  it("keeps later years, and names averages of few cases", () => {
    const [y23, y24] = [rows("2021-04", 2023), rows("2021-04", 2024)];
    expect([
      printed(one(y23, "neighbour_average", "mean")),
      printed(one(y23, "neighbour_average", "pooled")),
      one(y23, "neighbour_average", "mean").area_count,
    ]).to.deep.equal(["29.41", "23.01", 9]);
    expect([
      printed(one(y24, "neighbour_average", "mean")),
      printed(one(y24, "neighbour_average", "pooled")),
    ]).to.deep.equal(["29.87", "24.81"]);
    expect(one(y24, "neighbour_average", "mean").comparability_note).to.contain(
      "fewer than 10 cases in 921",
    );
  });

  it("ranks as the official tool does: 43rd of 151 without exceptions in 2024, band B", () => {
    const id = "ehc_plans_within_20_weeks_excl_exceptions_pct";
    const list = benchmarkRows(figures.map(past), {
      authority: "839",
      model: neighbourModels()[0],
      polarity: new Map([[id, "higher"]]),
    }).filter((row) => row.indicator_id === id && row.period_label === "2024");
    expect(one(list, "own")).to.include({ rank: 43, rank_of: 151, quartile: 2 });
    expect(printed(one(list, "neighbour_average", "mean"))).to.equal("40.62");
    expect(printed(one(list, "neighbour_average", "median"))).to.equal("38.15");
    expect(printed(one(list, "neighbour_average", "pooled"))).to.equal("32.05");
  });
});
