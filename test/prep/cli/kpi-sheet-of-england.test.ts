import { expect } from "chai";
import { madeWorkbook } from "../scan/workbook/made";
import { runMain } from "./run-main";

const row = (at: number, cells: readonly string[]): string =>
  `<row r="${at}">${cells.map((cell, i) => `<c r="${"AB"[i]}${at}" t="str"><v>${cell}</v></c>`).join("")}</row>`;
const sheet = (value: string): string =>
  row(1, ["KPI", "Mar 25"]) + row(2, ["Parents content", value]) + row(3, ["Visits", "7"]);

describe("a sheet named after England", () => {
  it("is left out with a finding: its figures are not the council's", () => {
    const book = madeWorkbook({ sheets: { Council: sheet("60%"), England: sheet("55%") } });
    const { table } = runMain("build", { "board.xlsx": book }, ["--authority", "839"]);
    expect(
      table("star/kpi_value.csv")
        .filter(({ indicator_id }) => indicator_id === "parents_content")
        .map(({ area_role, value }) => `${area_role} ${value}`),
    ).to.deep.equal(["own 60"]);
    expect(table("checks/findings.csv").map(({ rule }) => rule)).to.include("B72");
  });
});
