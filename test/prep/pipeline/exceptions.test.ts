import { expect } from "chai";
import { exceptionsOf } from "../../../prep/compare/exceptions";
import type { BuildResult } from "../../../prep/results";
import { makeReport } from "../../../prep/publish/power-bi/report/make-report";
import { semanticModel } from "../../../prep/publish/power-bi/model/semantic-model";
import { exceptionReport } from "../../../prep/publish/exceptions/report";
import { makeSample } from "../../../prep/sample/make-sample";
import { sampleFiles } from "../../../prep/sample/sample-files";
import { build, rowsOf } from "./run";

const target = (indicator: string, wanted: string, tolerance: string | null = null) => ({
  indicator,
  target: wanted,
  tolerance,
  polarity: null,
  from: null,
});
const place = { kind: "folder", format: "csv", folder: "C:\\Data" } as const;

describe("exceptions of a build", () => {
  let result: BuildResult;
  before(async () => {
    const files = [...sampleFiles(makeSample({ people: 250, years: 3, seed: 31 }))];
    // No plan is ever in time often enough for 101 per cent, and no caseload is below 1.
    result = await build(files, {
      targets: [
        target("ehc_plans_within_20_weeks_pct", "101", "0.5"),
        target("ehc_plans_maintained", "1"),
        target("ehc_requests_refused_pct", "100"),
      ],
    });
  });

  it("are the rows of the figures that stand there, each with the target that it missed", () => {
    const report = exceptionReport(result.star, result.exceptions)!;
    const figures = rowsOf(result.star, "kpi_value").filter(
      ({ area_role, breakdown }) => area_role === "own" && breakdown === "all",
    );
    const [one] = report.exceptions.filter(
      ({ figure }) => figure.indicator_id === "ehc_plans_within_20_weeks_pct",
    );
    const months = figures.filter(
      ({ indicator_id, frequency, status }) =>
        indicator_id === "ehc_plans_within_20_weeks_pct" &&
        frequency === "month" &&
        status === "ok",
    );
    const last = months.at(-1)!;
    expect([
      one.figure.value,
      one.figure.numerator,
      one.figure.denominator,
      one.figure.period_label,
      one.figure.rating,
      one.kind.startsWith("missed"),
    ]).to.deep.equal([
      last.value,
      last.numerator,
      last.denominator,
      last.period_label,
      "missed",
      true,
    ]);
    // Half a point is its tolerance.
    expect(one.distance!.amount).to.be.closeTo(2 * (101 - Number(last.value)), 1e-9);
    expect(one.source.name).to.equal("SEN2 2026");
    expect(report.areas).to.deep.equal(["Sampleshire (invented)"]);
  });

  it("have missed for as many months in a row as there are figures, up to a month without one", () => {
    const [one] = result.exceptions.exceptions.filter(
      ({ figure }) => figure.indicator_id === "ehc_plans_within_20_weeks_pct",
    );
    const months = rowsOf(result.star, "kpi_value").filter(
      ({ indicator_id, area_role, breakdown, frequency }) =>
        indicator_id === "ehc_plans_within_20_weeks_pct" &&
        area_role === "own" &&
        breakdown === "all" &&
        frequency === "month",
    );
    const upTo = months
      .filter(
        ({ period_end }) =>
          String(period_end) <=
          String(months.filter(({ status }) => status === "ok").at(-1)!.period_end),
      )
      .reverse();
    const broken = upTo.findIndex(({ status }) => status !== "ok");
    expect(one.missed!.periods).to.equal(broken < 0 ? upTo.length : broken);
    expect(one.missed!.periods).to.be.greaterThan(1);
  });

  it("stand in the star with the same words, and nowhere without its figures", () => {
    const { exceptions, notRated } = result.exceptions;
    expect(
      rowsOf(result.star, "kpi_exception").map(
        ({ exception_order, indicator_id, kind, missed_periods }) => [
          exception_order,
          indicator_id,
          kind,
          missed_periods,
        ],
      ),
    ).to.deep.equal(
      [...exceptions, ...notRated].map(({ figure, kind, missed }, i) => [
        i + 1,
        figure.indicator_id,
        kind,
        missed?.periods ?? null,
      ]),
    );
    expect(
      exceptions.every(({ figure }) => figure.rating !== "not_rated" && figure.status === "ok"),
    ).to.equal(true);
    expect(notRated.every(({ figure }) => figure.rating === "not_rated")).to.equal(true);
    expect(exceptionReport(new Map(), exceptionsOf([], new Map()))).to.equal(null);
  });

  it("have a page in the report only where the star has them", () => {
    const declarations = [...result.star.values()].map(({ declaration }) => declaration);
    const pagesOf = (tables: typeof declarations): string[] =>
      makeReport(semanticModel(tables, place, ["999"]), null).pages.map(({ id }) => id);
    expect(pagesOf(declarations)).to.include("exceptions");
    const open = declarations.filter(({ name }) => name !== "kpi_exception");
    expect(pagesOf(open)).not.to.include("exceptions");
    expect(JSON.stringify(semanticModel(open, place, ["999"]))).not.to.include("KPI exceptions'[");
  });
});
