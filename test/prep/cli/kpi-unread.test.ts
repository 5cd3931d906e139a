import { expect } from "chai";
import { runMain } from "./run-main";

describe("a sheet that looks like a board and cannot be read", () => {
  it("is named with its known headings and the nearest layout; other words are not quoted", () => {
    const files = {
      "board.csv": [
        "Owner,Target,Commentary,Ann Other",
        "Head of SEND,80,Going well,Ben Example",
        "Head of Health,70,Going well,Cat Example",
        "",
      ].join("\n"),
      "pupils.csv": "Surname,Target,Owner\nExample,80,Ann Other\n",
      "good.csv": "KPI,Mar 25\nComplaints,7\n",
    };
    const { table } = runMain("build", files, ["--authority", "839"]);
    const found = table("checks/findings.csv").filter(({ rule }) => rule === "B01");
    expect(found.map(({ file }) => file)).to.deep.equal(["board.csv"]);
    expect(found[0].message).to.contain(
      "Known headings in row 1 of board.csv: Owner, Target, Commentary and others (1).",
    );
    expect(found[0].message).to.match(/Nearest layout: .+, which also has Indicator/);
    expect(table("checks/findings.csv").filter(({ rule }) => rule === "F01").length).to.equal(2);
  });
});
