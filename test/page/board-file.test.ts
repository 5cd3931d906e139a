import { readFileSync } from "node:fs";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { closeBrowser, openPage, saved, savedFiles, waitForResults } from "./open-page";

const paper = {
  name: "board paper.csv",
  mimeType: "text/csv",
  buffer: readFileSync(new URL("../fixtures/kpi-sheet/board-paper.csv", import.meta.url)),
};

describe("the editor of the board file", function () {
  this.timeout(3 * 60_000);
  after(closeBrowser);

  it("matches KPIs, takes targets, owners and commentary, builds with them and saves them", async () => {
    const { page, noise } = await openPage();
    await page.setInputFiles("[data-pick=files]", paper);
    await page.click("summary");
    await page.fill("#field-authority", "839");
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    await page.click("#tab-board-file");
    await page.click("button:text-is('Make the board file')");
    const row = page
      .locator(".editor tbody tr")
      .filter({ has: page.locator("[aria-label^='Commentary']") })
      .first();
    const name = await row.locator("[aria-label^='Printed name']").inputValue();
    await row.locator("[aria-label^='Target']").fill("97");
    await row.locator("[aria-label^='Owner']").fill("Head of SEND");
    await row.locator("[aria-label^='Commentary']").fill("Two posts are vacant");
    const board = await saved(page, () => page.click("button:text-is('Save board.xlsx')"));
    const texts = Object.values(unzipSync(board)).map((part) => new TextDecoder().decode(part));
    for (const typed of ["Head of SEND", "Two posts are vacant"])
      expect(texts.join(""), typed).to.include(typed);
    await page.click("button:text-is('Build with this board')");
    await page.waitForSelector("h1:text-is('Working')");
    await waitForResults(page);
    const files = await savedFiles(page);
    const table = (path: string) =>
      parse(Buffer.from(files.get(path)!), { columns: true, bom: true }) as Record<
        string,
        string
      >[];
    const kpi = table("star/indicator.csv").find((one) => one.indicator_name === name)!;
    expect([kpi.owner, kpi.commentary]).to.deep.equal(["Head of SEND", "Two posts are vacant"]);
    const targets = table("star/kpi_board.csv")
      .filter((figure) => figure.indicator_id === kpi.indicator_id && figure.value !== "")
      .map(({ target }) => target);
    expect(targets).to.include("97");
    expect([...files.keys()]).to.include("boards/board.xlsx");
    expect(noise).to.deep.equal([]);
    await page.context().close();
  });
});
