import { expect } from "chai";
import { boardPaper } from "../src/support/board-paper";
import { closeBrowser, openPackaged, reference, type Size } from "./host";
import { expectPicture, isComparable } from "./picture";

interface Mode {
  readonly size: Size;
  readonly highContrast?: true;
  readonly greyscale?: true;
  readonly layout?: object;
}

const VIEWS: Readonly<
  Record<string, { readonly layout: object; readonly open?: true; readonly trend?: object }>
> = {
  scorecard: { layout: { title: "SEND Improvement Board" } },
  detail: { layout: {}, open: true },
  cards: { layout: { view: "cards", title: "Headlines" } },
  neighbours: { layout: { view: "neighbours" } },
  trend: { layout: { view: "trend" } },
  xmr: { layout: { view: "trend" }, trend: { chart: "xmr" } },
};

const MODES: Readonly<Record<string, Mode>> = {
  normal: { size: { width: 1100, height: 560 } },
  contrast: { size: { width: 1100, height: 560 }, highContrast: true },
  greyscale: { size: { width: 1100, height: 560 }, greyscale: true },
  narrow: { size: { width: 400, height: 560 } },
  print: { size: { width: 1280, height: 720 }, layout: { density: "print" } },
};

describe("pictures of the packaged visual", function () {
  after(closeBrowser);

  for (const [view, { layout, open, trend }] of Object.entries(VIEWS)) {
    for (const [mode, { size, highContrast, greyscale, layout: more }] of Object.entries(MODES)) {
      if (open && mode === "print") continue; // A print has no detail open.
      it(`${view}, ${mode}`, async function () {
        if (!(await isComparable())) return this.skip();
        const opened = await openPackaged(size, { highContrast });
        if (greyscale)
          await opened.page.addStyleTag({ content: "iframe { filter: grayscale(1) }" });
        await opened.draw(boardPaper(), {
          objects: { layout: { ...layout, ...more }, ...(trend ? { trend } : {}) } as never,
        });
        if (open) await opened.frame.locator("tr.kpi .disclosure").first().click();
        await opened.page.mouse.move(0, 0);
        const picture = await opened.page.screenshot();
        await opened.page.close();
        expectPicture(`${view}-${mode}`, picture);
      });
    }
  }
});

describe("markup of the packaged visual", function () {
  after(closeBrowser);
  for (const [view, objects, selector] of [
    ["scorecard", {}, "table"],
    ["neighbours", { layout: { view: "neighbours" } }, "figure"],
    ["trend", { layout: { view: "trend" } }, ".page"],
    ["cards", { layout: { view: "cards" } }, ".cards"],
  ] as const) {
    it(`of ${view} is as it was`, async () => {
      const opened = await openPackaged({ width: 1280, height: 720 });
      await opened.draw(boardPaper(), { objects: objects as never });
      const markup =
        (await opened.frame.$eval(selector, ({ outerHTML }) => outerHTML)).replace(/></g, ">\n<") +
        "\n";
      await opened.page.close();
      const expected = reference(`snapshots/${view}.html`, markup);
      if (expected !== null)
        expect(markup).to.equal(expected.toString("utf8").replace(/\r\n/g, "\n"));
    });
  }
});
