import { expect } from "chai";
import { pipeline } from "../../../../prep/pipeline";
import { build, defaults, inputOf, rowsOf, text } from "../../pipeline/run";

const HEAD =
  "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name,social_care_group,t_pupils,t_no_identified_SEN,t_all_SEN,t_SEN_support,t_statement_or_EHC_plan,pt_no_identified_SEN,pt_all_SEN,pt_SEN_support,pt_statement_or_EHC_plan";
const ENGLAND = "202223,Academic year,National,E92000001,England,,,,,";
const OURS =
  "202223,Academic year,Local authority,E92000001,England,E12000009,South West,E06000058,839,Somewhere";

/** Invented figures in the layout of the publication. */
const file = text(
  "outcomes/2023/data/sen_la.csv",
  [
    HEAD,
    `${ENGLAND},CINO at 31 March,1000,500,500,200,300,50,50,20,30`,
    `${ENGLAND},CPPO at 31 March,400,200,200,100,100,50,50,25,25`,
    `${ENGLAND},CLA 12 months at 31 March,800,320,480,240,240,40,60,30,30`,
    `${OURS},CINO at 31 March,80,40,40,12,28,50,50,15,35`,
    `${OURS},CPPO at 31 March,30,20,10,5,5,66.7,33.3,16.7,16.7`,
    `${OURS},CLA 12 months at 31 March,50,c,c,c,20,c,c,c,40`,
    "",
  ].join("\n"),
);

describe("the published file on children in need and looked after by SEN provision", () => {
  it("gives the share of each that has a plan, SEN support or no SEN", async () => {
    const { star, findings } = await build([file], { authority: "839" });
    const rows = rowsOf(star, "kpi_value").filter((row) =>
      /in_need|looked_after/.test(String(row.indicator_id)),
    );
    const of = (role: string): Record<string, unknown> =>
      Object.fromEntries(
        rows
          .filter((row) => row.area_role === role && row.value !== null)
          .map((row) => [
            row.indicator_id,
            [row.value, row.numerator, row.denominator, row.period_label],
          ]),
      );
    const year = "2022/23";
    expect(of("own")).to.deep.equal({
      children_in_need_no_sen_pct: [50, 40, 80, year],
      children_in_need_sen_support_pct: [15, 12, 80, year],
      children_in_need_ehc_pct: [35, 28, 80, year],
      looked_after_ehc_pct: [40, 20, 50, year],
    });
    expect(of("england")).to.deep.equal({
      children_in_need_no_sen_pct: [50, 500, 1000, year],
      children_in_need_sen_support_pct: [20, 200, 1000, year],
      children_in_need_ehc_pct: [30, 300, 1000, year],
      looked_after_sen_support_pct: [30, 240, 800, year],
      looked_after_ehc_pct: [30, 240, 800, year],
    });
    expect(
      rows.every(({ value, comparability: is }) => value === null || is === "caution"),
    ).to.equal(true);
    expect(findings.filter(({ severity }) => severity === "error")).to.deep.equal([]);
  });
});

describe("a board draft of several authorities", () => {
  it("is refused with the reason and what to do", async () => {
    const settings = { ...defaults, authorities: ["838", "839"] };
    const refused = await pipeline
      .boards([inputOf(file)], settings, () => undefined)
      .catch((error: Error) => error.message);
    expect(refused).to.match(
      /each authority answers for its own\. .*\(838, 839\)\. Run the command once for each/,
    );
  });
});
