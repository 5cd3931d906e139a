import { expect } from "chai";
import { madeWorkbook } from "../scan/workbook/made";
import { runMain } from "./run-main";

const LETTERS = "ABCDEFGHI";
const words = (row: number, cells: readonly string[]): string =>
  cells.map((cell, i) => `<c r="${LETTERS[i]}${row}" t="str"><v>${cell}</v></c>`).join("");
const HEADINGS = [
  "Indicator",
  "Section",
  "Better when",
  "Unit",
  "Frequency",
  "Period",
  "Value",
  "Target",
];
const kpi = (row: number, name: string, figures: string, hidden = ""): string =>
  `<row r="${row}" ${hidden}>${words(row, [name, "Timeliness", "higher", "per cent", "monthly"])}<c r="F${row}" s="2"><v>45717</v></c>${figures}</row>`;

describe("a KPI workbook on the command line", () => {
  it("is read by its formats, formulas and all; errors and what is hidden cost their own figures only", () => {
    const book = madeWorkbook({
      sheets: {
        KPIs: `<row r="1">${words(1, HEADINGS)}</row>
${kpi(2, "All in time", '<c r="G2" s="1"><v>1</v></c><c r="H2" s="1"><v>1</v></c>')}
${kpi(3, "Summed", '<c r="G3" s="1"><f>2/3</f><v>0.66666666666666663</v></c><c r="H3" s="1"><v>0.95</v></c>')}
${kpi(4, "Typed", '<c r="G4"><v>0.8</v></c><c r="H4"><v>0.5</v></c>')}
${kpi(5, "Broken", '<c r="G5" t="e"><f>1/0</f><v>#DIV/0!</v></c>')}
${kpi(6, "Filtered out", '<c r="G6" s="1"><v>0.1</v></c>', 'hidden="1"')}`,
        Old: `<row r="1">${words(1, HEADINGS)}</row>${kpi(2, "Of last year", '<c r="G2" s="1"><v>0.2</v></c>')}`,
      },
      attributes: { Old: 'state="hidden"' },
      styles: `<numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>`,
    });
    const { status, table } = runMain("build", { "kpi.xlsx": book }, ["--authority", "839"]);
    const figures = table("star/kpi_value.csv").map((row) =>
      [row.indicator_id, row.period_end, row.value, row.target, row.rating, row.status].join(" "),
    );
    expect(figures).to.have.members([
      "all_in_time 2025-03-31 100 100 met ok",
      "summed 2025-03-31 66.6666666667 95 missed ok",
      "typed 2025-03-31 0.8 0.5 met ok",
      "broken 2025-03-31   not_rated missing",
    ]);
    const said = table("checks/findings.csv").map(({ message }) => message);
    for (const words of ["Cells with formulas: 2", "1 hidden sheet (Old)", "1 hidden row of sheet"])
      expect(
        said.some((message) => message.includes(words)),
        words,
      ).to.equal(true);
    expect(status, "an error cell refuses no table").to.equal(0);
  });
});
