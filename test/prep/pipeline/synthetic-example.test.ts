import { expect } from "chai";
import { fixtureText } from "../../fixture";
import { build, figuresOf, rowsOf, text } from "./run";

describe("the synthetic example of a 2025 return", () => {
  it("is read whole, and counts to what its two people are", async () => {
    const { star, files, rows, findings } = await build([
      text("example.xml", fixtureText("sen2-two-people.xml")),
    ]);
    expect(files).to.deep.equal([{ name: "example.xml", recognisedAs: "SEN2 return 2025 (XML)" }]);
    expect(
      Object.fromEntries(rows.map(({ table, rowsIn, rowsOut }) => [table, [rowsIn, rowsOut]])),
    ).to.deep.equal({
      sen2: [1, 1],
      person: [2, 2],
      requests: [2, 2],
      assessment: [2, 2],
      namedplan: [2, 2],
      plandetail: [2, 2],
      activeplans: [1, 1],
      placementdetail: [1, 1],
      senneed: [2, 2],
    });
    expect(findings.filter(({ rule }) => /^F|^K/.test(rule))).to.deep.equal([]);
    const figure = figuresOf(star);
    const value = (id: string, end: string, frequency?: string, group?: string) =>
      figure(id, end, frequency, group)?.value;
    // The first child: received 1 February 2024, agreed on 10 March (day 38), issued on 18 June
    // (day 138), at a school with resourced provision.
    expect(value("ehc_requests_received", "2024-02-29")).to.equal(1);
    expect(value("ehc_requests_received", "2024-12-31", "calendar_year")).to.equal(1);
    expect(
      value(
        "ehc_requests_received",
        "2024-12-31",
        "calendar_year",
        "request_source|education_setting",
      ),
    ).to.equal(1);
    expect(value("ehc_request_decisions_within_6_weeks_pct", "2024-03-31")).to.equal(100);
    expect(value("ehc_assessments_open", "2024-03-31")).to.equal(1);
    expect(value("ehc_plans_within_20_weeks_pct", "2024-06-30")).to.equal(100);
    expect(value("ehc_plan_weeks_median", "2024-06-30")).to.equal(138 / 7);
    // The second: a plan since 2016 that ceased on 31 July 2024, in force on that day, aged 19.
    expect(value("ehc_plans_maintained", "2024-05-31")).to.equal(1);
    expect(value("ehc_plans_maintained", "2024-07-31")).to.equal(2);
    expect(value("ehc_plans_maintained", "2024-08-31")).to.equal(1);
    expect(value("ehc_plans_maintained", "2025-01-16", "census", "primary_need|SLCN")).to.equal(1);
    expect(value("ehc_plans_maintained", "2025-01-16", "census", "age_band|5-10")).to.equal(1);
    expect(value("ehc_plans_ceased", "2024-07-31", "month", "cease_reason|3")).to.equal(1);
    expect(value("ehc_plans_ceased", "2024-07-31", "month", "age_band|16-19")).to.equal(1);
    expect(rowsOf(star, "plan_need").map(({ need, rank }) => [need, rank])).to.have.deep.members([
      ["SLCN", 1],
      ["ASD", 2],
    ]);
  });
});
