import { expect } from "chai";
import { runMain } from "./run-main";

const BOARD = `Ref,KPI,Required direction of travel,Mar 25,Apr 25,Target,Correction,Reason for correction
29,% of new EHC plans issued within 20 weeks,▼,67%,66%,60%,,
30,Audits rated good,lower,80%,82%,75%,polarity: higher,more good audits are better
31,Visits made,higher,8,9,7,polarity: lower,
`;

const run = (corrections: readonly object[], files: Readonly<Record<string, string>>) => {
  const settings = { authority: "839", kpiSheets: { corrections } };
  return runMain("build", { ...files, "send-scorecard.json": JSON.stringify(settings) }, [
    "--no-report",
  ]);
};

const told = ({ table }: ReturnType<typeof run>): string[] =>
  table("checks/findings.csv")
    .filter(({ rule }) => rule === "B19" || rule === "B56")
    .map(({ rule, file, record }) => `${rule} ${file} ${record}`);

const ratings = ({ table }: ReturnType<typeof run>): string[] =>
  table("star/kpi_value.csv")
    .filter(({ period_end, area_role }) => period_end === "2025-04-30" && area_role === "own")
    .map(({ indicator_id, target, rating }) => `${indicator_id} ${target} ${rating}`);

describe("corrections of a sheet that is read table by table", () => {
  it("are made by the settings and by the sheet's own column, and those without a reason are told", () => {
    const built = run(
      [
        { row: "A29", field: "polarity", value: "lower", reason: "the board decided so" },
        { row: "visits_made", field: "target", value: "10", reason: "a slip" },
        { row: "Z9", field: "target", value: "1", reason: "none" },
        { row: "29", field: "current_period", value: "May 25", reason: "not in tables" },
      ],
      { "board.csv": BOARD },
    );
    expect(ratings(built)).to.have.members([
      "ehc_plans_within_20_weeks_pct 60 missed",
      "audits_rated_good 75 met",
      "visits_made 10 missed",
    ]);
    expect(told(built)).to.have.members([
      "B19 board.csv row 4",
      "B19 send-scorecard.json Z9",
      "B19 send-scorecard.json 29",
    ]);
  });

  it("are not made where several KPIs go by the name", () => {
    const built = run([{ row: "29", field: "target", value: "90", reason: "a slip" }], {
      "board.csv": BOARD,
      "other.csv":
        "Ref,KPI,Good is,Apr 25,Target\n29,Parents content,higher,70%,60%\n30,Calls,higher,7,6\n",
    });
    expect(ratings(built)).to.include("parents_content 60 met");
    expect(told(built)).to.include("B19 send-scorecard.json 29");
    expect(told(built)).to.include("B56 board.csv 29");
  });
});
