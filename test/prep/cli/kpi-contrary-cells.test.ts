import { expect } from "chai";
import { runMain } from "./run-main";

describe("a cell whose row and heading say different kinds of figures", () => {
  it("is left out with a finding, and a row of nothing else is counted as rejected", () => {
    const board = [
      "KPI,Area,Mar 25,Target",
      "Complaints answered in time,Council,70%,80%",
      "Complaints answered in time,England,65%,75%",
      "Parents content,Council,60%,",
      "Parents content,England,,55%",
      "",
    ].join("\n");
    const { table } = runMain("build", { "board.csv": board }, ["--authority", "839"]);
    expect(
      table("checks/findings.csv")
        .filter(({ rule }) => rule === "B70")
        .map(({ line, field }) => `${line} ${field}`),
    ).to.deep.equal(["3 Target", "5 Target"]);
    expect(
      table("star/kpi_value.csv").map(
        ({ indicator_id, area_role, value, target }) =>
          `${indicator_id} ${area_role} ${value} ${target}`,
      ),
    ).to.have.members([
      "complaints_answered_in_time own 70 80",
      "complaints_answered_in_time england 65 ",
      "parents_content own 60 ",
    ]);
  });
});
