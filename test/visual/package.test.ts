import { expect } from "chai";
import { packageFile } from "../../scripts/package.mjs";
import { readPackage } from "../../scripts/read-package.mjs";
import { boardPaper } from "../src/support/board-paper";
import { closeBrowser, openPackaged, type Opened } from "./host";
import { realBoardPaper } from "./real-board-paper";

const SIZE = { width: 1280, height: 720 };

describe("the packaged visual in a sandboxed frame without a network", function () {
  let opened: Opened;
  after(closeBrowser);
  afterEach(async () => {
    expect(opened.noise).to.deep.equal([]);
    await opened.page.close();
  });
  const names = async (): Promise<string[]> => (await opened.calls()).map(([name]) => name);
  const texts = (selector: string): Promise<string[]> =>
    opened.frame.$$eval(selector, (found) => found.map(({ textContent }) => textContent ?? ""));

  /** Every row of the scorecard in order, read while scrolling down. */
  const scrolledThrough = async (): Promise<
    { name: string; words: string | null; status: string | null }[]
  > =>
    opened.frame.evaluate(async () => {
      const scroller = document.querySelector(".scroller")!;
      const found = new Map<
        number,
        { name: string; words: string | null; status: string | null }
      >();
      for (let top = 0; top <= scroller.scrollHeight; top += 200) {
        scroller.scrollTop = top;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        for (const row of document.querySelectorAll("tr.kpi")) {
          const name = row.querySelector(".name")!.textContent!;
          const words = row.matches(".absent")
            ? (row.querySelector(".words")?.textContent ?? null)
            : null;
          const status = row.querySelector(".pill")?.textContent ?? null;
          found.set(Number(row.getAttribute("aria-rowindex")), { name, words, status });
        }
      }
      return [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
    });

  it("draws, tells the host once, and asks for nothing", async () => {
    opened = await openPackaged(SIZE);
    await opened.draw(boardPaper());
    expect(await names()).to.deep.equal(["renderingStarted", "renderingFinished"]);
    expect(await texts("tr.kpi")).to.have.length(20);
    expect((await opened.formattingModel()).cards).to.have.length(10);
    await opened.destroy();
    expect(await texts(".send-scorecard")).to.deep.equal([]);
  });

  it("speaks the reader's language", async () => {
    opened = await openPackaged(SIZE, { locale: "cy-GB" });
    await opened.draw(boardPaper());
    expect((await texts(".pill"))[0]).to.equal(
      readPackage(packageFile()).stringResources["cy-GB"].rating_missed,
    );
  });

  it("is used by hand: hover, selection, menu, detail, keys and Tab", async () => {
    opened = await openPackaged(SIZE);
    await opened.draw(boardPaper());
    await names();
    const row = opened.frame.locator("tr.kpi").first();
    await row.click();
    await row.click({ button: "right" });
    expect(await names()).to.include.members(["tooltip.show", "select", "showContextMenu"]);
    await row.locator(".disclosure").click();
    expect(await texts("tr.detail")).to.have.length(1);
    await opened.page.keyboard.press("Escape");
    await opened.page.keyboard.press("Escape");
    expect(await texts("tr.detail")).to.have.length(0);
    await opened.frame.locator(".toolbar button").last().focus();
    await opened.page.keyboard.press("Tab");
    expect(
      await opened.frame.evaluate(
        () =>
          document.activeElement?.closest("tr")?.getAttribute("data-key")?.split("\u001f")[0] ??
          document.activeElement?.tagName,
      ),
    ).to.not.equal("BODY");
    await opened.bookmark([18], "kpi.indicator");
  });

  it("scrolls through ten thousand rows with its headings in sight", async () => {
    opened = await openPackaged(SIZE);
    await opened.draw(
      Array.from({ length: 10_000 }, (_, index) => ({ indicator: `KPI ${index}`, value: index })),
    );
    expect((await texts("tr.kpi")).length).to.be.lessThan(120);
    await opened.frame.$eval(".scroller", (scroller) =>
      scroller.scrollTo(0, scroller.scrollHeight),
    );
    await opened.frame.waitForFunction(() =>
      document.querySelector("tbody")?.textContent?.includes("KPI 9999"),
    );
    const top = await opened.frame.$eval(
      "thead th",
      (heading) =>
        heading.getBoundingClientRect().top -
        heading.closest(".scroller")!.getBoundingClientRect().top,
    );
    expect(top).to.equal(0);
  });

  it("draws the 98 rows of a real board paper, complete and in order", async () => {
    const rows = realBoardPaper();
    opened = await openPackaged(SIZE);
    const took = await opened.draw(rows);
    expect(took).to.be.lessThan(1000);
    const seen = await scrolledThrough();
    expect(seen.map(({ name }) => name)).to.deep.equal(rows.map(({ indicator }) => indicator));
    expect(seen.filter(({ words }) => words !== null && words !== "")).to.have.length(31);
    expect(seen.filter(({ status }) => status !== "Not rated")).to.have.length(17);
    expect((await texts(".summary"))[0])
      .to.contain("3 met")
      .and.contain("14 missed")
      .and.contain("81 not rated")
      .and.contain("31 no value");
    const printed: string[] = [];
    for (let page = 1; ; page++) {
      await opened.draw(rows, { objects: { layout: { density: "print", page } } });
      const names = await texts("tr.kpi .name");
      if (names.length === 0) break;
      printed.push(...names);
      const bottom = await opened.frame.$$eval(
        "tr.kpi",
        (found) => found.at(-1)!.getBoundingClientRect().bottom,
      );
      expect(bottom).to.be.at.most(SIZE.height);
    }
    expect(printed).to.deep.equal(rows.map(({ indicator }) => indicator));
    for (const view of ["cards", "neighbours", "trend"]) {
      await opened.draw(rows, { objects: { layout: { view } } });
      expect((await texts("main"))[0]).to.not.match(/NaN|undefined|null/);
    }
    expect((await names()).filter((name) => name === "renderingFailed")).to.deep.equal([]);
  });
});
