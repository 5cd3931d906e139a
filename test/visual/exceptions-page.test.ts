import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { expect } from "chai";
import { launch } from "../../scripts/browser.mjs";
import { exceptionsHtml } from "../../prep/publish/exceptions/page";
import { boardKpis, hostileKpis, manyKpis, reportOf } from "../prep/publish/exceptions/board-sheet";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

describe("the printed page of exceptions", () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  before(async () => {
    browser = await launch();
    page = await browser.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("dialog", () => asked.push("a dialog"));
  });
  after(() => browser?.close());

  const sheets = async (html: string): Promise<number> => {
    await page.setContent(html);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf).to.match(/\/MediaBox\s*\[0 0 841\.\d+ 59\d\.\d+\]/);
    return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
  };

  for (const [what, kpis] of [
    ["a board's KPIs", boardKpis],
    ["sixty KPIs with long texts", manyKpis(60)],
    ["wide letters without a break", manyKpis(40, "WMW@", 200)],
    ["letters that are as wide as they are high", manyKpis(40, "\u5b57\u5b57\u5b57 ", 60)],
    ["short texts", manyKpis(40, "ill. ", 2)],
    [
      "a single KPI with more to say than fits",
      manyKpis(1, "A great deal was said about this by everybody. ", 400),
    ],
    ["markup in place of words", hostileKpis],
  ] as const) {
    it(`is one sheet of A4 with ${what}`, async () =>
      expect(await sheets(exceptionsHtml(await reportOf(kpis)))).to.equal(1));
  }

  it("is a sheet of A4 for each of several boards", async () => {
    const reports = await Promise.all([boardKpis, manyKpis(60), boardKpis].map(reportOf));
    const boards = ["Improvement Board", "Partnership", "ICB"];
    const ofBoards = reports.map((report, i) => ({ ...report, board: boards[i] }));
    expect(await sheets(exceptionsHtml(...ofBoards))).to.equal(3);
    expect(await page.locator("article h1").allInnerTexts()).to.have.length(3);
  });

  it("would be two sheets if it were longer", async () => {
    expect(
      await sheets(
        exceptionsHtml(await reportOf(boardKpis)).replace(
          "<footer>",
          '<div style="height:100mm"></div><footer>',
        ),
      ),
    ).to.equal(2);
  });

  it("fills its sheet where there is more than fits", async () => {
    await page.setContent(exceptionsHtml(await reportOf(manyKpis(60))));
    await page.emulateMedia({ media: "print" });
    const height = await page.evaluate(
      () => (document.body.getBoundingClientRect().height * 25.4) / 96,
    );
    expect(height).to.be.within(140, 190);
  });

  it("runs nothing, asks for nothing and has no fault of access", async () => {
    for (const kpis of [boardKpis, hostileKpis]) {
      await page.setContent(exceptionsHtml(await reportOf(kpis)));
      await page.emulateMedia({ media: "screen" });
      expect(
        await page.evaluate(() => [
          document.scripts.length,
          document.images.length,
          document.querySelectorAll("a, iframe, object, form").length,
        ]),
      ).to.deep.equal([0, 0, 0]);
      // The page's own policy forbids scripts; the checker is one.
      const checked = await browser.newContext({ bypassCSP: true });
      const copy = await checked.newPage();
      await copy.setContent(exceptionsHtml(await reportOf(kpis)));
      await copy.addScriptTag({ path: AXE });
      const violations = await copy.evaluate(async () =>
        (
          await (
            globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
          ).axe.run()
        ).violations.map(({ id }) => id),
      );
      await checked.close();
      expect(violations).to.deep.equal([]);
    }
    expect(asked).to.deep.equal([]);
  });
});
