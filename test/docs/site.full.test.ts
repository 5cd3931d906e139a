import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { launch } from "../../scripts/browser.mjs";
import { makeSite, siteFolder } from "../../scripts/docs-site.mjs";

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

describe("the site of the docs in a browser", function () {
  this.timeout(10 * 60_000);
  let browser: Browser;
  before(async () => {
    await makeSite();
    browser = await launch();
  });
  after(() => browser?.close());

  const files = (): string[] =>
    readdirSync(siteFolder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".html"))
      .sort();

  for (const [what, width] of [
    ["on a wide screen", 1280],
    ["on a phone", 360],
  ] as const)
    it(`has no fault by axe on any page ${what}, and asks the network for nothing`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const asked: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith("file:")) asked.push(request.url());
      });
      const faults: string[] = [];
      for (const file of files()) {
        await page.goto(pathToFileURL(join(siteFolder, file)).href);
        faults.push(...(await faultsOf(page)).map((fault) => `${file} ${fault}`));
      }
      await page.close();
      expect(faults).to.deep.equal([]);
      expect(asked).to.deep.equal([]);
    });
});
