import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { writeFiles } from "../prep/pipeline/command-line";
import { closeBrowser, openPage } from "./open-page";

const SHEET = "Indicator,Target,Apr-24,May-24\nPlans issued within 20 weeks,60%,55%,61%\n";

/** Drops what lies on the disk on the page, as a mouse does. */
async function drop(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
}

/** The paths that the page lists. */
const listed = async (page: Page): Promise<string[]> => {
  await page.waitForSelector(".files th[scope=row]");
  return page.locator(".files th[scope=row]").allInnerTexts();
};

describe("files that are given to the page", function () {
  const place = mkdtempSync(join(tmpdir(), "intake-"));
  before(() => {
    mkdirSync(join(place, "March"));
    writeFiles(join(place, "March"), [
      { name: "board.csv", chunks: [strToU8(SHEET)] },
      { name: "sheets/older/board.csv", chunks: [strToU8(SHEET)] },
    ]);
  });
  after(async () => {
    rmSync(place, { recursive: true, force: true });
    await closeBrowser();
  });

  it("come from a folder that is dropped, with their paths below it", async () => {
    const { page, noise } = await openPage();
    await drop(page, [join(place, "March")]);
    expect((await listed(page)).sort()).to.deep.equal(["board.csv", "sheets/older/board.csv"]);
    await drop(page, [join(place, "March", "board.csv")]);
    expect((await listed(page)).sort()).to.deep.equal(["board.csv", "sheets/older/board.csv"]);
    expect(noise).to.deep.equal([]);
    await page.context().close();
  });

  it("are waited for where Build is pressed while a zip is still being looked at", async () => {
    const { page, noise } = await openPage();
    const filler = strToU8("a row of a file of no interest\n".repeat(400_000));
    const zip = zipSync({ "board.csv": strToU8(SHEET), "notes.txt": filler });
    await page.setInputFiles("[data-pick=files]", [
      { name: "March.zip", mimeType: "application/zip", buffer: Buffer.from(zip) },
    ]);
    expect(await page.innerText(".files")).to.equal("Looking at your files…");
    await page.click("button:text-is('Build')");
    await page.waitForSelector(
      "h1:text-is('Your scorecard'), h1:text-is('Working'), .errors:not([hidden])",
    );
    const said = await page.innerText("main");
    expect(said).to.not.contain("Add your files first");
    expect(noise).to.deep.equal([]);
    await page.context().close();
  });
});
