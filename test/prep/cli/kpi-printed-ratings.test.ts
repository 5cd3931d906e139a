import { expect } from "chai";
import { runMain } from "./run-main";

describe("a rating that a board prints", () => {
  it("that differs from ours is told once for a KPI, with both", () => {
    const board = [
      "KPI,Good is,Feb 25,Mar 25,Target,RAG,Tolerance",
      "Parents content,higher,50%,60%,70%,Green,",
      "Complaints answered,higher,70%,90%,80%,Green,",
      "Visits made,higher,70,90,80,Blue,",
      "Audits made,higher,70,78,80,Amber,5",
      "Plans made,higher,70,78,80,Red,5",
      "",
    ].join("\n");
    const { table } = runMain("build", { "board.csv": board }, ["--authority", "839"]);
    const found = table("checks/findings.csv").filter(({ rule }) => rule === "B71");
    expect(found.map(({ record }) => record)).to.deep.equal(["parents_content", "plans_made"]);
    expect(found[0].message).to.contain("Green printed, Red by value, target and tolerance.");
    expect(found[1].message).to.contain("Red printed, Amber by value");
  });
});
