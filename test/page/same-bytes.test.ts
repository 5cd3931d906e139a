import { readFileSync } from "node:fs";
import { expect } from "chai";
import { allFiles } from "../../prep/sample/all-files";
import { bundleProgram, removeProgram } from "../prep/pipeline/command-line";
import { expectSameBytes } from "./both-ways";
import { closeBrowser } from "./open-page";

const paper = readFileSync(new URL("../fixtures/kpi-sheet/board-paper.csv", import.meta.url));

describe("the page and the command line write the same bytes", function () {
  this.timeout(5 * 60_000);
  before(bundleProgram);
  after(async () => {
    removeProgram();
    await closeBrowser();
  });

  it("of a small sample of every collection", async () => {
    const sample = { people: 60, years: 2, seed: 3, errors: 6, pupils: 80, mentalHealth: 20 };
    const paths = await expectSameBytes([...allFiles(sample)]);
    expect(paths).to.include.members([
      "star/kpi_board.parquet",
      "star/kpi_board.csv",
      "checks/worklist.csv",
      "power-bi/SEND.pbip",
      "exceptions/exceptions.html",
      "manifest.json",
    ]);
  });

  it("of a board paper alone", async () => {
    const paths = await expectSameBytes([{ name: "board paper.csv", chunks: [paper] }], {
      authority: "839",
    });
    expect(paths).to.include("star/kpi_board.csv");
  });
});
