import { expect } from "chai";
import { runMain } from "./run-main";

const SHEET = `Indicator,Section,Better when,Unit,Frequency,Period,Value,Target
Complaints,Quality,lower,number,monthly,Jan 26,4,<5
Complaints,Quality,lower,number,monthly,Feb 26,5,<5
Plans kept up to date,Quality,higher,per cent,monthly,Feb 26,95%,more than 95%
Visits,Quality,higher,number,monthly,Feb 26,7,8
Waits,Quality,lower,number,monthly,Feb 26,1300,< 1250.5
Audits,Quality,higher,number,monthly,Feb 26,9,> 8 by Mar 27
`;
const BOARD = `KPI,Printed name,Number,Target,Target from,Better when
Visits,,A1,> 7,,higher
`;

describe("a target that itself does not do", () => {
  let built: ReturnType<typeof runMain>;
  before(() => {
    built = runMain("build", { "kpi/sheet.csv": SHEET, "board.csv": BOARD }, [
      "--no-report",
      "--authority",
      "839",
    ]);
  });

  it("keeps its sign beside the number that it is rated by", () => {
    const rows = built
      .table("star/kpi_value.csv")
      .map((row) => [row.indicator_id, row.value, row.target, row.target_words, row.rating]);
    expect(rows).to.have.deep.members([
      ["complaints", "4", "5", "< 5", "met"],
      ["complaints", "5", "5", "< 5", "missed"],
      ["plans_kept_up_to_date", "95", "95", "> 95%", "missed"],
      ["visits", "7", "7", "> 7", "missed"],
      ["waits", "1300", "1250.5", "< 1,250.5", "missed"],
      ["audits", "9", "", "", "not_rated"],
    ]);
    const [audits] = built
      .table("star/kpi_value.csv")
      .filter((row) => row.indicator_id === "audits");
    expect([audits.end_target, audits.end_target_words, audits.end_rating]).to.deep.equal([
      "8",
      "> 8",
      "met",
    ]);
  });

  it("is printed with it in the lists, on the page of exceptions and among the targets", () => {
    const printed = built
      .table("exceptions/exceptions.csv")
      .map((row) => [row.indicator_id, row.target_words]);
    expect(printed).to.have.deep.members([
      ["complaints", "< 5"],
      ["plans_kept_up_to_date", "> 95%"],
      ["visits", "> 7"],
      ["waits", "< 1,250.5"],
    ]);
    for (const words of ["&lt; 5", "&gt; 95%", "&gt; 7", "&lt; 1,250.5"])
      expect(built.exceptions).to.contain(words);
    const words = built.table("star/kpi_target.csv").map((row) => row.target_words);
    expect(words).to.include.members(["<5", "more than 95%", "> 7", "< 1250.5"]);
  });
});
