import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { allFiles } from "../../prep/sample/all-files";
import { pageFile } from "../../scripts/page.mjs";
import { publishedCsv } from "../published-file";
import { bytesOf } from "../prep/pipeline/run";
import { closeBrowser, openPage, saved, savedFiles, waitForResults } from "./open-page";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong by WCAG 2.2 AA: rule and place. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: check } = window as unknown as {
      axe: {
        run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await check.run({ runOnly: { type: "tag", values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`),
    );
  });
}

const widerThanScreen = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

const SAMPLE = { people: 40, years: 2, seed: 5, errors: 4, pupils: 0, mentalHealth: 0 };
const sample = [...allFiles(SAMPLE)].map(({ name, chunks }) => ({
  name: name.split("/").at(-1)!,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(bytesOf(chunks)),
}));

/** Gives the page files, as a user who chose them. */
const give = (page: Page, files: typeof sample): Promise<void> =>
  page.setInputFiles("[data-pick=files]", files);

async function showSample(page: Page): Promise<void> {
  await page.click("text=Show me with invented data");
  await waitForResults(page);
}

describe("the page", function () {
  this.timeout(3 * 60_000);
  after(closeBrowser);

  it("is one file of under 6 MB that may do nothing but run what is in it", () => {
    expect(statSync(pageFile).size).to.be.below(6 * 2 ** 20);
    const html = readFileSync(pageFile, "utf8");
    const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)![1].split("; ");
    expect(policy.map((one) => one.replaceAll(/'sha256-[^']+'/g, "HASH"))).to.deep.equal([
      "default-src 'none'",
      "script-src HASH 'unsafe-eval'",
      "worker-src blob:",
      "style-src HASH",
      "img-src data: blob:",
      "font-src data:",
      "connect-src 'none'",
      "form-action 'none'",
      "base-uri 'none'",
    ]);
    expect(html).to.not.match(/<(?:script|link|img)[^>]*\s(?:src|href)="(?!data:)/);
    const notices = /<pre class="notices"[^>]*>([^]*?)<\/pre>/.exec(html)![1];
    for (const named of ["arquero", "d3-array", "fflate", "highs", "parquet-wasm", "valibot"])
      expect(notices).to.match(new RegExp(`(?:^|\n)${named} \\d+\\.\\d+\\.\\d+ \\([^]*?opyright`));
  });

  it("is refused every network by its own policy", async () => {
    const { page } = await openPage();
    const refused = await page.evaluate(() =>
      fetch("https://example.org/").then(
        () => false,
        () => true,
      ),
    );
    expect(refused).to.equal(true);
    await page.context().close();
  });

  it("shows the whole product with invented data after one click, in every view", async () => {
    const { page, noise } = await openPage();
    await showSample(page);
    expect(await page.locator("tr.kpi").count()).to.be.above(20);
    for (const view of ["exceptions", "cards", "neighbours", "trend", "scorecard"]) {
      await page.click(`label[for=view-${view}]`);
      expect(await page.locator(".board .send-scorecard").innerText(), view).to.have.length.above(
        40,
      );
    }
    for (const [tab, expected] of [
      ["findings", /rows read/],
      ["files", /SEN2 return 2026/],
      ["downloads", /worklist\.csv/],
    ] as const) {
      await page.click(`#tab-${tab}`);
      expect(await page.locator(`#panel-${tab}`).innerText()).to.match(expected);
    }
    const files = await savedFiles(page);
    expect([...files.keys()]).to.include.members(["star/kpi_board.csv", "power-bi/SEND.pbip"]);
    const worklist = await saved(page, () =>
      page.click("button.link:has-text('checks/worklist.csv')"),
    );
    expect(worklist.equals(files.get("checks/worklist.csv")!)).to.equal(true);
    expect(noise).to.deep.equal([]);
    await page.context().close();
  });

  it("has no fault by axe on any screen, wide and at 200 per cent", async () => {
    for (const [width, height] of [
      [1280, 720],
      [640, 360],
    ]) {
      const { page } = await openPage({ width, height });
      const expectGood = async (screen: string): Promise<void> => {
        expect(await faultsOf(page), screen).to.deep.equal([]);
        expect(await widerThanScreen(page), screen).to.be.at.most(0);
      };
      await expectGood("start");
      await page.click("text=Start: I have SEN2");
      await page.click("button:text-is('Build')");
      await page.waitForSelector(".errors:not([hidden])");
      await expectGood("files, with a fault");
      await give(page, sample);
      await page.click("summary");
      await expectGood("files");
      await page.click("button:text-is('Build')");
      await waitForResults(page);
      for (const tab of ["findings", "files", "downloads", "board-file", "lists", "board"]) {
        await page.click(`#tab-${tab}`);
        await expectGood(tab);
      }
      await page.context().close();
    }
  });

  it("compares an authority with its neighbours, from published files alone and without a key", async () => {
    const { page, noise } = await openPage();
    await page.click("text=Start: I only want published");
    expect(await page.locator("#choice-key-new").isVisible()).to.equal(false);
    const { text } = publishedCsv("caseload");
    const file = { name: "caseload.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    await give(page, [file]);
    await page.fill("#field-authority", "839");
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    expect(await page.locator("#kpi").isVisible()).to.equal(false);
    await page.click("label[for=view-neighbours]");
    const names = await page.locator("#kpi option").allInnerTexts();
    await page.selectOption("#kpi", names[1]);
    const drawn = await page.locator(".board").innerText();
    expect(drawn).to.include(names[1]).and.to.include("England").and.to.include("Devon");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.click("label[for=view-scorecard]");
    const hidden = await page.evaluate(() => {
      const { scrollHeight, clientHeight } = document.querySelector(".board .scroller")!;
      return scrollHeight - clientHeight;
    });
    expect(hidden).to.be.below(5);
    expect(noise).to.deep.equal([]);
    await page.context().close();
  });

  it("is worked by the keyboard alone", async () => {
    const { page } = await openPage();
    /** Goes on with Tab until something of this text has the focus. */
    const tabTo = async (text: string): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press("Tab");
        const found = await page.evaluate(() => document.activeElement?.textContent ?? "");
        if (found.startsWith(text)) return;
      }
      throw new Error(`${text} cannot be reached`);
    };
    await tabTo("Show me with invented data");
    await page.keyboard.press("Enter");
    await waitForResults(page);
    expect(await page.evaluate(() => document.activeElement?.tagName)).to.equal("H1");
    await tabTo("Scorecard");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("#panel-findings").isVisible()).to.equal(true);
    await page.context().close();
  });

  it("says of wrong files what to do, and lets them be changed", async () => {
    const { page, noise } = await openPage();
    const wrong = { name: "holiday.docx", mimeType: "text/plain", buffer: Buffer.from("no data") };
    await give(page, [wrong]);
    await page.click("button:text-is('Build')");
    const said = await waitForResults(page).catch((error: Error) => error.message);
    expect(said)
      .to.match(/^There is a problem/)
      .and.to.include("holiday.docx");
    expect(said).to.not.match(/\bat \w+ \(|undefined|NaN/);
    await page.click("button.link:has-text('holiday.docx')");
    await give(page, sample);
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    expect(noise).to.deep.equal([]);
    await page.context().close();
  });

  it("asks for a key where there are children, makes one, and gives it to be kept", async () => {
    const { page } = await openPage();
    await give(page, sample);
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    const key = (await saved(page, () => page.click("text=Save the key"))).toString();
    expect(key).to.match(/^[0-9a-f]{64}\n$/);
    const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
    expect(stored).to.equal(0);
    expect(await page.content()).to.not.include(key.trim());
    await page.context().close();
  });

  it("ends work that is cancelled, writes nothing, and can begin again", async () => {
    const { page, noise } = await openPage();
    await give(page, sample);
    await page.click("button:text-is('Build')");
    await page.click("button:text-is('Cancel')");
    const said = await waitForResults(page).catch((error: Error) => error.message);
    expect(said).to.include("Cancelled. Nothing was written.");
    await page.click("button:text-is('Build')");
    await waitForResults(page);
    expect(noise).to.deep.equal([]);
    await page.context().close();
  });

  it("lists hundreds of files with long names without losing its shape", async () => {
    const { page } = await openPage({ width: 640, height: 360 });
    const name = (i: number): string => `${"a very long name of a file ".repeat(7)}${i}.csv`;
    const many = Array.from({ length: 500 }, (_, i) => ({ ...sample[0], name: name(i) }));
    await give(page, many);
    expect(await page.locator(".files caption").innerText()).to.equal("500 files");
    expect(await widerThanScreen(page)).to.be.at.most(0);
    await page.context().close();
  });
});
