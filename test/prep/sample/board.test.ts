import { expect } from "chai";
import { allFiles } from "../../../prep/sample/all-files";
import type { BuildResult } from "../../../prep/results";
import { kpiValueRows } from "../../../prep/star/kpi-value-row";
import { listOf, type Listed } from "../../../prep/star/list-of";
import { build } from "../pipeline/run";

describe("the board of the invented council", function () {
  let result: BuildResult;
  let onBoard: readonly Listed[];
  let ids: ReadonlySet<unknown>;

  before(async () => {
    const files = allFiles({
      ...{ people: 400, years: 2, seed: 1, pupils: 600, mentalHealth: 120 },
      board: true,
    });
    result = await build([...files], { authority: "999" });
    onBoard = listOf(result.star.get("indicator")!).filter(({ on_board }) => on_board === true);
    ids = new Set(onBoard.map(({ indicator_id }) => indicator_id));
  });

  it("has about 40 KPIs, which all have a figure or words, and no wrong cell", () => {
    expect(onBoard.length).to.be.within(38, 45);
    expect(listOf(result.star.get("board_kpi")!)).to.have.length(onBoard.length);
    const told = result.findings.filter(({ rule }) => /^(?:B(?:8|90)|N01|E0)/.test(rule));
    expect(told).to.deep.equal([]);
  });

  it("has six in ten of them rated", () => {
    const current = result.exceptions.current.filter(({ indicator_id: id }) => ids.has(id));
    const rated = current.filter(({ rating }) => rating !== "not_rated");
    expect(rated.length / onBoard.length).to.be.greaterThan(0.6);
    expect(new Set(rated.map(({ rating }) => rating)).size).to.equal(3);
  });

  it("rates what is counted by the target in force in each month", () => {
    const months = kpiValueRows(result.star.get("kpi_value")!).filter(
      ({ indicator_id: id, origin, frequency, breakdown }) =>
        id === "ehc_plans_within_20_weeks_pct" &&
        origin === "counted" &&
        frequency === "month" &&
        breakdown === "all",
    );
    const targets = new Map(months.map(({ period_label, target }) => [period_label, target]));
    expect([targets.get("Aug 2025"), targets.get("Sep 2025")]).to.deep.equal([40, 50]);
  });

  it("stands beside England, its region and ten neighbours", () => {
    const values = kpiValueRows(result.star.get("kpi_value")!);
    const of = (role: string): Set<string> =>
      new Set(
        values
          .filter(({ indicator_id, area_role }) => area_role === role && ids.has(indicator_id))
          .map(({ area_code }) => area_code),
      );
    expect(of("neighbour").size).to.equal(10);
    expect(of("region")).to.deep.equal(new Set(["E12009999"]));
    const roles = values
      .filter(({ indicator_id: id }) => id === "ehc_plans_within_20_weeks_pct")
      .map(({ area_role }) => area_role);
    for (const role of ["own", "england", "region", "neighbour_average"])
      expect(roles).to.include(role);
  });

  it("has headlines, and exceptions with an owner and an action", () => {
    expect(onBoard.filter(({ headline }) => headline === true).length).to.be.within(5, 8);
    const about = new Map(onBoard.map((row) => [row.indicator_id, row]));
    const exceptions = result.exceptions.exceptions.map(({ figure }) =>
      about.get(figure.indicator_id),
    );
    expect(exceptions.every((row) => row?.owner)).to.equal(true);
    expect(exceptions.filter((row) => row?.action).length).to.be.greaterThan(4);
  });
});
