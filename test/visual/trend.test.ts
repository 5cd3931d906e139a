import { expect } from "chai";
import type { Row } from "../../page/visual/data-view";
import { fixture } from "../fixture";
import { closeBrowser, openPackaged, type Opened } from "./host";

/** What the query of the trend page gives; a test of the evaluated project holds it to that. */
const ROWS = fixture<readonly Row[]>("power-bi/trend-rows.json");

const points = (path: string | null): number => (path ?? "").split(/[ML]/).length - 1;

describe("the trend of a KPI with comparators of more years, packaged", () => {
  let opened: Opened;
  before(async () => {
    opened = await openPackaged({ width: 1200, height: 400 });
    await opened.draw(ROWS, { objects: { layout: { view: "trend" } } });
  });
  after(closeBrowser);

  it("draws the comparators of every year, and ours of its own", async () => {
    const lines = await Promise.all(
      ["england", "average", "own"].map((name) =>
        opened.frame.locator(`path.${name}`).first().getAttribute("d"),
      ),
    );
    expect(lines.map(points)).to.deep.equal([7, 7, 3]);
    const said = await opened.frame.locator("svg.trend").getAttribute("aria-label");
    expect(said).to.contain("2018/19 36%").and.to.contain("2024/25 46%");
    expect(opened.noise).to.deep.equal([]);
  });

  it("says of the KPI what it says without those years", async () => {
    const text = async (): Promise<string> => opened.frame.locator("body").innerText();
    const header = async (): Promise<string> => (await text()).split("\n").slice(0, 4).join("\n");
    const whole = await header();
    await opened.draw(
      ROWS.filter(({ value }) => value !== undefined),
      { objects: { layout: { view: "trend" } } },
    );
    expect(whole).to.equal(await header());
    expect(whole).to.contain("45");
  });
});
