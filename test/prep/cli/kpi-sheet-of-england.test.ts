import { expect } from "chai";
import { madeWorkbook } from "../scan/workbook/made";
import { runMain } from "./run-main";

const row = (at: number, cells: readonly string[]): string =>
  `<row r="${at}">${cells.map((cell, i) => `<c r="${"AB"[i]}${at}" t="str"><v>${cell}</v></c>`).join("")}</row>`;
const sheet = (value: string): string =>
  row(1, ["KPI", "Mar 25"]) + row(2, ["Parents content", value]) + row(3, ["Visits", "7"]);

describe("a sheet named after England", () => {
  it("is a comparator of KPIs of the same names, with a finding: its figures are not the council's", () => {
    const book = madeWorkbook({
      sheets: {
        Council: sheet("60%"),
        England: sheet("55%"),
        "Statistical neighbours": sheet("58%"),
      },
    });
    const { table } = runMain("build", { "board.xlsx": book }, ["--authority", "839"]);
    const rows = table("star/kpi_value.csv");
    const of = (id: string): string[] =>
      rows
        .filter(({ indicator_id }) => indicator_id === id)
        .map((row) => `${row.area_role} ${row.value} ${row.method} ${row.comparability}`);
    expect(of("parents_content")).to.have.members([
      "own 60 kpi_sheet comparable",
      "england 55 published comparable",
      "neighbour_average 58 published comparable",
    ]);
    expect(of("visits")).to.include("england 7 published not_comparable");
    expect(table("star/indicator.csv")).to.have.length(2);
    const rules = table("checks/findings.csv").map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === "B72")).to.have.length(2);
  });
});
