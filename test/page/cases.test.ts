import { join } from "node:path";
import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { runProgram } from "../prep/pipeline/command-line";
import { openPage, saved, waitForResults } from "./open-page";
import { closePageWithSample, pageWithSample, sample } from "./page-with-sample";
import { expectSame } from "./same-files";

describe("lists of the page", function () {
  this.timeout(5 * 60_000);
  let place: string;
  let page: Page;

  before(async () => {
    ({ place, page } = await pageWithSample());
  });
  after(closePageWithSample);

  it("are there after a build, the lists marked as identifiable", async () => {
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    await page.click("#tab-lists");
    expect(await page.locator("#panel-lists").innerText()).to.match(/^Identifiable\./);
  });

  it("give the same alerts as the command line", async () => {
    runProgram(place, ["lists", "alerts", "in", "--within", "28", "--names", "--out", "alerts"]);
    await page.fill("#field-within-alerts", "28");
    await page.check("#names-alerts");
    const zip = await saved(page, () => page.click("button:text-is('Make the list') >> nth=0"));
    expectSame(join(place, "alerts"), zip);
    expect(await page.locator(".maker >> nth=0").innerText()).to.include("IDENTIFIABLE-alerts.zip");
  });

  it("give the same inspection list as the command line", async () => {
    runProgram(place, ["lists", "annex-a", "in", "--out", "annex-a"]);
    const zip = await saved(page, () => page.click("button:text-is('Make the list') >> nth=1"));
    expectSame(join(place, "annex-a"), zip);
  });

  it("reach the scorecard from a zip of the sample in two clicks, with its targets", async () => {
    const { page: fresh } = await openPage();
    const entries = sample.map(({ name, chunks: [bytes] }) => [`sample/${name}`, bytes] as const);
    const zip = zipSync(Object.fromEntries([...entries, ["sample/", strToU8("")] as const]));
    const file = { name: "sample.zip", mimeType: "application/zip", buffer: Buffer.from(zip) };
    await fresh.setInputFiles("[data-pick=files]", file);
    await fresh.waitForSelector("text=send-scorecard.json is among the files");
    await fresh.click("button:text-is('Build')");
    await waitForResults(fresh);
    expect(await fresh.locator(".pill.met, .pill.missed").count()).to.be.above(1);
    await fresh.context().close();
  });
});
