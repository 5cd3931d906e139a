import { expect } from "chai";
import { collections } from "../../../prep/collections/index";
import { knowledgeOf } from "../../../prep/stages/knowledge";
import { publishedCsv } from "../../published-file";
import { build, rowsOf, text } from "./run";

type Row = Readonly<Record<string, unknown>>;

describe("confidence intervals in kpi_value", () => {
  it("stand beside shares and rates with known parts, and say what differs from England", async () => {
    const shared = text(
      "shared/figures.csv",
      [
        "area,period,indicator,value,numerator,denominator",
        "839,2024-25,own_home_pct,40,40,100",
        "822,2024-25,own_home_pct,90,90,100",
        "882,2024-25,own_home_pct,61,,",
        "England,2024-25,own_home_pct,61.5,61500,100000",
        "839,2024-25,ld_register_pct,0.5,5,1000",
        "839,2024-25,high_needs_spend,90,,",
        "England,2023-24,ld_register_pct,0.6,600,100000",
        "",
      ].join("\n"),
    );
    const { star } = await build([shared], { authority: "839" });
    const rows = rowsOf(star, "kpi_value");
    const of = (id: string, area: string, method = "published"): Row =>
      rows.find(
        (row) => row.indicator_id === id && row.area_code === area && row.method === method,
      )!;
    const own = of("own_home_pct", "839");
    expect(own.interval_lower).to.be.closeTo(30.9401, 1e-3);
    expect(own.interval_upper).to.be.closeTo(49.7997, 1e-3);
    expect(own).to.include({ interval_method: "wilson", england_difference: "worse" });
    expect(of("own_home_pct", "822")).to.include({ england_difference: "better" });
    expect(of("own_home_pct", "882")).to.include({
      interval_lower: null,
      interval_method: null,
      england_difference: null,
    });
    // England itself has an interval and differs from nobody; no mean has one.
    expect(of("own_home_pct", "E92000001").interval_lower).to.be.a("number");
    expect(of("own_home_pct", "E92000001")).to.include({ england_difference: null });
    const mean = rows.find(
      (row) => row.area_role === "neighbour_average" && row.method === "mean",
    )!;
    expect(mean).to.include({ interval_lower: null, england_difference: null });
    const pooled = rows.find(
      (row) => row.area_role === "neighbour_average" && row.method === "pooled",
    )!;
    expect(pooled).to.include({ interval_method: "wilson", england_difference: "better" });
    // England's figure is of another year.
    expect(of("ld_register_pct", "839")).to.include({
      interval_method: "wilson",
      england_difference: null,
    });
    expect(of("high_needs_spend", "839")).to.include({ interval_lower: null });
  });

  it("agree with what the published statistics give of an authority and of England", async () => {
    const file = text(
      "releases/2025/timeliness_20_week.csv",
      `${publishedCsv("timeliness_20_week").text}\n`,
    );
    const { star } = await build([file], { authority: "839" });
    const rows = rowsOf(star, "kpi_value").filter(
      (row) =>
        row.indicator_id === "ehc_plans_within_20_weeks_excl_exceptions_pct" &&
        row.area_role === "own",
    );
    expect(
      rows.map(({ period_label, england_difference }) => [period_label, england_difference]),
    ).to.deep.include.members([
      ["2019", "better"],
      ["2023", "worse"],
      ["2024", "better"],
    ]);
  });

  it("are of no indicator whose parts are sessions", () => {
    const { indicators } = knowledgeOf(collections);
    const counted = indicators.filter(
      ({ filled, unit, numerator }) =>
        filled === "counted" && unit === "percent" && /sessions/i.test(numerator),
    );
    expect(counted.length).to.be.greaterThan(10);
    expect(counted.flatMap(({ id, countsCases }) => (countsCases ? id : [])).sort()).to.deep.equal([
      "persistent_absence_pct",
      "severe_absence_pct",
    ]);
  });
});
