import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { allFiles } from "../../prep/sample/all-files";
import { bytesOf } from "../prep/pipeline/run";
import { closeBrowser, openPage, waitForResults } from "./open-page";

const SIZE = { people: 30, years: 1, seed: 6, errors: 0, pupils: 0, mentalHealth: 0 };
const sample = [...allFiles(SIZE)].map(({ name, chunks }) => ({
  name: name.split("/").at(-1)!,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytesOf(chunks)),
}));

const folder = readFileSync(new URL("chosen-folder.js", import.meta.url), "utf8");

/** Paths below the folder that was chosen. */
const pathsIn = (page: Page): Promise<string[]> => page.evaluate("chosenFolder.paths()");
const put = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(`chosenFolder.put("${name}", "text")`);

describe("saving into a folder", function () {
  this.timeout(3 * 60_000);
  let page: Page;
  before(async () => {
    ({ page } = await openPage());
    await page.evaluate(folder);
    await page.setInputFiles("[data-pick=files]", sample);
    await page.click("button:text-is('Build')");
    await waitForResults(page);
  });
  after(closeBrowser);

  const save = async (): Promise<string> => {
    await page.click("button:text-is('Save into a folder')");
    const said = page.locator(".results > .said");
    await said.filter({ hasNotText: /^(?:Saving…)?$/ }).waitFor();
    return said.innerText();
  };

  it("refuses a folder with files of others, and writes nothing there", async () => {
    await put(page, "letters.docx");
    expect(await save()).to.include("holds other files, such as letters.docx");
    expect(await pathsIn(page)).to.deep.equal(["letters.docx"]);
    await page.evaluate('chosenFolder.remove("letters.docx")');
  });

  it("writes everything into an empty folder", async () => {
    await page.click("#tab-findings");
    expect(await save()).to.match(/^Saved into the folder/);
    const paths = await pathsIn(page);
    expect(paths).to.include.members(["manifest.json", "star/kpi_board.csv", "power-bi/SEND.pbip"]);
  });

  it("refuses a folder with a build for other readers", async () => {
    await page.click("button:text-is('Change files')");
    await page.check("#choice-profile-public");
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    expect(await save()).to.include("holds a build with the profile internal");
    expect(await pathsIn(page)).to.include("RESTRICTED.txt");
  });

  it("replaces an earlier output: what is no longer written goes, files of others stay", async () => {
    await page.click("button:text-is('Change files')");
    await page.check("#choice-profile-internal");
    const settings = JSON.stringify({ authority: "999", output: { formats: ["parquet"] } });
    const file = { name: "send-scorecard.json", mimeType: "text/plain" };
    await page.setInputFiles("[data-pick=files]", { ...file, buffer: Buffer.from(settings) });
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    await put(page, "notes.txt");
    expect(await save()).to.match(/^Saved into the folder/);
    const paths = await pathsIn(page);
    expect(paths.filter((path) => /^star\/.*\.csv$/.test(path))).to.deep.equal([]);
    expect(paths).to.include.members(["notes.txt", "manifest.json", "star/kpi_board.parquet"]);
  });
});
