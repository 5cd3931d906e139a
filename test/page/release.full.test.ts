import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { runProgram } from "../prep/pipeline/command-line";
import { openPage, saved, savedFiles, waitForResults } from "./open-page";
import { closePageWithSample, pageWithSample } from "./page-with-sample";
import { expectSame } from "./same-files";

describe("packs and releases of the page", function () {
  this.timeout(15 * 60_000);
  let place: string;
  let page: Page;

  before(async () => {
    ({ place, page } = await pageWithSample());
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    await page.click("#tab-lists");
  });
  after(closePageWithSample);

  it("give the same pack for a request as the command line", async () => {
    const span = ["--from", "2025-01-01", "--to", "2025-12-31"];
    runProgram(place, ["foi", "in", ...span, "--by", "month", "--out", "foi"]);
    const make = () => page.click("button:text-is('Make the pack')");
    await make();
    await page.waitForSelector("text=Give the first and the last day of the pack.");
    await page.fill("#field-foi-from", "2025-01-01");
    await page.fill("#field-foi-to", "2025-12-31");
    expectSame(join(place, "foi"), await saved(page, make));
  });

  it("keep a register of what was published that a later build minds", async () => {
    await page.click("button:text-is('Change files')");
    await page.check("#choice-profile-public");
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    const files = await savedFiles(page);
    expect([...files.keys()].filter((path) => path.startsWith("checks/"))).to.deep.equal([
      "checks/disclosure.csv",
      "checks/release.csv",
    ]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.click("button:text-is('I have published this')"),
    ]);
    const name = download.suggestedFilename();
    expect(name).to.match(/^release-[0-9a-f]{16}\.csv$/);
    mkdirSync(join(place, "in/published"));
    await download.saveAs(join(place, "in/published", name));
    const { page: later } = await openPage();
    await later.locator("[data-pick=folder]").setInputFiles(join(place, "in"));
    await later.check("#choice-profile-public");
    await later.click("button:text-is('Build')");
    await waitForResults(later);
    const again = await savedFiles(later);
    expect(again.get("checks/release.csv")).to.deep.equal(files.get("checks/release.csv"));
    const { status } = runProgram(place, [
      ...["build", "in", "--out", "out", "--profile", "public", "--no-report"],
    ]);
    expect(status).to.be.below(2);
    expect(Buffer.from(again.get("star/kpi_board.csv")!)).to.deep.equal(
      readFileSync(join(place, "out/star/kpi_board.csv")),
    );
    await later.context().close();
  });
});
